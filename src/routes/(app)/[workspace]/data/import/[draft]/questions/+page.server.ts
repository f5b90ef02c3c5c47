import { fail, redirect } from '@sveltejs/kit';
import type { BaseRule, Labels, MissingReason } from '$lib/codebook/codebook';
import {
  uses,
  useOf,
  withDecision,
  withProposals,
  withUse
} from '$lib/server/use-cases/plan-edits';
import { flipped, withEdit, type QuestionEdit } from '$lib/server/use-cases/question-edit';
import { previewDraft } from '$lib/server/use-cases/preview-draft';
import { changePlan, openDecisions } from '$lib/server/use-cases/review-draft';
import { reviewDetail, reviewRows, type ReviewRow } from '$lib/server/use-cases/review-rows';
import { draftPath, requireReview } from '../../open-review';
import type { Actions, PageServerLoad } from './$types';

const tabs = ['all', 'open', 'question', 'people', 'design', 'personal'] as const;
type Tab = (typeof tabs)[number];

const isUnder = (row: ReviewRow, tab: Tab): boolean =>
  tab === 'all' || (tab === 'open' ? row.needsAnswer : row.group === tab);

export const load: PageServerLoad = (event) => {
  const { access, review } = requireReview(event);
  const { searchParams } = event.url;
  const tab = tabs.find((one) => one === searchParams.get('show')) ?? 'all';
  const preview = previewDraft(access, review.draft.id, review.plan.layout);
  const rows = reviewRows(review, preview);
  const asked = searchParams.get('q');
  return {
    draftId: review.draft.id,
    tab,
    tabs: tabs.map((one) => ({ id: one, count: rows.filter((row) => isUnder(row, one)).length })),
    rows: rows.filter((row) => isUnder(row, tab)),
    all: rows.length,
    off: rows.filter(({ use }) => use === 'off').length,
    rowCount: review.inspection.rows,
    columns: review.inspection.columns,
    open: rows.filter(({ needsAnswer }) => needsAnswer).length,
    fileOpen: openDecisions(review).filter(
      ({ where }) => where.field === undefined && where.columnIndex === undefined
    ).length,
    detail: asked === null ? null : reviewDetail(review, asked, preview),
    saved: searchParams.has('saved')
  };
};

/** The same list as before, said to be saved. */
function backTo(url: URL, path: string): never {
  const query = new URLSearchParams();
  const tab = url.searchParams.get('show');
  const question = url.searchParams.get('q');
  if (tab) query.set('show', tab);
  if (question) query.set('q', question);
  query.set('saved', '1');
  redirect(303, `${path}/questions?${query}`);
}

const texts = (form: FormData, name: string): string[] =>
  form.getAll(name).map((value) => (typeof value === 'string' ? value.trim() : ''));

const bases: BaseRule[] = ['answered', 'asked', 'everyone'];
const reasons: MissingReason[] = [
  'blank',
  'not-asked',
  'dont-know',
  'refused',
  'not-applicable',
  'unreadable'
];

/** Labels of a form: `name.en`, `name.es`, ...; empty ones are left out. */
function labelsOf(form: FormData, name: string): Labels {
  const labels: Labels = {};
  for (const [key, value] of form)
    if (key.startsWith(`${name}.`) && typeof value === 'string' && value.trim() !== '')
      labels[key.slice(name.length + 1)] = value.trim().slice(0, 500);
  return labels;
}

/** The edit of one question as its form sends it: lists of codes with labels, places and meanings. */
function editOf(form: FormData): QuestionEdit {
  const codes = texts(form, 'code');
  const meanings = texts(form, 'meaning');
  const places = texts(form, 'place').map(Number);
  const direction = texts(form, 'direction')[0];
  const listed = codes.map((code, i) => ({
    code,
    meaning: reasons.find((one) => one === meanings[i]) ?? null,
    labels: labelsOf(form, `label.${i}`),
    order: Number.isFinite(places[i]) ? (places[i] ?? i) : i
  }));
  const kept = texts(form, 'token').map((token, i) => ({
    token,
    reason: reasons.find((one) => one === texts(form, 'reason')[i]) ?? null
  }));
  return {
    labels: labelsOf(form, 'wording'),
    base: bases.find((one) => one === texts(form, 'base')[0]) ?? 'answered',
    direction: direction === 'low-is-bad' || direction === 'low-is-good' ? direction : null,
    categories: [
      ...listed
        .filter(({ meaning }) => meaning === null)
        .map(({ code, labels, order }) => ({ code, labels, order })),
      // A code that stood for no answer and is an answer again stands last.
      ...kept
        .filter(({ reason }) => reason === null)
        .map(({ token }, i) => ({ code: token, labels: { und: token }, order: 1000 + i }))
    ],
    missing: [
      ...listed.flatMap(({ code, meaning }) => (meaning ? [{ token: code, reason: meaning }] : [])),
      ...kept.flatMap(({ token, reason }) => (reason ? [{ token, reason }] : []))
    ]
  };
}

export const actions = {
  uses: async (event) => {
    const { access, review } = requireReview(event);
    const form = await event.request.formData();
    const done = changePlan(access, review.draft.id, (plan, proposal) => {
      let changed = plan;
      for (const question of plan.questions) {
        const wanted = uses.find((use) => use === form.get(`use.${question.id}`));
        if (wanted && wanted !== useOf(plan, question))
          changed = withUse(changed, proposal, question.id, wanted);
      }
      return changed;
    });
    if (!done.ok) return fail(422, { issues: done.issues });
    if (form.get('next') === 'design') redirect(303, `${draftPath(event)}/design`);
    backTo(event.url, draftPath(event));
  },
  edit: async (event) => {
    const { access, review } = requireReview(event);
    const form = await event.request.formData();
    const id = event.url.searchParams.get('q') ?? '';
    const done = changePlan(access, review.draft.id, (plan) => withEdit(plan, id, editOf(form)));
    if (!done.ok) return fail(422, { issues: done.issues });
    backTo(event.url, draftPath(event));
  },
  flip: (event) => {
    const { access, review } = requireReview(event);
    const id = event.url.searchParams.get('q') ?? '';
    const done = changePlan(access, review.draft.id, (plan) => flipped(plan, id));
    if (!done.ok) return fail(422, { issues: done.issues });
    backTo(event.url, draftPath(event));
  },
  'accept-all': (event) => {
    const { access, review } = requireReview(event);
    const done = changePlan(access, review.draft.id, withProposals);
    if (!done.ok) return fail(422, { issues: done.issues });
    backTo(event.url, draftPath(event));
  },
  /** Accepts what the program proposes for one question: its open points, and its likely use. */
  decide: (event) => {
    const { access, review } = requireReview(event);
    const id = event.url.searchParams.get('q') ?? '';
    const detail = reviewDetail(review, id, []);
    if (detail) {
      const done = changePlan(access, review.draft.id, (plan, proposal) => {
        const decided = detail.open.reduce(
          (now, issue) => withDecision(now, issue, 'accept'),
          plan
        );
        return detail.isUnsure ? withUse(decided, proposal, id, detail.likely) : decided;
      });
      if (!done.ok) return fail(422, { issues: done.issues });
    }
    backTo(event.url, draftPath(event));
  }
} satisfies Actions;
