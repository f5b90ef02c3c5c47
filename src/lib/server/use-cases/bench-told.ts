import type { FactPlace } from '$lib/estimation/query/answer-facts';
import type { CountsBehind, Factor } from '$lib/estimation/query/counts-behind';
import { notAsked, type ToldSplit } from '$lib/privacy/differencing';
import { shownGroups } from '$lib/privacy/told-before';
import type { Verdicts } from './bench-gate';

/** Groups of people that an answer tells of, with those it hides; those by answers are `sizesOnly`. */
export interface ToldGroups extends ToldSplit {
  /** variables that split them */
  by: readonly string[];
}

/**
 * The groups of people an answer tells of: for every way of splitting them and its margins, how many
 * people there are, and how many gave which answer. Splits of which every group is hidden are left out.
 *
 * @param everyone  who the same question to everyone would be about
 */
export function toldGroups(
  { part, base, factors, member }: CountsBehind,
  at: Verdicts,
  everyone: Uint8Array
): ToldGroups[] {
  const people = factors.filter(({ answers }) => !answers);
  const answer = factors.find(({ answers }) => answers) ?? yesAndNo(member);
  const ways = people.reduce<Factor[][]>(
    (found, factor) => [...found, ...found.map((way) => [...way, factor])],
    [[]]
  );
  return ways.flatMap((way) => {
    const by = way.map(({ id }) => id);
    const split = (factors: readonly Factor[]) => {
      const found = splitBy(base, factors, (place) => at({ ...part, ...place }) === 'hidden');
      return {
        ...found,
        codes: found.codes.map((code, i) => (everyone[i] === 1 ? code : notAsked))
      };
    };
    const told: ToldGroups[] = [{ by, sizesOnly: false, ...split(way) }];
    if (answer) told.push({ by, sizesOnly: true, ...split([...way, answer]) });
    return told.filter(({ hidden }) => Array.from(hidden).lastIndexOf(0) > 0);
  });
}

/** Yes and no as a way of splitting; they stand in no place of an answer. */
const yesAndNo = (member: CountsBehind['member']): Factor | null =>
  member && {
    id: '',
    groups: { codes: Uint8Array.from(member, (yes) => (yes === 1 ? 1 : 2)), labels: ['1', '0'] },
    answers: true
  };

/** Rows by their groups in every factor; without a group in one of them, in none. */
function splitBy(
  base: Uint8Array,
  factors: readonly Factor[],
  isHidden: (place: FactPlace) => boolean
): { codes: Uint32Array; hidden: Uint8Array } {
  const codes = new Uint32Array(base.length);
  const codeOf = new Map<number, number>();
  const hidden = [0];
  for (let i = 0; i < base.length; i++) {
    if (base[i] !== 1 || factors.some(({ groups }) => groups.codes[i] === 0)) continue;
    const key = factors.reduce(
      (sum, { groups }) => sum * (groups.labels.length + 1) + groups.codes[i]!,
      0
    );
    let code = codeOf.get(key);
    if (code === undefined) {
      const place = factors
        .filter(({ id }) => id !== '')
        .map(({ id, groups }) => [id, groups.labels[groups.codes[i]! - 1]!] as const);
      code = hidden.push(isHidden(Object.fromEntries(place)) ? 1 : 0) - 1;
      codeOf.set(key, code);
    }
    codes[i] = code;
  }
  return { codes, hidden: Uint8Array.from(hidden) };
}

/** The groups without those that are known anyway; null when none is left. */
export function withoutGroups(
  told: ToldGroups,
  isKnown: (group: Uint32Array) => boolean
): ToldGroups | null {
  const shown = Array.from(told.hidden, (_, code) => code).filter(
    (code) => code > 0 && told.hidden[code] !== 1
  );
  const groups = [...shownGroups(told)];
  const known = new Set(shown.filter((_, g) => isKnown(groups[g]!)));
  if (known.size === shown.length) return null;
  const codes = Uint32Array.from(told.codes, (code) => (known.has(code) ? 0 : code));
  return { ...told, codes };
}
