import { labelIn, type Category } from '$lib/codebook/codebook';
import type { ImportPlan, PlannedVariable } from '../plan';
import { spelling } from './columns';
import type { ColumnPair } from './pair-columns';
import { ownOf, type Sight, type Template } from './template';

/** How the answers of one column are not as they were. */
export interface OptionDifference {
  pair: ColumnPair;
  /** the lists come from a form or codebook; otherwise they are the answers people gave */
  isDefined: boolean;
  added: string[];
  gone: string[];
  /** the same code, said otherwise */
  relabelled: { code: string; before: string; now: string }[];
  /** answers spelled otherwise: as spelled now, to the code they had */
  respelled: { code: string; now: string }[];
  reordered: boolean;
}

/** Lists of answers that differ between the template and the file. */
export const optionDifferences = (
  template: Template,
  proposal: ImportPlan,
  pairs: readonly ColumnPair[],
  seen?: Sight
): OptionDifference[] =>
  pairs.flatMap((pair) => {
    const found = differenceOf(template, proposal, pair, seen);
    const { added, gone, relabelled, respelled, reordered } = found;
    const count = added.length + gone.length + relabelled.length + respelled.length;
    return count > 0 || reordered ? [found] : [];
  });

/** Answers as they stand in the cells: nobody has given the codes a meaning. */
export const isFromCells = (categories: readonly Category[]): boolean =>
  categories.every(({ code, labels }) => {
    const texts = Object.entries(labels);
    return texts.length === 1 && texts[0]?.[0] === 'und' && texts[0][1] === code;
  });

function differenceOf(
  template: Template,
  proposal: ImportPlan,
  pair: ColumnPair,
  seen: Sight | undefined
): OptionDifference {
  const none: OptionDifference = {
    pair,
    isDefined: false,
    added: [],
    gone: [],
    relabelled: [],
    respelled: [],
    reordered: false
  };
  const joined = joinedDifference(template.proposal, proposal, pair);
  if (joined) return { ...none, ...joined };
  const [old, fresh] = [pair.before.variable, pair.now.variable];
  const decided = template.plan.variables.find(({ name }) => name === old.name);
  if (!decided?.include || decided.kind !== 'categorical' || fresh.kind !== 'categorical')
    return none;
  if (decided.source.from !== 'column' || fresh.source.from !== 'column') return none;
  const isDefined = !isFromCells(old.categories) && !isFromCells(fresh.categories);
  return isDefined
    ? { ...none, isDefined, ...definedDifference(old.categories, fresh.categories) }
    : { ...none, ...givenDifference(template, decided, fresh, seen) };
}

function definedDifference(
  before: readonly Category[],
  now: readonly Category[]
): Partial<OptionDifference> {
  const old = new Map(before.map((one) => [one.code, one]));
  const fresh = new Map(now.map((one) => [one.code, one]));
  const kept = before.filter(({ code }) => fresh.has(code)).map(({ code }) => code);
  const order = now.filter(({ code }) => old.has(code)).map(({ code }) => code);
  return {
    added: now.filter(({ code }) => !old.has(code)).map(wordsOf),
    gone: before.filter(({ code }) => !fresh.has(code)).map(wordsOf),
    relabelled: before.flatMap(({ code, labels }) => {
      const other = fresh.get(code);
      const language = other && Object.keys(labels).find((one) => one in other.labels);
      if (!other || language === undefined) return [];
      const [was, is] = [labels[language] ?? '', other.labels[language] ?? ''];
      return spelling(was) === spelling(is) ? [] : [{ code, before: was, now: is }];
    }),
    reordered: kept.join('\n') !== order.join('\n')
  };
}

/** Answers people gave: the order of these lists says how often, so it is not compared. */
function givenDifference(
  { seen: earlier }: Template,
  decided: PlannedVariable,
  fresh: PlannedVariable,
  seen: Sight | undefined
): Partial<OptionDifference> {
  const { source, missing, categories, name } = decided;
  const merge = source.from === 'column' ? (source.merge ?? {}) : {};
  const tokens = new Set([...missing, ...fresh.missing].map(({ token }) => token));
  const now = [
    ...new Set([
      ...fresh.categories.map(({ code }) => code),
      ...(ownOf(seen?.values ?? {}, fresh.name) ?? [])
    ])
  ].filter((code) => !tokens.has(code));
  const known = new Set([
    ...categories.map(({ code }) => code),
    ...(ownOf(earlier.values, name) ?? [])
  ]);
  const met = new Set(now.map((code) => ownOf(merge, code) ?? code));
  const gone = [...known].filter((code) => !met.has(code) && !tokens.has(code));
  const lost = new Map(gone.map((code) => [spelling(code), code]));
  const isMerged = fresh.source.from === 'column' ? (fresh.source.merge ?? {}) : {};
  const strange = now.filter(
    (code) =>
      !Object.hasOwn(merge, code) && !known.has(code) && !Object.values(isMerged).includes(code)
  );
  const respelled = strange.flatMap((code) => {
    const same = lost.get(spelling(code));
    return same === undefined ? [] : [{ code: same, now: code }];
  });
  const found = new Set(respelled.map(({ code }) => code));
  return {
    added: strange.filter((code) => !respelled.some((one) => one.now === code)),
    gone: gone.filter((code) => !found.has(code)),
    respelled
  };
}

/** Options of a cell that holds several; null where the column is none. */
function joinedDifference(
  before: ImportPlan,
  now: ImportPlan,
  pair: ColumnPair
): Pick<OptionDifference, 'added' | 'gone'> | null {
  const old = optionsIn(before, pair.before.index);
  const fresh = optionsIn(now, pair.now.index);
  if (old.size === 0 || fresh.size === 0) return null;
  return {
    added: [...fresh].flatMap(([option, words]) => (old.has(option) ? [] : [words])),
    gone: [...old].flatMap(([option, words]) => (fresh.has(option) ? [] : [words]))
  };
}

const optionsIn = ({ variables }: ImportPlan, column: number): Map<string, string> =>
  new Map(
    variables.flatMap(({ source, labels }): [string, string][] =>
      source.from === 'joined' && source.column === column && source.rest === undefined
        ? [[source.option, labelIn(labels, 'en') || source.option]]
        : []
    )
  );

const wordsOf = ({ code, labels }: Category): string => {
  const words = labelIn(labels, 'en');
  return words === '' || words === code ? code : `${code} (${words})`;
};
