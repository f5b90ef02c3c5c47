import { waveDimension } from '$lib/disparities/changes';
import type { Outsider } from '$lib/privacy/outsider.fixture';
import type { ReleasePolicy } from '$lib/privacy/policy';
import type { CellKey, EstimateTable, RawCell, ReleasedTable } from '$lib/privacy/table';
import { needDimension } from '$lib/server/use-cases/needs';

/** A release as it was made. */
export interface Overheard {
  raw: EstimateTable;
  policy: ReleasePolicy;
  released: ReleasedTable;
}

/** Measures that count the same people: unmet, met and no need of one need. */
const ofNeed = ['unmet-need', 'people-in-need', 'coverage-gap', 'group-gap'];

/** What a cell counts, by the name of what is counted and where. */
interface Told {
  about: string;
  at: CellKey;
  counts: Record<string, number>;
  adds: [string, string[]][];
}

function toldBy({ subject, sources }: EstimateTable, cell: RawCell): Told {
  const { [waveDimension]: wave, [needDimension]: need, ...at } = cell.at;
  const key = need ?? subject.key;
  const [kind = '', name = ''] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  const about = `${wave ?? sources[0]?.waveId} ${ofNeed.includes(kind) ? `need:${name}` : key}`;
  const { n, x } = cell;
  if (cell.classes)
    return {
      about,
      at,
      counts: Object.fromEntries(cell.classes.map((count, i) => [`class${i}`, count])),
      adds: []
    };
  if (x === null) return { about, at, counts: { n }, adds: [] };
  if (cell.broader)
    return { about, at, counts: { inNeed: n, x, met: n - x }, adds: [['inNeed', ['x', 'met']]] };
  return { about, at, counts: { n, x, y: n - x }, adds: [['n', ['x', 'y']]] };
}

/** A released table as tables of one wave and one need each, since nothing adds up over these. */
export function readBy(outsider: Outsider, { raw, released }: Overheard): void {
  const parts = new Map<string, { cells: RawCell[]; shown: ReleasedTable['cells']; told: Told }>();
  raw.cells.forEach((cell, i) => {
    const told = toldBy(raw, cell);
    const part = parts.get(told.about) ?? { cells: [], shown: [], told };
    part.cells.push({ ...cell, at: told.at });
    part.shown.push({ ...released.cells[i]!, at: told.at });
    parts.set(told.about, part);
  });
  const apart = [waveDimension, needDimension];
  const dimensions = raw.dimensions.filter(({ id }) => !apart.includes(id));
  const hasAnswers = dimensions.some(({ answers }) => answers);
  for (const [about, { cells, shown, told }] of parts) {
    const counts = (cell: RawCell): Record<string, number> =>
      hasAnswers ? { n: cell.n, x: cell.x! } : toldBy(raw, cell).counts;
    outsider.read(
      { ...raw, dimensions, cells },
      { ...released, cells: shown },
      about,
      counts,
      hasAnswers ? [] : told.adds
    );
  }
}
