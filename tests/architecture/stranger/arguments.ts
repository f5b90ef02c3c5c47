import type { Sample } from './functions-with-access';
import { targetOf } from './planted-workspaces';

const DAY = /(On|Date|From|To|[Dd]ay|today|date)$/;
const ID = /(^i|I)ds?$|^(entity|item)$/;

/** The id to use for a name that asks for one. */
export type IdFor = (name: string) => string;

/**
 * An argument of a sample's type. Names that ask for an id ("campaignId", "id") get one from `idFor`;
 * days are days; everything else is plain words.
 */
export function argument(sample: Sample, idFor: IdFor): unknown {
  switch (sample.kind) {
    case 'value':
      return sample.value;
    case 'date':
      return new Date('2027-03-04T17:00:00Z');
    case 'stream':
      return new Blob(['a,b\n1,2\n']).stream();
    case 'list':
      return [argument(sample.of, idFor)];
    case 'object':
      return Object.fromEntries(
        Object.entries(sample.properties).map(([name, of]) => [name, argument(of, idFor)])
      );
    case 'text':
      return text(sample.name, idFor);
    case 'unknown':
      return undefined;
  }
}

export function text(name: string, idFor: IdFor): string {
  if (ID.test(name)) return idFor(name);
  if (DAY.test(name)) return '2027-03-04';
  if (name === 'zone') return 'America/Chicago';
  if (name === 'language') return 'en';
  return 'plain words';
}

/** The table whose id a name asks for; null: it does not say ("id"). */
export function tableNamed(name: string, ids: ReadonlyMap<string, string>): string | null {
  const column = name
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .replace(/ids$/, 'id');
  const table = column.replace(/_id$/, '');
  return ids.has(table) ? table : targetOf(column);
}

/** Every name in a sample that asks for an id. */
export function idNames(sample: Sample): string[] {
  if (sample.kind === 'text') return ID.test(sample.name) ? [sample.name] : [];
  if (sample.kind === 'list') return idNames(sample.of);
  return sample.kind === 'object' ? Object.values(sample.properties).flatMap(idNames) : [];
}

/** What a sample could not be made of; '' when all of it could. */
export function missingIn(sample: Sample): string {
  if (sample.kind === 'unknown') return sample.type;
  if (sample.kind === 'list') return missingIn(sample.of);
  if (sample.kind === 'object')
    return Object.values(sample.properties).map(missingIn).filter(Boolean).join(', ');
  return '';
}
