import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeByteText } from '../file/byte-text';
import { bytesInMemory } from '../file/bytes';
import { openFile } from '../file/open-file';
import { readRecords } from '../file/records';
import { normalisedPieces, textPieces } from '../file/text-pieces';
import { inspectSurvey, type Inspection } from '../inspect';
import { workbookBytes, type Written } from './workbook.fixture';

const source = (name: string) => bytesInMemory(readFileSync(`tests/fixtures/files/${name}`));

/** Every record of a file, header and all, as the cells of a sheet. */
function cellsOf(name: string, asNumbers: boolean): Written[][] {
  const opening = openFile(source(name));
  if (!opening.ok) throw new Error(name);
  const { layout } = opening.file;
  const pieces = textPieces(source(name), layout.encoding, layout.skipBytes);
  const rows: Written[][] = [];
  readRecords(normalisedPieces(pieces), layout, ({ records }) => {
    for (const record of records)
      rows.push(
        record.map((cell) => {
          const { text } = decodeByteText(cell);
          const isNumber =
            asNumbers && rows.length > 0 && /^(0|-?[1-9]\d{0,8})(\.\d*[1-9])?$/.test(text);
          return text === '' ? null : isNumber ? Number(text) : text;
        })
      );
  });
  return rows;
}

const held = ({ format, rows, columns, questions, variables }: Inspection) => ({
  format,
  rows,
  columns,
  questions,
  variables
});

test.each(
  [
    'kobo-names.csv',
    'kobo-labels.csv',
    'odk-central-main.csv',
    'qualtrics-numeric.csv',
    'qualtrics-choicetext.csv',
    'surveymonkey-condensed.csv',
    'surveymonkey-expanded.csv',
    'googleforms-sheet.csv',
    'msforms.csv',
    'typeform.csv',
    'jotform.csv',
    'alchemer.csv',
    'redcap-raw.csv',
    'limesurvey-codetext.csv',
    'brfss-like.csv'
  ].flatMap((name) => [
    { name, as: 'text' },
    { name, as: 'numbers' }
  ])
)('$name as a workbook, numbers as $as, holds what the file holds', ({ name, as }) => {
  const sheets = { Responses: cellsOf(name, as === 'numbers') };
  const workbook = bytesInMemory(workbookBytes(sheets));
  const read = inspectSurvey({ main: workbook, name: 'export.xlsx' });
  const wanted = inspectSurvey({ main: source(name), name });
  expect(held(read.inspection)).toEqual(held(wanted.inspection));
  expect(read.plan?.container).toEqual({ kind: 'xlsx', sheet: 'Responses' });
});
