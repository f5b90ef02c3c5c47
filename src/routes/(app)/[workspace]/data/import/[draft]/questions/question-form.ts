import type { BaseRule, Labels, MissingReason } from '$lib/codebook/codebook';
import { baseRules, missingReasons } from '$lib/survey/operations/edit';
import type { QuestionEdit } from '$lib/survey/operations/question-edit';

const texts = (form: FormData, name: string): string[] =>
  form.getAll(name).map((value) => (typeof value === 'string' ? value.trim() : ''));
const text = (form: FormData, name: string): string => texts(form, name)[0] ?? '';
const reasonOf = (value: string | undefined): MissingReason | null =>
  missingReasons.find((one) => one === value) ?? null;

/** Labels of a form: `name.en`, `name.es`, ...; empty ones are left out. */
function labelsOf(form: FormData, name: string): Labels {
  const labels: Labels = {};
  for (const [key, value] of form)
    if (key.startsWith(`${name}.`) && typeof value === 'string' && value.trim() !== '')
      labels[key.slice(name.length + 1)] = value.trim().slice(0, 500);
  return labels;
}

const directionOf = (value: string): QuestionEdit['direction'] =>
  value === 'low-is-bad' || value === 'low-is-good' ? value : null;

/** The edit of one question as its form sends it: lists of codes with labels, places and meanings. */
export function editOf(form: FormData): QuestionEdit {
  const codes = texts(form, 'code');
  const meanings = texts(form, 'meaning');
  const places = texts(form, 'place').map(Number);
  const reasons = texts(form, 'reason');
  const listed = codes.map((code, i) => ({
    code,
    meaning: reasonOf(meanings[i]),
    labels: labelsOf(form, `label.${i}`),
    order: Number.isFinite(places[i]) ? (places[i] ?? i) : i
  }));
  const kept = texts(form, 'token').map((token, i) => ({ token, reason: reasonOf(reasons[i]) }));
  return {
    labels: labelsOf(form, 'wording'),
    base: baseRules.find((one) => one === text(form, 'base')) ?? 'answered',
    direction: directionOf(text(form, 'direction')),
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

/** What a form sets for several questions at once. */
export interface BulkSetting {
  include?: 'use' | 'off';
  base?: BaseRule;
  direction?: QuestionEdit['direction'];
  missing?: { token: string; reason: MissingReason }[];
}

/** The questions of a form for several at once, and what it sets; what it leaves as it is is left out. */
export function bulkOf(form: FormData): { questionIds: string[]; set: BulkSetting } {
  const isShown = text(form, 'bulk-target') === 'shown';
  const include = text(form, 'bulk-include');
  const base = baseRules.find((one) => one === text(form, 'bulk-base'));
  const direction = text(form, 'bulk-direction');
  const tokens = text(form, 'bulk-missing')
    .split(/[,;]/)
    .map((token) => token.trim())
    .filter((token) => token !== '');
  const reason = reasonOf(text(form, 'bulk-reason')) ?? 'not-applicable';
  return {
    questionIds: texts(form, isShown ? 'shown' : 'pick'),
    set: {
      ...((include === 'use' || include === 'off') && { include }),
      ...(base && { base }),
      ...(direction !== '' && { direction: directionOf(direction) }),
      ...(tokens.length > 0 && { missing: tokens.map((token) => ({ token, reason })) })
    }
  };
}
