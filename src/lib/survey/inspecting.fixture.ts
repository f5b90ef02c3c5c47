import { textInMemory } from './file/bytes';
import { inspectSurvey, type Inspected, type InspectedQuestion, type Inspection } from './inspect';

/** Records as the text of a file. */
export function toText(records: readonly (readonly string[])[], delimiter = ','): string {
  const cell = (text: string): string =>
    text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return records.map((record) => record.map(cell).join(delimiter) + '\n').join('');
}

/** Reads records as if they had come in a file. */
export const inspectRecords = (
  records: readonly (readonly string[])[],
  delimiter = ','
): Inspected =>
  inspectSurvey({ main: textInMemory(toText(records, delimiter)), name: 'survey.csv' });

/** Reads a text as if it were a file. */
export const inspectText = (text: string): Inspected =>
  inspectSurvey({ main: textInMemory(text), name: 'survey.csv' });

/** The same rows several times over: proposals rest on more than a handful of answers. */
export const times = (n: number, rows: readonly (readonly string[])[]): string[][] =>
  Array.from({ length: n }, () => rows.map((row) => [...row])).flat();

/** Codes of the issues, notes left out. */
export const issueCodes = ({ issues }: Inspection): string[] =>
  issues.filter(({ severity }) => severity !== 'note').map(({ code }) => code);

/** The questions people answered, a line each: `kind | label | columns | asked, answered | options`. */
export const answered = ({ questions }: Inspection): string[] =>
  questions
    .filter(({ kind }) => !['design', 'identifier', 'paradata', 'empty'].includes(kind))
    .map(inOneLine);

const inOneLine = (question: InspectedQuestion): string => {
  const { kind, label, variables, base, nAsked, nAnswered, options } = question;
  const counts = options?.map((option) => `${option.label} ${option.count}`).join(', ');
  const who = `${base ?? ''} ${nAnswered}/${nAsked}`;
  return [kind, label, variables.join(' '), who, ...(counts ? [counts] : [])].join(' | ');
};

/** The columns that are no answers: `role | heading or label`. */
export const tools = ({ variables }: Inspection): string[] =>
  variables.filter(({ role }) => role !== 'answer').map(({ role, label }) => `${role} | ${label}`);
