import { and, eq } from 'drizzle-orm';
import { newId, type Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Labels } from '$lib/codebook/codebook';
import { findDetails, holdsSureDetail, type Detail } from '$lib/survey/identifiers/free-text';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { can } from '$lib/server/access/capability';
import { refused } from '$lib/server/access/refused';
import { readCodebook } from '$lib/server/db/codebook-rows';
import { currentVersion } from '$lib/server/db/queries/dataset-version';
import { importerOf, listTextReviews, pageOfTexts } from '$lib/server/db/queries/free-text';
import { textReview } from '$lib/server/db/schema';

/** Texts of a page. */
export const TEXTS_PER_PAGE = 20;
/** Longest quote, in characters. */
const LONGEST_QUOTE = 1000;

export const textStates = ['waiting', 'approved', 'withheld'] as const;
export type TextState = (typeof textStates)[number];

/** A question people answered in their own words. */
export interface TextQuestion {
  variable: string;
  number: number;
  labels: Labels;
  heading: string;
  total: number;
}

/** One answer in somebody's own words, for whoever may review it. */
export interface ReviewedText {
  variable: string;
  row: number;
  text: string;
  /** personal details found in it */
  details: Detail[];
  state: TextState;
  quote: string | null;
}

export interface TextsPage {
  questions: TextQuestion[];
  variable: string | null;
  state: TextState;
  counts: Record<TextState, number>;
  texts: ReviewedText[];
  page: number;
  pages: number;
}

/** A quote that may be shown: what was said, and to which question; nothing about who said it. */
export interface ApprovedQuote {
  quote: string;
  heading: string;
  labels: Labels;
}

/** Texts are read by whoever may import, and by the person who imported them. */
const mayRead = (access: Access, versionId: Id): boolean =>
  can(access.role, 'import') ||
  (access.userId !== null && importerOf(access, versionId) === access.userId);

function questionsOf(access: Access, versionId: Id): Omit<TextQuestion, 'total'>[] {
  const { questions, variables } = readCodebook(access.db, versionId);
  const asked = questions.filter(({ kind }) => kind === 'open-text' || kind === 'other-specify');
  return asked.flatMap(({ labels, variables: names }) =>
    names.flatMap((name) => {
      const number = variables.findIndex((one) => one.name === name);
      const variable = variables[number];
      return variable?.kind === 'text' && variable.role !== 'identifier'
        ? [{ variable: name, number, labels, heading: variable.heading }]
        : [];
    })
  );
}

/**
 * A page of the answers in own words of a wave's import in use, question by question; null when the
 * workspace has no such wave or the asker may not read them.
 *
 * @param wish.variable only answers to one question
 * @param wish.page from 1
 */
export function textsPage(
  access: Access,
  waveId: Id,
  wish: { variable?: string | null; state?: TextState; page?: number } = {}
): TextsPage | null {
  const version = currentVersion(access, waveId);
  if (!version || !mayRead(access, version.versionId)) return null;
  const { versionId } = version;
  const { state = 'waiting' } = wish;
  const reviews = new Map(
    listTextReviews(access, versionId).map((one) => [`${one.variable}/${one.row}`, one])
  );
  const stateOf = (variable: string, row: number): TextState =>
    reviews.get(`${variable}/${row}`)?.state ?? 'waiting';
  const all = questionsOf(access, versionId);
  const chosen = all.find(({ variable }) => variable === wish.variable) ?? null;
  const page = Math.max(1, Math.floor(wish.page ?? 1) || 1);
  const counts = { waiting: 0, approved: 0, withheld: 0 };
  const texts: ReviewedText[] = [];
  let skip = (page - 1) * TEXTS_PER_PAGE;
  let listed = 0;
  const questions = all.map((question): TextQuestion => {
    const { variable, number } = question;
    const isListed = chosen === null || chosen.variable === variable;
    let total = 0;
    const wants = (row: number): boolean => {
      total++;
      const now = stateOf(variable, row);
      if (isListed) counts[now]++;
      return isListed && now === state;
    };
    const take = TEXTS_PER_PAGE - texts.length;
    const found = pageOfTexts(access, versionId, number, { skip, take, wants });
    for (const { row, text } of found.texts) {
      const quote = reviews.get(`${variable}/${row}`)?.quote ?? null;
      const details = findDetails(text);
      texts.push({ variable, row, text, details, state: stateOf(variable, row), quote });
    }
    skip = Math.max(0, skip - found.total);
    listed += found.total;
    return { ...question, total };
  });
  const pages = Math.max(1, Math.ceil(listed / TEXTS_PER_PAGE));
  return { questions, variable: chosen?.variable ?? null, state, counts, texts, page, pages };
}

