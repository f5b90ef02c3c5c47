import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import { templateInForce } from '$lib/survey/operations/template';
import { withUnsureOff } from '$lib/survey/operations/uses';
import { sightOf } from '$lib/survey/templates/sight';
import { matchTemplate } from '$lib/survey/templates/match';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import {
  findListedTemplate,
  listTemplates,
  type ListedTemplate
} from '$lib/server/db/queries/import-template';
import { addOperation } from './draft-operations';
import { changeDraft } from './import-drafts';
import { loadTemplate, templateDecision, type FittingTemplate } from './import-template';
import { openReview, type Review } from './review-draft';

/** A draft beside a template: how it fits, and whether its decisions are in use. */
export interface ComparedDraft extends FittingTemplate {
  isInUse: boolean;
}

/** Templates a draft can be compared with, one a survey. */
export const templatesToCompare = (access: Access): ListedTemplate[] => listTemplates(access);

/**
 * A draft under review compared with a template; null when either is not there.
 *
 * @param templateId null: the one that was found for it, else the newest of all
 */
export function compareDraft(
  access: Access,
  draftId: Id,
  templateId: Id | null
): ComparedDraft | null {
  const review = openReview(access, draftId)?.review;
  if (!review) return null;
  const id = templateId ?? review.draft.templateId ?? listTemplates(access)[0]?.id ?? null;
  return id === null ? null : fitting(access, review, id);
}

function fitting(access: Access, review: Review, templateId: Id): ComparedDraft | null {
  const listed = findListedTemplate(access, templateId);
  const template = listed && loadTemplate(access, templateId);
  if (!template) return null;
  const { inspection, proposal } = review;
  const match = matchTemplate(template, proposal, sightOf(inspection, proposal));
  return { listed, template, match, isInUse: templateInUse(review) === templateId };
}

/** The template whose decisions hold in a draft; null when none, or they were laid aside. */
export const templateInUse = ({ draft }: Pick<Review, 'draft'>): Id | null =>
  templateInForce(draft.operations.slice(0, draft.operationCount));

/**
 * Takes the decisions of a template over for a draft whose differences a person has seen; undoable.
 *
 * Refused: `no-such-draft`, `no-template`.
 *
 * @param apart positions of columns that are kept as questions of their own
 */
export function useTemplate(
  access: Access,
  draftId: Id,
  templateId: Id,
  apart: readonly number[] = []
): Parsed<{ draftId: Id }> {
  const review = openReview(access, draftId)?.review;
  if (!review) return refused('no-such-draft');
  const found = fitting(access, review, templateId);
  if (!found) return refused('no-template', undefined, { survey: '' });
  const decision = templateDecision(found, review.proposal, {
    apart: new Set(apart),
    isConfirmed: true
  });
  const added = addOperation(access, draftId, decision);
  if (!added.ok) return added;
  changeDraft(access, draftId, {
    templateId,
    surveyName: review.draft.surveyName ?? found.listed.survey
  });
  return { ok: true, value: { draftId } };
}

/** Lays the decisions of the earlier wave aside: everything is as proposed; undoable. Refused: `no-such-draft`. */
export function startAfresh(access: Access, draftId: Id): Parsed<{ draftId: Id }> {
  const review = openReview(access, draftId)?.review;
  if (!review) return refused('no-such-draft');
  if (templateInUse(review) === null) return { ok: true, value: { draftId } };
  const { questions, variables, openQuestions } = withUnsureOff(review.proposal);
  const added = addOperation(access, draftId, {
    kind: 'template',
    templateId: null,
    survey: '',
    wave: '',
    result: { questions, variables, openQuestions }
  });
  return added.ok ? { ok: true, value: { draftId } } : added;
}
