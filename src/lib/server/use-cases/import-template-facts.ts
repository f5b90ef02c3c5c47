import type { Id } from '$lib/base/id';
import type { Access } from '$lib/server/access/access';
import { findListedTemplate } from '$lib/server/db/queries/import-template';
import { findWave } from '$lib/server/db/queries/survey';
import { factsOf, type WaveFacts } from './describe-wave';

/**
 * What was said about the wave a template was made from and likely holds for the next one: how people
 * were chosen and asked, whom it speaks for. Dates, population and the design are each wave's own.
 * Empty when the workspace has no such template.
 */
export function factsOfTemplate(access: Access, templateId: Id): Partial<WaveFacts> {
  const listed = findListedTemplate(access, templateId);
  const wave = listed && findWave(access, listed.waveId);
  if (!wave) return {};
  const { sampleType, universe, mode, sponsor, limits, threshold, thresholdReason } = factsOf(wave);
  return { sampleType, universe, mode, sponsor, limits, threshold, thresholdReason };
}
