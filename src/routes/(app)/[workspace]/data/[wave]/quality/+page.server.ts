import { error } from '@sveltejs/kit';
import { labelIn } from '$lib/codebook/codebook';
import { listImportIssues } from '$lib/server/db/queries/dataset-version';
import { qualityPage } from '$lib/server/use-cases/data-quality';
import { textFor } from '$lib/text/text';
import { requireWave, waveHead } from '../wave-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const found = requireWave(event, 'view');
  const { access, wave, version } = found;
  const quality = await qualityPage(access, wave.id);
  const { language } = event.locals;
  if (!quality.ok) error(404, { message: textFor(language).access.noSuchPage, code: 'not-found' });
  return {
    wave: waveHead(found),
    sampleType: wave.sampleType,
    universe: wave.universe && labelIn(wave.universe, language),
    limits: wave.limits && labelIn(wave.limits, language),
    weighting: wave.weighting && labelIn(wave.weighting, language),
    quality: quality.value,
    issues: listImportIssues(access, version.versionId)
  };
};