/** What somebody decides about one text. */
export interface TextDecision {
  variable: string;
  row: number;
  state: 'approved' | 'withheld';
  /** as it may be shown; not needed to withhold */
  quote?: string;
}

/**
 * Approves a text as a quote, in the words that may be shown, or withholds it. Deciding again replaces
 * what was decided. The log says which text, never what it says.
 *
 * Refused: `no-such-text` (also for whoever may not read it), `quote-missing`, `quote-too-long`,
 * `quote-holds-details` when an e-mail address, a telephone or a person number is still in it.
 */
export function reviewText(
  access: Access,
  waveId: Id,
  { variable, row, state, quote = '' }: TextDecision
): Parsed<{ id: Id }> {
  const place = placeOf(access, waveId, variable, row);
  if (!place) return refused('no-such-text');
  const words = quote.trim();
  if (state === 'approved') {
    if (words === '') return refused('quote-missing', 'quote');
    if (words.length > LONGEST_QUOTE)
      return refused('quote-too-long', 'quote', { limit: LONGEST_QUOTE });
    if (holdsSureDetail(words)) return refused('quote-holds-details', 'quote');
  }
  const { versionId } = place;
  const { db, workspaceId, userId } = access;
  const id = newId();
  const decided = {
    state,
    quote: state === 'approved' ? words : null,
    reviewedBy: userId ?? '',
    createdAt: new Date()
  };
  db.transaction((tx) => {
    tx.insert(textReview)
      .values({ id, workspaceId, datasetVersionId: versionId, variable, row, ...decided })
      .onConflictDoUpdate({
        target: [textReview.datasetVersionId, textReview.variable, textReview.row],
        set: decided
      })
      .run();
    recordAudit(access, {
      action: state === 'approved' ? 'approve-quote' : 'withhold-text',
      entity: 'text',
      entityId: `${versionId}/${variable}/${row}`,
      before: { state: place.state },
      after: { state }
    });
  });
  return { ok: true, value: { id } };
}

/** Takes a decision back: the text waits again. Refused: `no-such-text`, also when nothing was decided. */
export function undoTextReview(
  access: Access,
  waveId: Id,
  { variable, row }: Pick<TextDecision, 'variable' | 'row'>
): Parsed<{ row: number }> {
  const place = placeOf(access, waveId, variable, row);
  if (!place || place.state === 'waiting') return refused('no-such-text');
  access.db.transaction((tx) => {
    tx.delete(textReview)
      .where(
        and(
          eq(textReview.workspaceId, access.workspaceId),
          eq(textReview.datasetVersionId, place.versionId),
          eq(textReview.variable, variable),
          eq(textReview.row, row)
        )
      )
      .run();
    recordAudit(access, {
      action: 'undo-text-review',
      entity: 'text',
      entityId: `${place.versionId}/${variable}/${row}`,
      before: { state: place.state },
      after: { state: 'waiting' }
    });
  });
  return { ok: true, value: { row } };
}

/** Where a text stands that the asker may review; null when there is no text there. */
function placeOf(
  access: Access,
  waveId: Id,
  variable: string,
  row: number
): { versionId: Id; state: TextState } | null {
  const version = currentVersion(access, waveId);
  if (!version || !mayRead(access, version.versionId)) return null;
  const { versionId } = version;
  const question = questionsOf(access, versionId).find((one) => one.variable === variable);
  if (!question) return null;
  const { total } = pageOfTexts(access, versionId, question.number, {
    skip: 0,
    take: 0,
    wants: (at) => at === row
  });
  if (total === 0) return null;
  const now = listTextReviews(access, versionId).find(
    (one) => one.variable === variable && one.row === row
  );
  return { versionId, state: now?.state ?? 'waiting' };
}

/**
 * Quotes of a wave that somebody approved, newest first, for claims and hearings: the words and the
 * question, and nothing about the person, so that no mix of group answers points at anybody.
 */
export function approvedQuotes(access: Access, waveId: Id): ApprovedQuote[] {
  const version = currentVersion(access, waveId);
  if (!version) return [];
  const questions = questionsOf(access, version.versionId);
  return listTextReviews(access, version.versionId).flatMap(({ state, quote, variable }) => {
    const question = questions.find((one) => one.variable === variable);
    return state === 'approved' && quote !== null && question
      ? [{ quote, heading: question.heading, labels: question.labels }]
      : [];
  });
}
