import type { Design } from '$lib/estimation';
import type { Fact, FactPlace } from '$lib/estimation/query/answer-facts';
import type { CountsBehind } from '$lib/estimation/query/counts-behind';
import type { Estimate } from '$lib/estimation/estimates/estimate';
import type { ReleasePolicy } from '$lib/privacy/policy';
import { keyOf, release } from '$lib/privacy/release';
import type { CellKey, Dimension, EstimateTable, RawCell, Statistic } from '$lib/privacy/table';

/**
 * What may be done with a number of the bench: `released` passed the whole gate; `imprecise` passed
 * privacy and is marked as not for publication; `hidden` never leaves the server.
 */
export type GateStatus = 'released' | 'imprecise' | 'hidden';

/** Verdicts by place: the option or variable, and the groups inside it. */
export type Verdicts = (place: FactPlace) => GateStatus;

/** What a released table says of itself; only its counts matter here. */
export type TableWords = Pick<EstimateTable, 'subject' | 'sources' | 'method'>;

interface Judged {
  part: FactPlace;
  /** ways of splitting people, and the one whose members are answers */
  ids: readonly string[];
  answers: string | null;
  status: ReadonlyMap<string, GateStatus>;
}

/**
 * Privacy and reliability of every place of an answer, by the one door (`release`): the counts behind
 * it become a table with all its margins, and a place is as free as the strictest of its tables.
 *
 * @param estimateAt the estimate at a place, for its reliability; null where the answer has none: then
 *   the number of answers decides
 */
export function verdictsOf(
  behind: readonly CountsBehind[],
  design: Design,
  {
    words,
    policy,
    statistic,
    estimateAt
  }: {
    words: TableWords;
    policy: ReleasePolicy;
    statistic: Statistic;
    estimateAt: (place: FactPlace) => Estimate | null;
  }
): { at: Verdicts; isWholeSafe: boolean; worst: GateStatus } {
  const judged = behind.map((counts): Judged => {
    const table = tableOf(counts, design, words, statistic, estimateAt);
    const { cells } = release(table, policy);
    return {
      part: counts.part,
      ids: counts.factors.map(({ id }) => id),
      answers: counts.factors.find(({ answers }) => answers)?.id ?? null,
      status: new Map(cells.map((cell) => [keyOf(cell.at), statusOf(cell)]))
    };
  });
  const all = judged.flatMap(({ status }) => [...status.values()]);
  return {
    at: (place) => strictest(judged.flatMap((one) => statusesAt(one, place))),
    isWholeSafe: !all.includes('hidden'),
    worst: strictest(all)
  };
}

const statusOf = ({
  flag,
  reason
}: {
  flag: '' | 'u' | 'c' | 'x';
  reason: string | null;
}): GateStatus => {
  if (flag === 'c') return 'hidden';
  // A cell nobody is in is as empty for everyone: it says nothing about anybody.
  return flag === 'x' && reason !== 'no-answers' ? 'imprecise' : 'released';
};

const rank: readonly GateStatus[] = ['released', 'imprecise', 'hidden'];
const strictest = (statuses: readonly GateStatus[]): GateStatus =>
  rank[Math.max(...statuses.map((status) => rank.indexOf(status)))] ?? 'hidden';

/**
 * What one table says about a place: nothing where it is about another option, or about single
 * answers and the place is not. A place it should know and does not is hidden.
 */
function statusesAt({ part, ids, answers, status }: Judged, place: FactPlace): GateStatus[] {
  if (Object.entries(part).some(([id, key]) => place[id] !== key)) return [];
  if (answers !== null && place[answers] === undefined) return [];
  const inside: CellKey = Object.fromEntries(
    Object.entries(place).filter(([id]) => ids.includes(id))
  );
  return [status.get(keyOf(inside)) ?? 'hidden'];
}

