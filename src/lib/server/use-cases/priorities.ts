import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Labels } from '$lib/codebook/codebook';
import { agreementOf, type Agreement } from '$lib/priorities/agreement';
import { getPriorityMethod, priorityMethods } from '$lib/priorities';
import { ipaScores, type Crosshair, type Lines } from '$lib/priorities/ipa';
import { releaseQuadrants, type ReleasedQuadrants } from '$lib/priorities/release-quadrants';
import { itemDimension, releaseScores, type ReleasedScores } from '$lib/priorities/release-scores';
import { releaseSeverity, type ReleasedSeverity } from '$lib/priorities/release-severity';
import type { ItemFamily, PriorityContext } from '$lib/priorities/definition';
import type { ReleasePolicy } from '$lib/privacy/policy';
import type { Access } from '$lib/server/access/access';
import { priorityBasis } from './priority-context';
import { cachedRelease } from './released-cache';
import { designIssue } from './wave-design';

/** The methods that put one kind of item in order, side by side. */
export interface PriorityBoard {
  family: ItemFamily;
  items: { key: string; labels: Labels }[];
  methods: ReleasedScores[];
  /** methods the wave cannot feed, and what it lacks */
  lacking: { methodId: string; code: string }[];
  agreement: Agreement;
}

export interface Priorities {
  boards: PriorityBoard[];
  severity: ReleasedSeverity | null;
  /** people the sample stands for, where it is known */
  population: number | null;
}

/** Parts of one whole: when one may not be shown, the others would give it away. */
const addsUp = new Set(['deprivation']);

/**
 * Every method over the needs and the services of a wave, released, and where the methods agree.
 *
 * Refused: the reasons of `priorityBasis`.
 */
export function prioritiesOf(access: Access, waveId: Id): Parsed<Priorities> {
  const basis = priorityBasis(access, waveId);
  if (!basis.ok) return basis;
  const { context, policy, key } = basis.value;
  return cachedRelease(
    access,
    `priorities ${key}`,
    () => {
      try {
        const boards = (['need', 'service'] as const).map((family) =>
          boardOf(family, context, policy)
        );
        return {
          ok: true,
          value: {
            boards,
            severity: context.needs.length > 0 ? releaseSeverity(context, policy) : null,
            population: context.population
          }
        };
      } catch (error) {
        return { ok: false, issues: [designIssue(error)] };
      }
    },
    { maker: 'priorities', args: [waveId] }
  );
}

function boardOf(
  family: ItemFamily,
  context: PriorityContext,
  policy: ReleasePolicy
): PriorityBoard {
  const methods: ReleasedScores[] = [];
  const lacking: PriorityBoard['lacking'] = [];
  for (const method of priorityMethods.filter((one) => one.family === family)) {
    const scores = method.compute(context);
    if (scores.ok)
      methods.push(releaseScores(method, scores.value, context, policy, addsUp.has(method.id)));
    else lacking.push({ methodId: method.id, code: scores.issues[0]?.code ?? '' });
  }
  return {
    family,
    items: itemsOf(methods),
    methods,
    lacking,
    agreement: agreementOf(methods, (id) => getPriorityMethod(id).first)
  };
}

/** Every item of any method, in the order of the form. */
function itemsOf(methods: readonly ReleasedScores[]): PriorityBoard['items'] {
  const items = new Map<string, Labels>();
  for (const { table, leftOut } of methods) {
    for (const { id, members } of table.dimensions)
      if (id === itemDimension)
        for (const { key, labels } of members) if (!items.has(key)) items.set(key, labels);
    for (const { key, labels } of leftOut) if (!items.has(key)) items.set(key, labels);
  }
  return [...items].map(([key, labels]) => ({ key, labels }));
}

/**
 * Services in the four quadrants of importance and performance.
 *
 * Refused: the reasons of `priorityBasis`; `priority-no-services`, `priority-no-numbers`.
 */
export function quadrantsOf(
  access: Access,
  waveId: Id,
  lines: { crosshair: Crosshair; target: Lines | null }
): Parsed<ReleasedQuadrants> {
  const basis = priorityBasis(access, waveId);
  if (!basis.ok) return basis;
  const { context, policy, key } = basis.value;
  return cachedRelease(
    access,
    `quadrants ${JSON.stringify(lines)} ${key}`,
    () => {
      try {
        const scores = ipaScores(context);
        return scores.ok
          ? { ok: true, value: releaseQuadrants(scores.value, context, policy, lines) }
          : scores;
      } catch (error) {
        return { ok: false, issues: [designIssue(error)] };
      }
    },
    { maker: 'quadrants', args: [waveId, lines] }
  );
}
