import type { MissingCode } from '$lib/codebook/codebook';
import { withKnown } from './companions/definition';
import type { ColumnFacts } from './facts';
import { unnamed, type ColumnHint, type SurveyFormat } from './formats/format';
import { readHeadings } from './headings';
import type { Sheet } from './sheet';
import type { FormDefinition } from './xlsform';

/**
 * What headings and format say of every column, the tool's own columns included, and what is known of
 * it from a dictionary or codebook (`companions/definition.ts`), by place in the sheet.
 */
export function hintsOf(
  sheet: Sheet,
  format: SurveyFormat,
  form: FormDefinition | null,
  known: readonly (ColumnHint | null)[] = []
): ColumnHint[] {
  const read = format.read ? format.read(sheet, form) : readHeadings(sheet);
  return read.map((hint, i) => {
    const column = sheet.columns[i];
    const names = sheet.header.map((record) => (record[column?.index ?? i] ?? '').toLowerCase());
    const system = names.map((name) => format.system?.[name]).find((each) => each !== undefined);
    const isOwn = !system || (column?.heading === '' && i > 0);
    return withKnown(isOwn ? hint : { labels: hint.labels, ...system }, known[i]);
  });
}

/** In a list of choices, "prefer not to say" is one of the choices; only blanks are no answer. */
export function withRefusals(facts: ColumnFacts): ColumnFacts {
  const missing = facts.missing.filter(
    ({ reason }) => reason === 'blank' || reason === 'not-asked'
  );
  if (missing.length === facts.missing.length) return facts;
  const tokens = new Set(missing.map((code) => code.token));
  const answers = new Map([...facts.column.values].filter(([text]) => !tokens.has(text)));
  const nAnswers = [...answers.values()].reduce((sum, count) => sum + count, 0);
  return { ...facts, answers, nAnswers, missing };
}

/** A write-in column holds words of its own, not marks. */
export const hasWords = (facts: ColumnFacts): boolean =>
  facts.answers.size > 1 ||
  [...facts.answers.keys()].some(
    (text) => !/^(\d+|-\d+)$/.test(text) && text.toLowerCase() !== facts.label.toLowerCase()
  );

/** Why a word in the cells of a set means that it was not put. */
export const notAskedCode = (token: string, members: readonly ColumnFacts[]): MissingCode => {
  const code = members.flatMap((facts) => facts.missing).find((each) => each.token === token);
  return { token, reason: code && code.reason !== 'blank' ? code.reason : 'not-asked' };
};

/** Outside its group, an item is read with its question. */
export function withQuestion(facts: ColumnFacts, isItem: boolean): ColumnFacts {
  const { group, labels } = facts.hint;
  if (!isItem || !group || !labels) return facts;
  const question = group.labels.en ?? group.labels.und ?? '';
  const item = labels.en ?? labels.und ?? '';
  if (question === '' || item === question) return facts;
  return { ...facts, hint: { ...facts.hint, labels: unnamed(`${question}: ${item}`) } };
}
