import type { Issue, Place } from '$lib/base/issue';

type Sentences = Record<
  string,
  (params: Issue['params'], where: Place) => { problem: string; fix: string }
>;

const times = (count: string | number | undefined, one: string, many: string): string =>
  Number(count) === 1 ? `1 ${one}` : `${count} ${many}`;
const rows = (count: string | number | undefined): string => times(count, 'row', 'rows');

/** What may be wrong with workbooks, archives, and files that belong together. */
export const companionIssues = {
  XLSX_DAMAGED: () => ({
    problem: 'This Excel workbook is damaged or was cut off, and cannot be opened.',
    fix: 'Export it again. If it opens in Excel, choose Save As, pick "CSV UTF-8 (Comma delimited)", and upload that file.'
  }),
  XLSX_EMPTY: () => ({
    problem: 'This file is packed as an Excel workbook, but it holds no sheet with rows.',
    fix: 'Check that it is the export with the responses, and not a document or an empty file.'
  }),
  XLSX_LOCKED: () => ({
    problem: 'This Excel workbook is locked with a password.',
    fix: 'Open it in Excel, take the password off, save it, and upload it again.'
  }),
  CONTAINER_TOO_LARGE: () => ({
    problem: 'This file grows too large when it is unpacked.',
    fix: 'Save the sheet with the responses as "CSV UTF-8 (Comma delimited)" and upload that file: a CSV file may be as large as it needs to be.'
  }),
  ZIP_UNKNOWN: () => ({
    problem: 'This file is compressed, and holds no table that we can read.',
    fix: 'Unpack it first and upload the file with the responses.'
  }),
  CELLS_MERGED: ({ sheet, count }, { line }) => ({
    problem: `Sheet "${sheet}" has ${times(count, 'merged cell', 'merged cells')} over several rows, the first in row ${line}. Only its first row holds the value; the rows below read as blank.`,
    fix: 'If each row should hold the value, split the cells in Excel, fill them down, and upload the workbook again.'
  }),
  TWO_SURVEYS: ({ name, main }) => ({
    problem: `"${name}" and "${main}" both hold responses, and no column says which rows belong together.`,
    fix: 'Import one of them at a time: another survey by itself, another wave as a wave of its survey.'
  }),
  COMPANION_UNKNOWN: ({ name }) => ({
    problem: `"${name}" is no form, dictionary or codebook that we know, shares no id with the responses, and is not used.`,
    fix: 'If it belongs to the survey, check that it has a column with the same ids as the responses.'
  }),
  SHEET_NOT_READ: ({ name }) => ({
    problem: `Sheet "${name}" does not belong to the responses as far as we can tell, and is not used.`,
    fix: 'If it holds responses of its own, save it as a file and import it by itself.'
  }),
  FORM_WITHOUT_SURVEY: () => ({
    problem:
      'There are choices of a form, but not its survey sheet, which says what they belong to.',
    fix: 'Add the survey sheet of the XLSForm, or the whole form as one Excel workbook.'
  }),
  LABELS_NEEDED: ({ count }) => ({
    problem: `${times(count, 'question holds', 'questions hold')} number codes without labels. They are read as codes in no order, and nothing is averaged.`,
    fix: 'Add the codebook of the survey, or name the codes at the step Questions.'
  }),
  JOIN_TOO_LARGE: ({ name }) => ({
    problem: `"${name}" is too large to be read beside the responses.`,
    fix: 'Leave out columns of it that are not needed, and import again.'
  }),
  JOIN_UNSURE: ({ name, column }) => ({
    problem: `"${name}" numbers its rows in "${column}" as the responses do, and nothing else says that they are about the same people. They would be read as one.`,
    fix: 'Go on if number 1 is the same person in both files. If not, take the file out and import it by itself.'
  }),
  JOIN_KEY_REPEATED: ({ name, count }, { line }) => ({
    problem: `"${name}" has an id that came before, first in line ${line}. ${rows(count)} of it are like this, and the first row of each id is used.`,
    fix: 'Check whether the file holds several rows per person, and keep the right one.'
  }),
  JOIN_UNMATCHED: ({ name, count }, { line }) => ({
    problem: `${rows(count)} of the responses have no row in "${name}", the first in line ${line}. Its columns are missing there.`,
    fix: 'Check that both files come from the same export.'
  }),
  JOIN_UNUSED: ({ name, count }) => ({
    problem: `${rows(count)} of "${name}" belong to nobody in the responses, and are not used.`,
    fix: 'Nothing to do, unless responses are missing from the main file.'
  }),
  REPEAT_WITHOUT_PARENT: ({ count }, { line }) => ({
    problem: `Line ${line} of a repeated group belongs to no response, and is left out. ${rows(count)} are like this.`,
    fix: 'Check that both files come from the same export.'
  })
} satisfies Sentences;