/** Counts as a table before release: every combination of the factors with all its margins. */
function tableOf(
  { base, factors, member, part }: CountsBehind,
  design: Design,
  words: TableWords,
  statistic: Statistic,
  estimateAt: (place: FactPlace) => Estimate | null
): EstimateTable {
  const people = factors.filter(({ answers }) => !answers);
  const answers = factors.find((factor) => factor.answers);
  const counts = countPlaces(base, people, design, answers?.groups.codes ?? null, member);
  const cells = counts.flatMap(({ at, n, psus, yes, byAnswer }): RawCell[] => {
    const cell = (more: CellKey, x: number | null): RawCell => ({
      at: { ...at, ...more },
      estimate: estimateAt({ ...part, ...at, ...more }) ?? countOnly(n),
      n,
      x,
      psus: psus?.size ?? n
    });
    if (!answers) return [cell({}, member ? yes : null)];
    return answers.groups.labels.map((label, a) =>
      cell({ [answers.id]: label }, byAnswer[a + 1] ?? 0)
    );
  });
  const dimensions = factors.map(({ id, groups, answers: isAnswers }): Dimension => ({
    id,
    labels: { und: id },
    ordered: false,
    partition: true,
    ...(isAnswers && { answers: true }),
    members: groups.labels.map((key) => ({ key, labels: { und: key } }))
  }));
  return { ...words, statistic, dimensions, cells, contrasts: [] };
}

/** Unweighted counts at one place. */
interface PlaceCounts {
  at: CellKey;
  n: number;
  yes: number;
  /** null: each row is its own PSU */
  psus: Set<number> | null;
  /** by code of the answer */
  byAnswer: number[];
}

/** Counts at every combination of the factors, margins included: code 0 of a factor is its margin. */
function countPlaces(
  base: Uint8Array,
  people: CountsBehind['factors'],
  design: Design,
  answer: ArrayLike<number> | null,
  member: CountsBehind['member']
): PlaceCounts[] {
  const sizes = people.map(({ groups }) => groups.labels.length + 1);
  const places = emptyPlaces(people, design.psu !== null);
  const margins = 1 << people.length;
  for (let i = 0; i < base.length; i++) {
    if (base[i] !== 1 || design.excluded?.[i] === 1) continue;
    for (let mask = 0; mask < margins; mask++) {
      let at = 0;
      for (let f = 0; f < people.length && at >= 0; f++) {
        const isSplit = (mask & (1 << f)) !== 0;
        const code = isSplit ? people[f]!.groups.codes[i]! : 0;
        // Without a value of the splitting variable a row is only in the margins.
        at = isSplit && code === 0 ? -1 : at * sizes[f]! + code;
      }
      const place = places[at];
      if (!place) continue;
      place.n++;
      place.psus?.add(design.psu![i]!);
      if (member?.[i] === 1) place.yes++;
      if (answer) place.byAnswer[answer[i]!] = (place.byAnswer[answer[i]!] ?? 0) + 1;
    }
  }
  return places;
}

function emptyPlaces(people: CountsBehind['factors'], hasPsus: boolean): PlaceCounts[] {
  let ats: CellKey[] = [{}];
  for (const { id, groups } of people)
    ats = ats.flatMap((at) => [at, ...groups.labels.map((label) => ({ ...at, [id]: label }))]);
  return ats.map((at) => ({
    at,
    n: 0,
    yes: 0,
    psus: hasPsus ? new Set<number>() : null,
    byAnswer: []
  }));
}

/** Where a family has no estimate at a place, thirty answers are all it takes: nothing else to doubt. */
const countOnly = (n: number): Estimate => ({
  value: 0.5,
  se: 1e-6,
  low: 0.5 - 2e-6,
  high: 0.5 + 2e-6,
  level: 0.95,
  df: 1e6,
  dfFull: 1e6,
  n,
  nPositive: 1e6,
  sumWeights: n,
  psus: n,
  nEffective: 1e6,
  deff: 1,
  deffWithoutReplacement: null,
  method: 't',
  reason: null
});

/** Numbers of people, weighted: they leave with three digits. */
const isTotalName = /(^|\.)(sum_weights|population_total|weighted)/;

/**
 * A number as coarse as its place allows: weighted totals three significant digits, everything else
 * three under 1,000 answers and four above; counts and degrees of freedom as they are.
 */
export function roundFact({ name, value }: Fact, answers: number, isTotal: boolean): Fact['value'] {
  if (typeof value !== 'number') return value;
  const isOfTotal = isTotal && /(estimate|se|lower|upper)$/.test(name);
  if (isOfTotal || isTotalName.test(name)) return Number(value.toPrecision(3));
  if (Number.isInteger(value)) return value;
  return Number(value.toPrecision(answers < 1000 ? 3 : 4));
}
