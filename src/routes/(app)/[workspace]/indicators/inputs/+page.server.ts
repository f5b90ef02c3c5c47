import { fail, redirect } from '@sveltejs/kit';
import type { Parsed } from '$lib/base/issue';
import { labelIn } from '$lib/codebook/codebook';
import { topicOf } from '$lib/indicators/benchmark';
import { readBenchmarks, readReviews, toBenchmark, toReview } from '$lib/indicators/read-inputs';
import { requireAccess } from '$lib/server/access/require-access';
import { listBenchmarks, listReviews } from '$lib/server/db/queries/indicator-inputs';
import {
  removeBenchmark,
  removeReview,
  saveBenchmarks,
  saveReviews
} from '$lib/server/use-cases/indicator-inputs';
import { listInstances } from '$lib/server/use-cases/mapping';
import { wavesWithResponses } from '$lib/server/use-cases/show-figure';
import { formatNumber } from '$lib/text/format';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Measures a published number can belong to. */
const topical = ['people-in-need', 'prevalence'];

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'analyze');
  const { language } = event.locals;
  const topics = new Map<string, string>();
  for (const { wave } of wavesWithResponses(access))
    for (const { indicatorId, key, labels } of listInstances(access, wave.id))
      if (topical.includes(indicatorId) && !topics.has(topicOf(key)))
        topics.set(topicOf(key), labelIn(labels, language) || key);
  const number = (value: number): string =>
    formatNumber(value, language, Number.isInteger(value) ? 0 : 3);
  return {
    topics: [...topics].map(([value, label]) => ({ value, label: label.slice(0, 90) })),
    benchmarks: listBenchmarks(access).map(
      ({ id, kind, topic, place, value, moe, source, date, note }) => ({
        id,
        kind,
        topic: topics.get(topic) ?? topic,
        place,
        value: number(value),
        moe: moe === null ? '' : number(moe),
        source,
        date,
        note
      })
    ),
    reviews: listReviews(access).map(
      ({ id, policy, kind, clause, coder, score, document, date }) => ({
        id,
        policy,
        kind,
        clause,
        coder,
        score: number(score),
        document,
        date
      })
    ),
    done: event.url.searchParams.get('done'),
    count: Number(event.url.searchParams.get('n')) || 0
  };
};

/** Fields of a form as plain texts, without the form's name before each. */
async function textsOf(event: RequestEvent, name = ''): Promise<Record<string, string>> {
  const form = await event.request.formData();
  return Object.fromEntries(
    [...form].flatMap(([field, value]) =>
      typeof value === 'string' ? [[field.replace(`${name}-`, ''), value]] : []
    )
  );
}

/** Reads what was typed, keeps it, and comes back with what was kept; what was refused stays typed. */
async function keep<T>(
  event: RequestEvent,
  read: (values: Record<string, string>) => Parsed<T[]>,
  save: (rows: T[]) => Parsed<{ saved: number }>,
  form: string
) {
  const values = await textsOf(event, form);
  const rows = read(values);
  if (!rows.ok) return fail(422, { form, issues: rows.issues, values });
  const saved = save(rows.value);
  if (!saved.ok) return fail(422, { form, issues: saved.issues, values });
  redirect(303, `${event.url.pathname}?done=saved&n=${saved.value.saved}`);
}

const one = <T>(row: Parsed<T>): Parsed<T[]> => (row.ok ? { ok: true, value: [row.value] } : row);

async function remove(event: RequestEvent, work: (id: string) => Parsed<unknown>) {
  const { id = '' } = await textsOf(event);
  const removed = work(id);
  if (!removed.ok) return fail(422, { form: 'remove', issues: removed.issues, values: {} });
  redirect(303, `${event.url.pathname}?done=removed`);
}

export const actions = {
  number: (event) => {
    const access = requireAccess(event, 'analyze');
    return keep(
      event,
      (values) => one(toBenchmark(values)),
      (rows) => saveBenchmarks(access, rows),
      'number'
    );
  },
  numbers: (event) => {
    const access = requireAccess(event, 'analyze');
    return keep(
      event,
      ({ table = '' }) => readBenchmarks(table),
      (rows) => saveBenchmarks(access, rows),
      'numbers'
    );
  },
  reading: (event) => {
    const access = requireAccess(event, 'analyze');
    return keep(
      event,
      (values) => one(toReview(values)),
      (rows) => saveReviews(access, rows),
      'reading'
    );
  },
  readings: (event) => {
    const access = requireAccess(event, 'analyze');
    return keep(
      event,
      ({ table = '' }) => readReviews(table),
      (rows) => saveReviews(access, rows),
      'readings'
    );
  },
  'remove-number': (event) => {
    const access = requireAccess(event, 'analyze');
    return remove(event, (id) => removeBenchmark(access, id));
  },
  'remove-reading': (event) => {
    const access = requireAccess(event, 'analyze');
    return remove(event, (id) => removeReview(access, id));
  }
} satisfies Actions;
