import { describe, expect, test } from 'vitest';
import { textInMemory } from '../file/bytes';
import { openFile } from '../file/open-file';
import { generic } from '../formats/generic';
import { inspectRecords, times, toText } from '../inspecting.fixture';
import { proposeQuestions } from '../questions/questions';
import { readSheet } from '../sheet/read-sheet';
import { checkAnswers } from './answers';

/** The issue of a kind that a table of records gives, as line and parameters. */
function found(code: string, records: string[][]) {
  const { inspection, plan } = inspectRecords(records);
  const issue = inspection.issues.find((each) => each.code === code);
  // Whatever is noticed about people, no row is left out for it.
  expect(plan?.exclusions).toEqual([]);
  return issue && { line: issue.where.line, severity: issue.severity, ...issue.params };
}

const set = ['q [Food]', 'q [Rent]', 'q [None of these]', 'next'];

describe('what answers say together', () => {
  test('"none of these" beside another option is reported with count and first line', () => {
    const rows = times(5, [
      ['1', '0', '0', 'a'],
      ['0', '0', '1', 'b'],
      ['1', '0', '1', 'a']
    ]);
    expect(found('EXCLUSIVE_CONFLICT', [set, ...rows])).toEqual({
      line: 4,
      severity: 'note',
      count: 5,
      option: 'None of these'
    });
    expect(found('EXCLUSIVE_CONFLICT', [set, ...rows.filter((_, i) => i % 3 < 2)])).toBeUndefined();
  });

  test('a check of the first rows only says how many they were', () => {
    const rows = times(5, [
      ['1', '0', '0', 'a'],
      ['1', '0', '1', 'b']
    ]);
    const source = textInMemory(toText([set, ...rows]));
    const opening = openFile(source);
    if (!opening.ok) throw new Error('the file is not opened');
    const sheet = readSheet(source, opening.file.layout, [set]);
    const reading = proposeQuestions(sheet, generic, null);
    const counts = ({ isWhole }: { isWhole: boolean }) =>
      checkAnswers({ ...sheet, isWhole }, reading).map(({ params }) => [
        params.count,
        params.lookedAt
      ]);
    expect(counts({ isWhole: true })).toEqual([[5, undefined]]);
    expect(counts({ isWhole: false })).toEqual([[5, 10]]);
  });

  test('words for no answer in the field of "other" are no choice beside it', () => {
    const chosen = times(6, [
      ['Food', '', '', '', 'a'],
      ['', 'Rent', '', '', 'b'],
      ['', '', 'None of these', '', 'a'],
      ['', '', '', 'Bus', 'b'],
      ['', '', '', 'A garden', 'b']
    ]);
    const headings = ['q [Food]', 'q [Rent]', 'q [None of these]', 'q [Other]', 'next'];
    const records = [headings, ...chosen, ['', '', 'None of these', 'n/a', 'a']];
    expect(found('EXCLUSIVE_CONFLICT', records)).toBeUndefined();
  });

  test('the same in joined cells', () => {
    const rows = times(4, [['Food, Rent'], ['Rent, Bus'], ['Bus, Food'], ['None of these']]).map(
      ([cell = ''], i) => [String(i), cell]
    );
    const all = [['id', 'needs'], ...rows, ['90', 'Food, None of these']];
    expect(found('EXCLUSIVE_CONFLICT', all)).toMatchObject({ line: 18, count: 1 });
  });

  test('rows without a tick that answer the next question may belong to the base', () => {
    const rows = times(5, [
      ['Food', '', '', 'a'],
      ['', 'Rent', '', 'b'],
      ['', '', '', 'a'],
      ['', '', '', '']
    ]);
    expect(found('BASE_MAY_BE_WIDER', [set, ...rows])).toMatchObject({
      line: 4,
      severity: 'note',
      count: 5,
      next: 'next'
    });
  });

  test('who took less than a third of the usual time is counted', () => {
    const rows = Array.from({ length: 40 }, (_, i) => [
      String(i),
      i % 20 === 7 ? '60' : '300',
      'a'
    ]);
    const records = [['id', 'Duration (in seconds)', 'q1'], ...rows];
    expect(found('SPEEDERS', records)).toMatchObject({ line: 9, count: 2, seconds: 100 });
  });

  test('the same answer to every item of a battery is counted', () => {
    const items = ['s [a]', 's [b]', 's [c]', 's [d]'];
    const rows = times(5, [
      ['Agree', 'Disagree', 'Neutral', 'Agree'],
      ['Agree', 'Agree', 'Agree', 'Agree'],
      ['Disagree', 'Neutral', 'Agree', 'Agree']
    ]);
    expect(found('STRAIGHT_LINERS', [items, ...rows])).toMatchObject({
      line: 3,
      count: 5,
      items: 4
    });
  });

  test('answers from one device within minutes are counted', () => {
    const at = (minute: number) => `2024-05-01T10:${String(minute).padStart(2, '0')}:00Z`;
    const rows = Array.from({ length: 30 }, (_, i) => [
      String(i),
      at(i * 2),
      i === 11 ? 'device10' : `device${i}`,
      'a'
    ]);
    const records = [['id', 'submitted', 'Device ID', 'q1'], ...rows];
    expect(found('SAME_DEVICE', records)).toMatchObject({ line: 13, count: 1, minutes: 10 });
  });

  test('long answers that are nearly the same are named, short ones are not', () => {
    const long =
      'The bus on the hill never comes on time and the stop has no light at all in the winter evenings';
    const said = Array.from({ length: 12 }, (_, i) => [
      String(i),
      `Resident number ${i} wrote something about topic ${i * 7} and about matter ${i * 3} there`
    ]);
    const records = [
      ['id', 'Any comments?'],
      ...said,
      ['20', long],
      ['21', 'ok'],
      ['22', `${long.toUpperCase()}!`],
      ['23', 'ok']
    ];
    expect(found('TEXT_NEARLY_SAME', records)).toMatchObject({ line: 16, first: 14, count: 1 });
  });
});
