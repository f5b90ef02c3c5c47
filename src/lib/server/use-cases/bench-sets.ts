import type { Codebook } from '$lib/codebook/codebook';
import type { Design } from '$lib/estimation';
import type { CountsBehind } from '$lib/estimation/query/counts-behind';
import type { DataSource } from '$lib/estimation/query/data-source';
import { groupRows } from '$lib/estimation/query/grouping';
import { groupVariables } from '$lib/indicators/propose/group-variables';
import { tellsOfRest, tellsTogether, type People, type ToldSplit } from '$lib/privacy/differencing';
import type { ReleasePolicy } from '$lib/privacy/policy';
import { isSumOf, type FreshSplit } from '$lib/privacy/told-before';
import { verdictsOf, type TableWords, type Verdicts } from './bench-gate';
import { toldGroups, withoutGroups } from './bench-told';

/**
 * Variables by which screens split people: none, the places, each group variable, and those about who
 * people are by place.
 */
export function publicSplits(
  codebook: Codebook,
  area: string | null,
  source: DataSource
): string[][] {
  const isThere = (name: string): boolean => source.column(name)?.kind === 'text';
  const places = area !== null && isThere(area) ? [area] : [];
  const groups = groupVariables(codebook).filter(({ name }) => name !== area && isThere(name));
  return [
    [],
    ...places.map((place) => [place]),
    ...groups.map(({ name }) => [name]),
    ...groups
      .filter(({ isAboutPeople }) => isAboutPeople)
      .flatMap(({ name }) => places.map((place) => [name, place]))
  ];
}

/** What the released tables of a question are made from. */
export interface ShownContext {
  source: DataSource;
  design: Design;
  words: TableWords;
  policy: ReleasePolicy;
}

/** An answer, as far as it decides whether it may be given beside what is known. */
export interface AskedGroups {
  behind: readonly CountsBehind[];
  /** the counts behind the same question to everyone, in the same order; null: it is to everyone */
  toEveryone: readonly CountsBehind[] | null;
  at: Verdicts;
  /** ways in which screens split people, by variable names */
  splits: readonly (readonly string[])[];
}

/**
 * The groups of people an answer tells of and no screen does; null when, with what screens may show of
 * the same numbers for everyone, they tell too much.
 */
export function freshGroups(asked: AskedGroups, context: ShownContext): FreshSplit[] | null {
  const { design, policy } = context;
  const fresh: FreshSplit[] = [];
  const known: { of: CountsBehind; shown: ToldSplit[] }[] = [];
  const isConditional = asked.toEveryone !== null;
  for (const [b, counts] of asked.behind.entries()) {
    const all = asked.toEveryone?.[b] ?? counts;
    const people: People = {
      everyone: usedIn(all.base, design),
      member: all.member,
      psu: design.psu
    };
    // Both sides of a comparison are often about the same people and the same answer.
    const found = known.find(({ of }) => isSame(of, all));
    const ways = isConditional ? asked.splits : [[]];
    const shown = found?.shown ?? ways.flatMap((by) => shownOf(by, all, context));
    if (!found) known.push({ of: all, shown });
    for (const told of toldGroups(counts, asked.at, people.everyone)) {
      if (!isConditional && asked.splits.some((by) => isSameSplit(by, told.by))) continue;
      const isShown = (group: Uint32Array): boolean =>
        isConditional &&
        shown.some((split) => !split.sizesOnly && isSumOf(group, split, people.everyone));
      const groups = withoutGroups(told, isShown);
      if (!groups) continue;
      const isTelling = (split: ToldSplit): boolean =>
        tellsTogether(groups, split, people, policy.threshold);
      const isEveryoneShown = shown.some(isOfEveryone);
      if (isConditional && !told.sizesOnly) {
        if (isEveryoneShown && tellsOfRest(told, people, policy.threshold)) return null;
        if (shown.some(isTelling)) return null;
      }
      fresh.push({ ...groups, people, shown });
    }
  }
  return fresh;
}

/** One group, shown: everyone. */
const isOfEveryone = ({ hidden, sizesOnly }: ToldSplit): boolean =>
  !sizesOnly && hidden.length === 2 && hidden[1] === 0;

/** Without the rows that the design leaves out. */
const usedIn = (base: Uint8Array, { excluded }: Design): Uint8Array =>
  excluded ? base.map((isIn, i) => (excluded[i] === 1 ? 0 : isIn)) : base;

const isSameSplit = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name) => b.includes(name));

const isSame = (a: CountsBehind, b: CountsBehind): boolean =>
  a.base.every((isIn, i) => isIn === b.base[i]) &&
  (a.member === null) === (b.member === null) &&
  (a.member?.every((yes, i) => yes === b.member![i]) ?? true);

/** What the released table of everyone by a split tells: where nothing is shown, how many are left out. */
function shownOf(
  by: readonly string[],
  { base, member }: CountsBehind,
  { source, design, words, policy }: ShownContext
): ToldSplit[] {
  const { groups, keys } = groupRows(source, by, base);
  const factors = by.map((id) => ({
    id,
    groups: groupRows(source, [id], base).groups,
    answers: false
  }));
  const { at } = verdictsOf([{ part: {}, base, factors, member }], design, {
    words,
    policy,
    statistic: 'mean',
    estimateAt: () => null
  });
  const isHidden = keys.map((key) => {
    const place = Object.entries(key).map(([id, value]) => [id, String(value)] as const);
    return at(Object.fromEntries(place)) === 'hidden' ? 1 : 0;
  });
  const told = { codes: groups.codes, hidden: [0, ...isHidden], sizesOnly: false };
  const sizes = { ...told, sizesOnly: true };
  if (isHidden.length > 0 && !isHidden.includes(0)) return [sizes];
  const isLeftOut = base.map((isIn, i) => (isIn === 1 && groups.codes[i] === 0 ? 1 : 0));
  if (!isHidden.includes(1) || fewestAlike(isLeftOut, member) >= policy.threshold) return [told];
  // How many a split leaves out is known. How few of them said yes is not: one more hidden group.
  return [{ ...told, hidden: [1, ...isHidden] }, sizes];
}

/** Of some people, those who said yes or those who said no, whichever are fewer. */
function fewestAlike(rows: Uint8Array, member: CountsBehind['member']): number {
  const people = rows.reduce((sum, isIn) => sum + isIn, 0);
  if (!member) return people;
  const yes = rows.reduce((sum, isIn, i) => sum + (isIn === 1 && member[i] === 1 ? 1 : 0), 0);
  return Math.min(yes, people - yes);
}
