import { eq } from 'drizzle-orm';
import { fileURLToPath } from 'node:url';
import type { Access } from '$lib/server/access/access';
import { wave } from '$lib/server/db/schema';
import { testAccess } from '$lib/server/db/version.fixture';
import { importSurvey } from './import-survey';
import { planFile } from './inspect-file';
import { proposeForWave } from './mapping';

const folder = fileURLToPath(new URL('../../../../data/sample-county/', import.meta.url));

/** A workspace with waves of the sample county, imported from their files with the form. For tests. */
export function countyWith(...years: ('2023' | '2026')[]): {
  access: Access;
  waves: Record<string, string>;
} {
  const access = testAccess();
  const waves: Record<string, string> = {};
  for (const year of years) {
    const companions = ['survey', 'choices', 'settings'].map((sheet) => ({
      path: `${folder}xlsform-${sheet}.csv`
    }));
    const path = `${folder}wave-${year}.csv`;
    const planned = planFile({ path, companions });
    if (!planned.ok || !planned.value.plan) throw new Error(`wave-${year}.csv has no plan`);
    const imported = importSurvey(access, {
      path,
      fileName: `wave-${year}.csv`,
      survey: 'Sorrel County',
      wave: year,
      plan: planned.value.plan
    });
    if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
    const { waveId } = imported.value;
    waves[year] = waveId;
    access.db
      .update(wave)
      .set({
        sampleType: 'probability',
        population: 181_885,
        areaVariable: 'neighborhood',
        design: {
          strata: 'stratum',
          psu: 'psu',
          weight: 'base_weight',
          fpc: null,
          nest: true,
          lonely: 'fail'
        }
      })
      .where(eq(wave.id, waveId))
      .run();
    const proposed = proposeForWave(access, waveId);
    if (!proposed.ok) throw new Error(JSON.stringify(proposed.issues));
  }
  return { access, waves };
}
