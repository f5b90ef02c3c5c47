import type { Issue } from '$lib/base/issue';
import type { Design } from '$lib/estimation';
import type { Estimate } from '$lib/estimation/estimates/estimate';
import { factsOf, type Fact, type FactPlace } from '$lib/estimation/query/answer-facts';
import type { ReadQuestion } from '$lib/estimation/query/asked-question';
import { countsBehind, type CountsBehind } from '$lib/estimation/query/counts-behind';
import { numericColumn, type DataSource } from '$lib/estimation/query/data-source';
import { filterRows } from '$lib/estimation/query/filter';
import { evaluateWith } from '$lib/estimation/query/query';
import type { Answer } from '$lib/estimation/query/report';
import type { Spec } from '$lib/estimation/query/spec';
import type { ToldSplit } from '$lib/privacy/differencing';
import type { ReleasePolicy } from '$lib/privacy/policy';
import { tellsWithEarlier } from '$lib/privacy/told-before';
import type { Statistic } from '$lib/privacy/table';
import { refused } from '$lib/server/access/refused';
import { verdictsOf, type GateStatus, type TableWords, type Verdicts } from './bench-gate';
import type { BenchLedger } from './bench-ledger';
import { freshGroups } from './bench-sets';

/** Everything a verdict on an answer rests on. */
export interface Gating {
  source: DataSource;
  design: Design;
  spec: Spec;
  form: ReadQuestion['form'];
  words: TableWords;
  policy: ReleasePolicy;
  raw: Answer;
  /** ways in which screens split people, by variable names */
  splits: readonly string[][];
  ledger: BenchLedger;
}

/** Status of each number, or the reason why the answer as a whole stays inside. */
export function gateAnswer(gating: Gating): {
  status: (fact: Fact) => GateStatus;
  issues: Issue[];
} {
  const { source, design, spec, form, words, policy, raw } = gating;
  const within = filterRows(source, spec);
  const behind = countsBehind(source, spec, within);
  const stop = (code: string, params: Issue['params'] = {}) => ({
    status: () => 'hidden' as const,
    issues: refused(code, undefined, params).issues
  });
  if (!behind) return stop('bench-not-gated', { family: form.family });
  if (behind.some(isUnanimous)) return stop('bench-unanimous');
  const estimates = estimatesOf(reliabilityAnswer(source, design, spec, raw), spec);
  const { at, isWholeSafe, worst } = verdictsOf(behind, design, {
    words,
    policy,
    statistic: statisticOf(spec),
    estimateAt: (place) => estimates.get(placeKey(place)) ?? null
  });
  const tooNearEnd =
    form.family === 'quantile' ? nearEnds(raw, behind, source, spec, policy) : null;
  if (form.gate === 'whole' && !isWholeSafe) return stop('bench-too-few');
  const close = tooClose(gating, behind, within === 'all' && form.family !== 'contrast', at);
  if (close) return stop(close);
  if (form.gate === 'whole')
    return { status: (fact) => (tooNearEnd?.(fact) ? 'hidden' : worst), issues: [] };
  const single = factsOf(raw, spec).filter(({ isJoint }) => !isJoint);
  const all = single.map(({ place }) => at(place));
  const joint = all.includes('hidden') ? 'hidden' : all.includes('imprecise') ? 'imprecise' : null;
  return {
    status: ({ place, isJoint }) => (isJoint ? (joint ?? 'released') : at(place)),
    issues: []
  };
}

/**
 * Why an answer tells too much beside what screens show and what the bench told before; null when it
 * does not, and then it is entered in the ledger.
 */
function tooClose(
  { source, design, spec, words, policy, splits, ledger }: Gating,
  behind: readonly CountsBehind[],
  isToEveryone: boolean,
  at: Verdicts
): 'bench-close-filter' | 'bench-close-answer' | null {
  const toEveryone = isToEveryone ? null : countsBehind(source, withoutFilter(spec), 'all');
  const fresh = freshGroups({ behind, toEveryone, at, splits }, { source, design, words, policy });
  if (!fresh) return 'bench-close-filter';
  const isTelling = (earlier: readonly ToldSplit[]): boolean =>
    tellsWithEarlier(fresh, earlier, policy.threshold);
  return ledger.admit(behind, fresh, isTelling) ? null : 'bench-close-answer';
}

/**
 * A table of answers by answers in which a whole row or column gave the same answer: it says of every
 * one of them what they said, however many they are.
 */
function isUnanimous({ base, factors }: CountsBehind): boolean {
  const [row, col] = factors;
  if (row?.id !== 'row' || col?.id !== 'col') return false;
  const seen = new Map<string, Set<number>>();
  base.forEach((isIn, i) => {
    if (isIn !== 1) return;
    const [r, c] = [row.groups.codes[i]!, col.groups.codes[i]!];
    for (const [key, other] of [
      [`r${r}`, c],
      [`c${c}`, r]
    ] as const)
      seen.set(key, (seen.get(key) ?? new Set()).add(other));
  });
  return [...seen.values()].some((others) => others.size < 2);
}

