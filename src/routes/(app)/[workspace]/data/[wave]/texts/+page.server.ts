import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import {
  approvedQuotes,
  reviewText,
  textsPage,
  textStates,
  undoTextReview
} from '$lib/server/use-cases/text-review';
import { requireWave, waveHead } from '../wave-page';
import type { Actions, PageServerLoad } from './$types';

const stateIn = ({ searchParams }: URL) =>
  textStates.find((state) => state === searchParams.get('state')) ?? 'waiting';

export const load: PageServerLoad = (event) => {
  const found = requireWave(event, 'view');
  const { access, wave } = found;
  const { searchParams } = event.url;
  const done = searchParams.get('done');
  return {
    wave: waveHead(found),
    /** null: the asker sees approved quotes only */
    review: textsPage(access, wave.id, {
      variable: searchParams.get('question'),
      state: stateIn(event.url),
      page: Number(searchParams.get('page') ?? 1)
    }),
    quotes: approvedQuotes(access, wave.id),
    done: (['approved', 'withheld', 'undone'] as const).find((one) => one === done) ?? null
  };
};

/** The same list as before, with what was done. */
function backTo({ url }: Pick<RequestEvent, 'url'>, done: string): never {
  const query = new URLSearchParams();
  for (const name of ['question', 'state', 'page']) {
    const value = url.searchParams.get(name);
    if (value) query.set(name, value);
  }
  query.set('done', done);
  redirect(303, `${url.pathname}?${query}`);
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

export const actions = {
  approve: async (event) => {
    const { access, wave } = requireWave(event, 'view');
    const form = await event.request.formData();
    const [variable, row] = [textOf(form, 'variable'), Number(textOf(form, 'row'))];
    const quote = textOf(form, 'quote');
    const done = reviewText(access, wave.id, { variable, row, state: 'approved', quote });
    if (!done.ok) return fail(422, { issues: done.issues, variable, row, quote });
    backTo(event, 'approved');
  },
  withhold: async (event) => {
    const { access, wave } = requireWave(event, 'view');
    const form = await event.request.formData();
    const [variable, row] = [textOf(form, 'variable'), Number(textOf(form, 'row'))];
    const done = reviewText(access, wave.id, { variable, row, state: 'withheld' });
    if (!done.ok) return fail(422, { issues: done.issues });
    backTo(event, 'withheld');
  },
  undo: async (event) => {
    const { access, wave } = requireWave(event, 'view');
    const form = await event.request.formData();
    const [variable, row] = [textOf(form, 'variable'), Number(textOf(form, 'row'))];
    const done = undoTextReview(access, wave.id, { variable, row });
    if (!done.ok) return fail(422, { issues: done.issues });
    backTo(event, 'undone');
  }
} satisfies Actions;
