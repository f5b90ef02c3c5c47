import { expect, test } from 'vitest';
import { toHead, type SurveyFormat } from './format';
import { findFormat, formats } from './index';

const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], {
  eager: true
});

test('every format of the folder is in the list', () => {
  const listed = new Set<unknown>(formats);
  for (const [file, module] of Object.entries(modules)) {
    if (/(index|format)\.ts$/.test(file)) continue;
    const found = Object.values(module).filter(
      (value) => typeof value === 'object' && value !== null && 'sniff' in value
    );
    expect(found.length, `${file} exports a format`).toBeGreaterThan(0);
    for (const format of found) expect(listed.has(format), `${file} in index.ts`).toBe(true);
  }
});

test('ids are given once, and only the last format takes anything', () => {
  const ids = formats.map((format) => format.id);
  expect(new Set(ids).size).toBe(ids.length);
  const anything = toHead([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4']
  ]);
  expect(formats.filter((format) => format.sniff(anything)).map((format) => format.id)).toEqual([
    'generic'
  ]);
});

test('what nothing else can look like is asked first', () => {
  expect(formats.map((format) => format.id)).toEqual([
    'redcap-dictionary',
    'redcap-events',
    'xlsform-survey',
    'xlsform-choices',
    'xlsform-settings',
    'codebook',
    'qualtrics',
    'qualtrics-legacy',
    'microsoft-forms',
    'typeform',
    'jotform',
    'formbricks',
    'limesurvey-vv',
    'limesurvey-codes',
    'limesurvey-code-text',
    'kobo-repeat',
    'repeat-table',
    'kobo',
    'odk-central',
    'alchemer',
    'qualtrics-one-row',
    'redcap',
    'redcap-labels',
    'surveymonkey-pandas',
    'surveymonkey',
    'surveymonkey-one-row',
    'google-forms',
    'brfss',
    'census-pulse',
    'odk-cleaned',
    'coded-questions',
    'generic'
  ]);
});

test('every format says what it takes and what it does not', () => {
  for (const format of formats.slice(0, -1))
    expect(new Set(format.examples.map((example) => example.matches)), format.id).toEqual(
      new Set([true, false])
    );
});

test('what belongs beside a file of responses is marked so', () => {
  const beside = (formats as readonly SurveyFormat[]).filter((format) => format.companion);
  expect(beside.map(({ id, companion }) => [id, companion])).toEqual([
    ['redcap-dictionary', 'dictionary'],
    ['redcap-events', 'events'],
    ['xlsform-survey', 'form'],
    ['xlsform-choices', 'form'],
    ['xlsform-settings', 'form'],
    ['codebook', 'codebook'],
    ['kobo-repeat', 'repeat'],
    ['repeat-table', 'repeat']
  ]);
});

test.each(formats.flatMap((format) => format.examples.map((each) => ({ format, ...each }))))(
  '$format.id: $title',
  ({ format, records, matches }) => {
    expect(format.sniff(toHead(records))).toBe(matches);
    if (matches) expect(findFormat(toHead(records)).id).toBe(format.id);
  }
);