/** The same question to everyone: in a comparison each side without its conditions. */
function withoutFilter(spec: Spec): Spec {
  const open = { ...spec, filter: [] };
  if (spec.family !== 'contrast') return open;
  const side = (name: 'a' | 'b') => ({ ...(spec[name] as Spec), filter: [] });
  return { ...open, a: side('a'), b: side('b') };
}

/**
 * A quantile is an answer somebody gave: `k` people must stand at or beyond it on both sides. Where an
 * end of its interval does not, neither end nor the standard error is told, which would give the other.
 */
function nearEnds(
  raw: Answer,
  behind: readonly CountsBehind[],
  source: DataSource,
  spec: Spec,
  { threshold }: ReleasePolicy
): (fact: Fact) => boolean {
  const values = numericColumn(source, String((spec.y as Spec).var));
  const used = values.filter((_, i) => behind[0]!.base[i] === 1).sort();
  const isNear = ({ name, value }: Fact): boolean => {
    if (typeof value !== 'number' || !/^(estimate|lower|upper)$/.test(name)) return false;
    const below = used.filter((one) => one <= value).length;
    const above = used.filter((one) => one >= value).length;
    return below < threshold || above < threshold;
  };
  const near = factsOf(raw, spec).filter(isNear);
  const open = new Set(near.map(({ place }) => placeKey(place)));
  return (fact) =>
    isNear(fact) || (/^(lower|upper|se)$/.test(fact.name) && open.has(placeKey(fact.place)));
}

/** A total is as reliable as the mean of the same question. */
function reliabilityAnswer(source: DataSource, design: Design, spec: Spec, raw: Answer): Answer {
  if (spec.family === 'total')
    return evaluateWith(source, { ...spec, family: 'mean' }, () => design);
  if (spec.family === 'mean_by' && spec.stat === 'total')
    return evaluateWith(source, { ...spec, stat: 'mean' }, () => design);
  return raw;
}

function statisticOf(spec: Spec): Statistic {
  const kind = (spec.y as Spec | undefined)?.kind;
  const isShare = kind === 'indicator' || kind === 'category';
  if (spec.family === 'ratio') return 'ratio';
  return isShare || spec.family === 'select_all' ? 'proportion' : 'mean';
}

const placeKey = (place: FactPlace): string =>
  JSON.stringify(Object.entries(place).sort(([a], [b]) => (a < b ? -1 : 1)));

type Fields = Record<string, number | null>;

/** Estimates of an answer by place, as far as reliability looks at them. */
function estimatesOf(raw: Answer, spec: Spec): Map<string, Estimate> {
  const byPlace = new Map<string, { place: FactPlace; fields: Fields }>();
  const fieldsAt = (place: FactPlace): Fields => {
    const key = placeKey(place);
    const found = byPlace.get(key) ?? { place, fields: {} };
    byPlace.set(key, found);
    return found.fields;
  };
  for (const { place, name, value, isJoint } of factsOf(raw, spec))
    if (!isJoint && typeof value !== 'boolean') fieldsAt(place)[name] = value;
  const estimates = new Map<string, Estimate>();
  for (const [key, { place, fields }] of [...byPlace]) {
    // Shares of several answers have their sample once, beside them.
    const { answer: _, ...group } = place;
    const estimate = toEstimate({ ...fieldsAt({}), ...fieldsAt(group), ...fields }, fields);
    if (estimate) estimates.set(key, estimate);
  }
  return estimates;
}

function toEstimate(fields: Fields, own: Fields): Estimate | null {
  const estimate = own.estimate ?? own.share_of_respondents;
  const se = own.se ?? own.share_of_respondents_se;
  const n = fields.n ?? fields.n_asked_answered;
  const { df } = fields;
  if (typeof n !== 'number' || estimate === undefined) return null;
  const nPositive = fields.n_positive_weight ?? n;
  const deff = fields.deff_with_replacement ?? null;
  return {
    value: estimate,
    se: se ?? null,
    low: fields['ci95_t.lower'] ?? fields['korn_graubard.lower'] ?? estimate,
    high: fields['ci95_t.upper'] ?? fields['korn_graubard.upper'] ?? estimate,
    level: 0.95,
    df: df ?? null,
    dfFull: fields.df_full ?? df ?? 0,
    n,
    nPositive,
    sumWeights: fields.sum_weights ?? n,
    psus: n,
    nEffective: deff !== null && deff > 0 ? nPositive / deff : null,
    deff,
    deffWithoutReplacement: null,
    method: 't',
    reason: null
  };
}
