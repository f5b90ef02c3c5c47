import type { Id } from '$lib/base/id';
import type { Category } from '$lib/codebook/codebook';
import { policyFor } from '$lib/privacy/policy';
import type { Access } from '$lib/server/access/access';
import { currentVersion, responsesOf } from '$lib/server/db/queries/dataset-version';
import { findWave } from '$lib/server/db/queries/survey';

/**
 * The categories of a grouping question that a list may offer: those that at least as many people gave
 * as the threshold of the wave. A list of values nobody or hardly anybody gave would itself tell who
 * answered. None without a wave, responses or a policy.
 */
export function listedMembers(access: Access, waveId: Id, variable: string): Category[] {
  const wave = findWave(access, waveId);
  const version = currentVersion(access, waveId);
  const responses = version && responsesOf(access, version.versionId);
  if (!wave || !version || !responses) return [];
  const policy = policyFor({ ...wave, responses: version.imported });
  const known = responses.codebook.variables.find(({ name }) => name === variable);
  if (!policy.ok || known?.kind !== 'categorical') return [];
  const { codes, categories } = responses.categories(variable);
  const people = new Uint32Array(categories.length + 1);
  for (let i = 0; i < codes.length; i++) people[codes[i]!]!++;
  return categories.filter((_, i) => people[i + 1]! >= policy.value.threshold);
}
