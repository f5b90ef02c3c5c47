import { canonical, type Json } from '$lib/base/canonical';
import type { Category, Labels, MissingCode } from '$lib/codebook/codebook';
import type { PlannedVariable } from '../plan';
import { plain, spelling } from './columns';
import { isFromCells } from './compare-options';

/** A variable as it was decided, as it had been proposed then, and as it is proposed now. */
export interface Histories {
  decided: PlannedVariable;
  proposed: PlannedVariable | undefined;
  now: PlannedVariable | undefined;
}

/**
 * The wording to use now: a person's own where the question is asked as before, the file's where it
 * changed. Languages this file does not have stay.
 */
export function labelsNow(decided: Labels, proposed: Labels | undefined, now: Labels | undefined) {
  if (!now || Object.keys(now).length === 0) return decided;
  const isNamed = Object.keys(now).some((language) => language !== 'und');
  // Without its form a file only knows headings.
  if (!isNamed && Object.keys(decided).some((language) => language !== 'und')) {
    const was = proposed?.und;
    return was !== undefined && plain(was) !== plain(now.und ?? '') ? now : decided;
  }
  const merged: Labels = {};
  for (const language of new Set([...Object.keys(decided), ...Object.keys(now)])) {
    const [mine, was, is] = [decided[language], proposed?.[language], now[language]];
    const isEdited = mine !== undefined && mine !== was;
    const isSame = was !== undefined && is !== undefined && plain(was) === plain(is);
    const text = is === undefined || (isEdited && (was === undefined || isSame)) ? mine : is;
    if (text !== undefined && !(isNamed && language === 'und')) merged[language] = text;
  }
  return merged;
}

/**
 * Does this file come with a form or codebook that the earlier one came without, about a column nobody
 * decided anything about? Then what the form says goes before what was guessed.
 */
export function isBetterKnown({ decided, proposed, now }: Histories): boolean {
  if (!now || !proposed || now.kind !== 'categorical' || isFromCells(now.categories)) return false;
  const wasKnown = proposed.kind === 'categorical' && !isFromCells(proposed.categories);
  const isUntouched =
    decided.kind === proposed.kind &&
    decided.role === proposed.role &&
    canonical(decided.missing as unknown as Json) ===
      canonical(proposed.missing as unknown as Json);
  return !wasKnown && isUntouched && decided.source.from === now.source.from;
}

/** The codes for no answer: those decided, and those the file has for the first time. */
export function missingNow({ decided, proposed, now }: Histories): MissingCode[] {
  const known = new Set(
    [decided.missing, proposed?.missing ?? []].flat().map(({ token }) => token)
  );
  const answers = new Set(decided.categories.map(({ code }) => code));
  const added = (now?.missing ?? []).filter(
    ({ token }) => !known.has(token) && !answers.has(token)
  );
  return [...decided.missing, ...added];
}

/** The answers: a form's list as it is now in a person's words; else those of before with the new ones. */
export function categoriesNow(histories: Histories): Category[] {
  const { decided, proposed, now } = histories;
  if (decided.kind !== 'categorical') return [];
  if (now?.kind !== 'categorical' || decided.source.from !== 'column') return decided.categories;
  const tokens = new Set(missingNow(histories).map(({ token }) => token));
  const fresh = now.categories.filter(({ code }) => !tokens.has(code));
  const was = new Map(proposed?.categories.map((one) => [one.code, one]));
  if (!isFromCells(now.categories) && !isFromCells(proposed?.categories ?? [])) {
    const mine = new Map(decided.categories.map((one) => [one.code, one]));
    const listed = fresh.map((one) => ({
      ...one,
      labels: labelsNow(
        mine.get(one.code)?.labels ?? one.labels,
        was.get(one.code)?.labels,
        one.labels
      )
    }));
    return inOrder(isReordered(decided.categories, proposed) ? inOrderOf(decided, listed) : listed);
  }
  const merge = decided.source.merge ?? {};
  const known = new Set(decided.categories.map(({ code }) => code));
  const spelled = new Set(decided.categories.map(({ code }) => spelling(code)));
  const target = now.source.from === 'column' ? Object.values(now.source.merge ?? {}) : [];
  const added = fresh.filter(
    ({ code }) =>
      !known.has(code) &&
      !Object.hasOwn(merge, code) &&
      !spelled.has(spelling(code)) &&
      !target.includes(code)
  );
  return inOrder([...decided.categories, ...added]);
}

/** Answers spelled otherwise than before, to the code they had; none when spelled as before. */
export function mergeNow({ decided, now }: Histories): Record<string, string> | undefined {
  const { source, kind, categories } = decided;
  if (source.from !== 'column') return undefined;
  if (kind !== 'categorical' || now?.kind !== 'categorical') return source.merge;
  const known = new Set(categories.map(({ code }) => code));
  const byText = new Map(categories.map(({ code }) => [spelling(code), code]));
  const tokens = new Set(decided.missing.map(({ token }) => token));
  const spelled: Record<string, string> = {};
  for (const { code } of now.categories) {
    const same = byText.get(spelling(code));
    if (same !== undefined && spelling(code) !== '' && !known.has(code) && !tokens.has(code))
      spelled[code] = same;
  }
  const fresh = now.source.from === 'column' ? (now.source.merge ?? {}) : {};
  for (const [text, code] of Object.entries(fresh)) if (known.has(code)) spelled[text] ??= code;
  const merge = { ...spelled, ...source.merge };
  return Object.keys(merge).length > 0 ? merge : undefined;
}

const inOrder = (categories: readonly Category[]): Category[] =>
  categories.map((category, order) => ({ ...category, order }));

const isReordered = (
  categories: readonly Category[],
  proposed: PlannedVariable | undefined
): boolean => {
  const codes = new Set(categories.map(({ code }) => code));
  const order = (proposed?.categories ?? []).filter(({ code }) => codes.has(code));
  return order.map(({ code }) => code).join('\n') !== [...codes].join('\n');
};

function inOrderOf({ categories }: PlannedVariable, listed: readonly Category[]): Category[] {
  const place = new Map(categories.map(({ code }, i) => [code, i]));
  const at = ({ code }: Category): number => place.get(code) ?? categories.length;
  return [...listed].sort((a, b) => at(a) - at(b));
}
