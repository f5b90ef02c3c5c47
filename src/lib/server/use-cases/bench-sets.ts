import type { Codebook } from '$lib/codebook/codebook';
import type { Design } from '$lib/estimation';
import type { Groups } from '$lib/estimation/domain';
import { groupRows } from '$lib/estimation/query/grouping';
import type { CountsBehind } from '$lib/estimation/query/counts-behind';
import type { DataSource } from '$lib/estimation/query/data-source';
import { groupVariables } from '$lib/indicators/propose/group-variables';
import type { ReleasePolicy } from '$lib/privacy/policy';
import { verdictsOf, type TableWords } from './bench-gate';

/** A way of splitting people whose numbers a screen may show, by variable names. */
export interface PublicSplit {
  by: readonly string[];
  groups: Groups;
  /** 1 at the code of a group whose numbers are hidden */
  hidden: Uint8Array;
}

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

/**
 * Whether a question with conditions tells more than may be known, given what screens may show of the
 * same numbers for everyone: by the first split that it tells too much about, null when it is safe.
 *
 * @param sameWithout the counts behind the same question without its conditions, in the same order
 */
export function tellingSplit(
  behind: readonly CountsBehind[],
  sameWithout: readonly CountsBehind[],
  splits: readonly string[][],
  context: ShownContext
): readonly string[] | null {
  const known: { of: CountsBehind; shown: PublicSplit[] }[] = [];
  for (let b = 0; b < behind.length; b++) {
    const all = sameWithout[b] ?? behind[b]!;
    // Both sides of a comparison are often about the same people and the same answer.
    const found = known.find(({ of }) => isSame(of, all));
    const shown = found?.shown ?? splits.map((by) => shownOf(by, all, context));
    if (!found) known.push({ of: all, shown });
    const people = { everyone: all.base, member: all.member, psu: context.design.psu };
    for (const asked of setsOf(behind[b]!)) {
      const telling = tellsTooMuch(asked, shown, people, context.policy.threshold);
      if (telling) return telling.by;
    }
  }
  return null;
}

/** What the released tables of a question are made from. */
export interface ShownContext {
  source: DataSource;
  design: Design;
  words: TableWords;
  policy: ReleasePolicy;
}

const isSame = (a: CountsBehind, b: CountsBehind): boolean =>
  a.base.every((isIn, i) => isIn === b.base[i]) &&
  (a.member === null) === (b.member === null) &&
  (a.member?.every((yes, i) => yes === b.member![i]) ?? true);

/** A split with its hidden groups, as the released table of everyone would have them. */
function shownOf(
  by: readonly string[],
  { base, member }: CountsBehind,
  { source, design, words, policy }: ShownContext
): PublicSplit {
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
  return { by, groups, hidden: Uint8Array.from([0, ...isHidden]) };
}

/** Everyone behind an answer, and each group of each way of splitting them. */
function* setsOf({ base, factors }: CountsBehind): Generator<Uint8Array> {
  yield base;
  for (const { groups, answers } of factors) {
    if (answers) continue;
    for (let g = 1; g <= groups.labels.length; g++)
      yield base.map((isIn, i) => (isIn === 1 && groups.codes[i] === g ? 1 : 0));
  }
}

/** Who could be asked about, who of them counts as yes, and from which PSU they come. */
export interface People {
  everyone: Uint8Array;
  member: ArrayLike<number> | null;
  psu: Uint32Array | null;
}

/**
 * The first split that, with a number about some people, gives away a number that could not be shown;
 * null when none does.
 *
 * What is shown of a split adds up, so the number about `asked` is that of the shown groups it mostly
 * holds, plus the people it has beyond them, minus those it lacks, plus the hidden ones it has. If it
 * is exactly such a sum, or everyone without it, it is as public as the groups. If only one of those
 * other parts has people, subtracting gives the number about them, and about the hidden people outside:
 * both must be safe by themselves. A mixture of parts must be of at least `k` people.
 *
 * @param asked 1 = one of the people the number is about
 */
export function tellsTooMuch(
  asked: Uint8Array,
  splits: readonly PublicSplit[],
  people: People,
  k: number
): PublicSplit | null {
  let telling: PublicSplit | null = null;
  for (const split of splits) {
    const { beyond, lacking, hiddenIn, hiddenOut } = partsOf(asked, split, people);
    const parts = [beyond, lacking, hiddenIn].filter(({ n }) => n > 0);
    if (parts.length === 0 || (beyond.n + lacking.n === 0 && hiddenOut.n === 0)) return null;
    const isPlain = parts.length === 1;
    const told = hiddenIn.n > 0 && isPlain ? [...parts, hiddenOut] : parts;
    const mixed = beyond.n + lacking.n + Math.min(hiddenIn.n, hiddenOut.n);
    if (isPlain ? told.some((part) => !isSafe(part, k)) : mixed < k) telling ??= split;
  }
  return telling;
}

class Part {
  n = 0;
  yes = 0;
  readonly psus = new Set<number>();
  constructor(readonly people: People) {}
  add(row: number): void {
    const { member, psu } = this.people;
    this.n++;
    if (member?.[row] === 1) this.yes++;
    if (this.psus.size < 2) this.psus.add(psu ? psu[row]! : row);
  }
}

/** Whether a number about a part could be shown: the rules of primary suppression. */
function isSafe({ n, yes, psus, people }: Part, k: number): boolean {
  if (n < k || psus.size < 2) return false;
  const classes = people.member ? [yes, n - yes] : [];
  if (classes.some((count) => count > 0 && count < k)) return false;
  return !classes.includes(0) || n >= 3 * k;
}

/** The people by which a set differs from a sum of shown groups, and how it cuts the hidden ones. */
function partsOf(asked: Uint8Array, { groups, hidden }: PublicSplit, people: People) {
  const { everyone } = people;
  const size = new Uint32Array(groups.labels.length + 1);
  const inside = new Uint32Array(size.length);
  for (let i = 0; i < everyone.length; i++) {
    if (everyone[i] !== 1) continue;
    size[groups.codes[i]!]!++;
    if (asked[i] === 1) inside[groups.codes[i]!]!++;
  }
  const [beyond, lacking, hiddenIn, hiddenOut] = [0, 1, 2, 3].map(() => new Part(people)) as [
    Part,
    Part,
    Part,
    Part
  ];
  for (let i = 0; i < everyone.length; i++) {
    if (everyone[i] !== 1) continue;
    const code = groups.codes[i]!;
    // How many gave no answer to the splitting question is often known: they count as shown.
    if (hidden[code] === 1) (asked[i] === 1 ? hiddenIn : hiddenOut).add(i);
    else if (2 * inside[code]! <= size[code]! && asked[i] === 1) beyond.add(i);
    else if (2 * inside[code]! > size[code]! && asked[i] !== 1) lacking.add(i);
  }
  return { beyond, lacking, hiddenIn, hiddenOut };
}
