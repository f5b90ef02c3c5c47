import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import { policyFor, type ReleasePolicy } from '$lib/privacy/policy';
import type { PriorityContext } from '$lib/priorities/definition';
import type { Rating } from '$lib/priorities/rating';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import { currentVersion, responsesOf } from '$lib/server/db/queries/dataset-version';
import { listRatings, type StoredRating } from '$lib/server/db/queries/priority-rating';
import { findWave } from '$lib/server/db/queries/survey';
import { listInstances } from './mapping';
import { waveDesign } from './wave-design';
import { sourceOf, weightingWord } from './wave-recipe';
import { namedWeighting, weightingOf } from './weighting-design';

/** What the methods compute from, the policy of the wave, and what names all of it. */
export interface PriorityBasis {
  context: PriorityContext;
  policy: ReleasePolicy;
  /** the same only while nothing that decides the scores has changed */
  key: string;
}

/**
 * Everything the priority methods need of one wave.
 *
 * Refused: `no-such-wave`, `wave-without-responses`, the reasons of `policyFor`, `design-...`.
 */
export function priorityBasis(access: Access, waveId: Id): Parsed<PriorityBasis> {
  const wave = findWave(access, waveId);
  if (!wave) return refused('no-such-wave', 'waves');
  const version = currentVersion(access, waveId);
  const responses = version && responsesOf(access, version.versionId);
  if (!version || !responses)
    return refused('wave-without-responses', 'waves', { wave: wave.name });
  const policy = policyFor({ ...wave, responses: version.imported });
  if (!policy.ok) return policy;
  const weighting = namedWeighting(access, wave.design);
  const made = weightingOf(access, wave.design, version.versionId, weighting ?? undefined);
  if (!made.ok) return made;
  const design = waveDesign(responses, wave.design, made.value);
  if (!design.ok) return design;
  const instances = listInstances(access, waveId);
  const needs = instances
    .filter(({ indicatorId }) => indicatorId === 'unmet-need-rate')
    .map(({ key, labels, inputs }) => ({ key, labels, inputs }));
  const services =
    instances.find(({ indicatorId }) => indicatorId === 'importance-satisfaction') ?? null;
  const ratings = listRatings(access);
  return {
    ok: true,
    value: {
      policy: policy.value,
      key: JSON.stringify([
        version.versionId,
        wave.design,
        weighting ?? null,
        policy.value,
        needs,
        services && [services.key, services.inputs],
        ratings
      ]),
      context: {
        responses,
        design: design.value,
        source: sourceOf(wave, version, policy.value),
        weighting: weightingWord(wave.design),
        population: wave.population,
        needs,
        services,
        ratings: byNeed(ratings)
      }
    }
  };
}

function byNeed(rows: readonly StoredRating[]): Map<string, Rating[]> {
  const found = new Map<string, Rating[]>();
  for (const row of rows) {
    const { propriety, economics, acceptability, resources, legality } = row;
    const { seriousness, effectiveness, reason } = row;
    const pearl = { propriety, economics, acceptability, resources, legality };
    const rating = { seriousness, effectiveness, pearl, reason };
    found.set(row.needKey, [...(found.get(row.needKey) ?? []), rating]);
  }
  return found;
}
