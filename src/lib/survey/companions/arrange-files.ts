import { unpack, type NamedSource } from '../containers/unpack';
import { isTableOfWeights } from './numbered';
import { openTable } from './table';

/** Several files dropped together, as the one that holds the responses and those beside it. */
export interface Arranged {
  main: NamedSource;
  companions: NamedSource[];
}

/**
 * Which of several files holds the responses, by what is in them and not by their order: a form, a
 * codebook, a child table or a table of weights stands beside it. Among files that could both be it the
 * first one given stays first.
 *
 * @throws RangeError when no file is given
 */
export function arrangeFiles(named: readonly NamedSource[]): Arranged {
  const [first] = named;
  if (!first) throw new RangeError('no files');
  let main = first;
  let best = -1;
  for (const each of named) {
    const rank = named.length === 1 ? 0 : rankOf(each);
    if (rank > best) {
      best = rank;
      main = each;
    }
  }
  return { main, companions: named.filter((each) => each !== main) };
}

/** 3 responses, 2 numbered weights, 1 child rows, 0 what describes others or cannot be read. */
function rankOf(named: NamedSource): number {
  const unpacked = unpack(named);
  if (!unpacked.ok) return 0;
  return Math.max(
    0,
    ...unpacked.tables.map((text) => {
      const opening = openTable(text);
      if (!opening.ok) return 0;
      const { format } = opening.table;
      if (format.companion === 'repeat') return 1;
      if (format.companion) return 0;
      return isTableOfWeights(opening.table) ? 2 : 3;
    })
  );
}
