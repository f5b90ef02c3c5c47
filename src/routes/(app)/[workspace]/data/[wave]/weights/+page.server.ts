import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Issue } from '$lib/base/issue';
import { makeWeights, useWeights } from '$lib/server/use-cases/weighting';
import { baseChoices, readWeighting } from '$lib/server/use-cases/weighting-form';
import { atBoxes, targetBoxes, weightingPage } from '$lib/server/use-cases/weighting-page';
import { requireWave, waveHead } from '../wave-page';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const found = requireWave(event, 'analyze');
  const { access, wave } = found;
  const view = weightingPage(access, wave.id, event.locals.language);
  const asked = event.url.searchParams.get('show');
  const weightings = view?.weightings ?? [];
  return {
    wave: waveHead(found),
    fileWeight: view?.fileWeight ?? null,
    usedId: view?.usedId ?? null,
    usedIssues: view?.usedIssues ?? [],
    columns: view?.columns ?? { numbers: [], keys: [], questions: [] },
    casper: baseChoices.casper,
    made: weightings.map(({ id, madeAt, method, isUsed }) => ({ id, madeAt, method, isUsed })),
    shown:
      weightings.find(({ id }) => id === asked) ??
      weightings.find(({ isUsed }) => isUsed) ??
      weightings[0] ??
      null,
    values: { base: wave.design?.weight ?? '', method: 'rake', clusters: '30', trim: 'none' },
    done: event.url.searchParams.get('done')
  };
};

/** Margins are short tables; a longer file is something else. */
const longestFile = 1_000_000;

/** Texts of the form as typed; the text of a chosen file takes the place of the typed margins. */
async function typedIn(
  event: RequestEvent
): Promise<{ values: Record<string, string>; questions: string[]; issues: Issue[] }> {
  const form = await event.request.formData();
  const values: Record<string, string> = {};
  for (const [field, value] of form) if (typeof value === 'string') values[field] = value;
  const questions = form.getAll('question').filter((one) => typeof one === 'string');
  const file = form.get('marginsFile');
  const issues: Issue[] = [];
  if (file instanceof File && file.size > longestFile)
    issues.push({
      code: 'margins-file-long',
      severity: 'error',
      where: { field: 'marginsFile' },
      params: {}
    });
  else if (file instanceof File && file.size > 0) values.margins = await file.text();
  return { values, questions, issues };
}

export const actions = {
  make: async (event) => {
    const { access, wave } = requireWave(event, 'analyze');
    const { values, questions, issues } = await typedIn(event);
    const boxes = targetBoxes(access, wave.id, questions, event.locals.language);
    if (issues.length > 0) return fail(422, { issues, values, questions, boxes });
    if (values.intent === 'boxes') return { issues, values, questions, boxes };
    const asked = readWeighting(values);
    const made = asked.ok ? await makeWeights(access, wave.id, asked.value) : asked;
    if (!made.ok)
      return fail(422, { issues: atBoxes(made.issues, boxes), values, questions, boxes });
    redirect(303, `${event.url.pathname}?show=${made.value.weightingId}&done=made#report`);
  },
  use: async (event) => {
    const { access, wave } = requireWave(event, 'analyze');
    const id = (await event.request.formData()).get('weighting');
    const wanted = typeof id === 'string' && id !== '' ? id : null;
    const used = useWeights(access, wave.id, wanted);
    if (!used.ok)
      return fail(422, {
        issues: used.issues,
        values: {},
        questions: [] as string[],
        boxes: []
      });
    redirect(
      303,
      `${event.url.pathname}?done=${wanted ? 'used' : 'dropped'}${wanted ? `&show=${wanted}` : ''}`
    );
  }
} satisfies Actions;
