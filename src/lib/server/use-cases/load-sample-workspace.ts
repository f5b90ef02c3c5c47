import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import { byPlace, everyone, type FigureQuery } from '$lib/indicators/figure-query';
import { demoAnalyst } from '$lib/server/access/demo';
import type { Access } from '$lib/server/access/access';
import { findExhibit } from '$lib/server/db/queries/evidence';
import { membership } from '$lib/server/db/schema';
import { useExhibit } from './exhibit-uses';
import { freezeExhibit, saveExhibit } from './exhibits';
import { freezeFigure } from './freeze-figure';
import { listInstances } from './mapping';
import { createPerson } from './people';
import { SampleError } from './sample-error';
import { seedAdvocacy } from './seed-advocacy';

/** A figure the sample's hearing shows, named by the survey's own variable. */
interface ExhibitWish {
  variable: string;
  by: string | null;
  wave: string;
  chart: string;
}

/** Indicators a wish may mean, the plainest first. */
const preferred = ['prevalence', 'unmet-need-rate', 'access-barriers'];

/**
 * The sample's coalition, campaign, measures and hearing, with its exhibits frozen and put in their
 * places.
 *
 * @returns the access of the demo analyst, who froze them
 * @throws SampleError when a figure cannot be frozen
 */
export async function loadSampleWorkspace(
  owner: Access,
  file: { exhibits: ExhibitWish[] },
  waves: Record<string, Id>,
  area: string,
  password: string
): Promise<Access> {
  const { db, workspaceId, organizationId } = owner;
  const person = got(await createPerson(db, { ...demoAnalyst, password }));
  db.insert(membership)
    .values({ workspaceId, organizationId, userId: person.userId, role: 'analyst' })
    .run();
  const analyst: Access = { ...owner, userId: person.userId, role: 'analyst' };
  const { campaignId, hearingId } = seedAdvocacy(owner, file);
  for (const wish of file.exhibits) {
    const wave = waves[wish.wave];
    const query = wave && queryOf(analyst, wish, wave, area);
    if (!query) continue;
    const { exhibitId } = got(freezeFigure(analyst, query, { language: 'en' }));
    const title = findExhibit(analyst, exhibitId)?.title ?? '';
    got(
      saveExhibit(
        analyst,
        exhibitId,
        { title, authorAlt: null, visibility: 'coalition', claimId: null },
        'en'
      )
    );
    got(freezeExhibit(analyst, exhibitId, 'en'));
    useExhibit(analyst, 'hearing', hearingId, exhibitId);
    useExhibit(analyst, 'campaign', campaignId, exhibitId);
  }
  return analyst;
}

function queryOf(
  access: Access,
  { variable, by, chart }: ExhibitWish,
  wave: Id,
  area: string
): FigureQuery | null {
  const fitting = listInstances(access, wave).filter(({ inputs, indicatorId }) =>
    preferred.includes(indicatorId)
      ? Object.values(inputs).some(({ questionId }) => questionId.endsWith(variable))
      : false
  );
  const instance = preferred.flatMap((id) => fitting.filter((one) => one.indicatorId === id))[0];
  if (!instance) return null;
  const isMap = chart === 'map';
  return {
    show: instance.key,
    by: by === area ? byPlace : by,
    place: null,
    wave,
    versus: everyone,
    view: isMap ? 'map' : 'bars'
  };
}

function got<T>(result: Parsed<T>): T {
  if (!result.ok) throw new SampleError(result.issues);
  return result.value;
}
