import { fail, redirect } from '@sveltejs/kit';
import type { Decision } from '$lib/survey/operations';
import { uses, useOf, type Use } from '$lib/survey/operations/uses';
import { refused } from '$lib/server/access/refused';
import { addOperation } from '$lib/server/use-cases/draft-operations';
import { previewDraft } from '$lib/server/use-cases/preview-draft';
import { openDecisions } from '$lib/server/use-cases/review-draft';
import { reviewDetail, reviewRows, type ReviewRow } from '$lib/server/use-cases/review-rows';
import { draftPath, logOf, requireReview } from '../../open-review';
import { bulkOf, editOf } from './question-form';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const tabs = ['all', 'open', 'question', 'people', 'design', 'personal'] as const;
type Tab = (typeof tabs)[number];

const isUnder = (row: ReviewRow, tab: Tab): boolean =>
  tab === 'all' || (tab === 'open' ? row.needsAnswer : row.group === tab);

const hasWords = (row: ReviewRow, words: string): boolean =>
  words === '' ||
  [...row.headings, ...Object.values(row.labels), row.id].join(' ').toLowerCase().includes(words);

export const load: PageServerLoad = (event) => {
  const { access, review } = requireReview(event);
  const { searchParams } = event.url;
  const tab = tabs.find((one) => one === searchParams.get('show')) ?? 'all';
  const find = searchParams.get('find')?.trim() ?? '';
  const { first, widest } = previewDraft(access, review.draft.id);
  const preview = [...first, ...widest];
  const rows = reviewRows(review, preview);
  const found = rows.filter((row) => hasWords(row, find.toLowerCase()));
  const asked = searchParams.get('q');
  return {
    draftId: review.draft.id,
    tab,
    find,
    tabs: tabs.map((one) => ({ id: one, count: found.filter((row) => isUnder(row, one)).length })),
    rows: found.filter((row) => isUnder(row, tab)),
    all: rows.length,
    off: rows.filter(({ use }) => use === 'off').length,
    rowCount: review.inspection.rows,
    columns: review.inspection.columns,
    open: rows.filter(({ needsAnswer }) => needsAnswer).length,
    fileOpen: openDecisions(review).filter(
      ({ where }) => where.field === undefined && where.columnIndex === undefined
    ).length,
    detail: asked === null ? null : reviewDetail(review, asked, preview),
    log: logOf(review, event.locals.language),
    saved: searchParams.has('saved')
  };
};

/** The same list as before, said to be saved. */
function backTo(event: RequestEvent): never {
  const query = new URLSearchParams();
  for (const name of ['show', 'find', 'q']) {
    const value = event.url.searchParams.get(name);
    if (value) query.set(name, value);
  }
  query.set('saved', '1');
  redirect(303, `${draftPath(event)}/questions?${query}`);
}

/** Keeps decisions in order, and comes back to the list. */
function keep(event: RequestEvent, decisions: readonly Decision[]) {
  const { access, review } = requireReview(event);
  for (const decision of decisions) {
    const done = addOperation(access, review.draft.id, decision);
    if (!done.ok) return fail(422, { issues: done.issues });
  }
  return backTo(event);
}

const askedFor = (event: RequestEvent): string => event.url.searchParams.get('q') ?? '';

export const actions = {
  uses: async (event) => {
    const { access, review } = requireReview(event);
    const form = await event.request.formData();
    const changed: Record<string, Use> = {};
    for (const question of review.plan.questions) {
      const wanted = uses.find((use) => use === form.get(`use.${question.id}`));
      if (wanted && wanted !== useOf(review.plan, question)) changed[question.id] = wanted;
    }
    if (Object.keys(changed).length > 0) {
      const done = addOperation(access, review.draft.id, { kind: 'use', uses: changed });
      if (!done.ok) return fail(422, { issues: done.issues });
    }
    if (form.get('next') === 'privacy') redirect(303, `${draftPath(event)}/privacy`);
    return backTo(event);
  },
  bulk: async (event) => {
    requireReview(event);
    const form = await event.request.formData();
    const { questionIds, set } = bulkOf(form);
    if (questionIds.length === 0) return fail(422, { issues: refused('nothing-picked').issues });
    if (Object.keys(set).length === 0)
      return fail(422, { issues: refused('nothing-set', 'bulk-include').issues });
    return keep(event, [{ kind: 'bulk', questionIds, set }]);
  },
  edit: async (event) =>
    keep(event, [
      { kind: 'edit', questionId: askedFor(event), edit: editOf(await event.request.formData()) }
    ]),
  flip: (event) => keep(event, [{ kind: 'flip', questionId: askedFor(event) }]),
  'accept-all': (event) => keep(event, [{ kind: 'accept-all' }]),
  /** Accepts what the program proposes for one question: its open points, and its likely use. */
  decide: (event) => {
    const { review } = requireReview(event);
    const detail = reviewDetail(review, askedFor(event), []);
    if (!detail) return backTo(event);
    return keep(event, [
      ...detail.open.map(({ code, where }): Decision => {
        const { line, column, columnIndex } = where;
        return { kind: 'decide', code, where: { line, column, columnIndex }, choice: 'accept' };
      }),
      ...(detail.isUnsure ? [{ kind: 'use' as const, uses: { [detail.id]: detail.likely } }] : [])
    ]);
  }
} satisfies Actions;
