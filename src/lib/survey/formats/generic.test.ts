import { describe, expect, test } from 'vitest';
import { answered, inspectRecords, times, tools } from '../inspecting.fixture';
describe('generic', () => {
  test('names over texts make two header rows', () => {
    const { inspection } = inspectRecords([
      ['id', 'age', 'q1', 'rooms', 'sat_1', 'sat_2'],
      [
        'Number',
        'How old are you?',
        'Do you rent?',
        'How many rooms?',
        'How satisfied are you with parks?',
        'How satisfied are you with buses?'
      ],
      ['1', '33', 'Yes', '3', '4', '5'],
      ['2', '43', 'No', '2', '3', '5'],
      ['3', '53', 'Yes', '3', '2', '1'],
      ['4', '23', 'Yes', '3', '1', '2']
    ]);
    expect(inspection.format).toBe('generic');
    expect(inspection.headerRows).toBe(2);
    expect(answered(inspection)).toEqual([
      'numeric | How old are you? | 1 | answered 4/4',
      'single | Do you rent? | 2 | answered 4/4 | Yes 3, No 1',
      'numeric | How many rooms? | 3 | answered 4/4',
      'matrix | sat | 4 5 | answered 4/4'
    ]);
    expect(tools(inspection)).toEqual(['id | Number']);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([]);
  });
  test('questions over options make two header rows', () => {
    const { inspection } = inspectRecords([
      ['id', 'What do you need?', '', '', 'How satisfied?', ''],
      ['', 'Food', 'Bus', 'Jobs', 'Parks', 'Buses'],
      ['1', 'Food', '', 'Jobs', 'Good', 'Bad'],
      ['2', '', 'Bus', '', 'Bad', 'Good'],
      ['3', 'Food', 'Bus', '', 'Fair', 'Good'],
      ['4', '', '', 'Jobs', 'Good', 'Fair']
    ]);
    expect(inspection.format).toBe('generic');
    expect(inspection.headerRows).toBe(2);
    expect(answered(inspection)).toEqual([
      'multiple-response | What do you need? | 1 2 3 | answered 4/4 | Food 2, Bus 2, Jobs 2',
      'matrix | How satisfied? | 4 5 | answered 4/4'
    ]);
    expect(tools(inspection)).toEqual(['id | id']);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([]);
  });
  test('HXL tags make two header rows', () => {
    const { inspection } = inspectRecords([
      ['id', 'age', 'need'],
      ['#id', '#age', '#affected'],
      ['1', '33', 'Food'],
      ['2', '43', 'Bus'],
      ['3', '53', 'Food']
    ]);
    expect(inspection.format).toBe('generic');
    expect(inspection.headerRows).toBe(2);
    expect(answered(inspection)).toEqual([
      'numeric | age | 1 | answered 3/3',
      'single | need | 2 | answered 3/3 | Food 2, Bus 1'
    ]);
    expect(tools(inspection)).toEqual(['id | id']);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([]);
  });
  test('a first row with NA is no header', () => {
    const { inspection } = inspectRecords([
      ['name of place', 'age', 'need'],
      ['Elm', 'NA', 'Food'],
      ['Oak', '33', 'Food'],
      ['Elm', '43', 'Bus'],
      ['Ash', '53', 'Food']
    ]);
    expect(inspection.format).toBe('generic');
    expect(answered(inspection)).toEqual([
      'single | name of place | 0 | answered 4/4 | Elm 2, Oak 1, Ash 1',
      'numeric | age | 1 | answered 3/4',
      'single | need | 2 | answered 4/4 | Food 3, Bus 1'
    ]);
    expect(tools(inspection)).toEqual([]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([]);
  });
  test('Ipsos: -1 is not chosen among options and no answer elsewhere', () => {
    const { inspection } = inspectRecords([
      ['RespId', 'weight', 'Q1', 'Q2_1', 'Q2_2', 'Q29_1', 'Q29_2', 'Q29_3', 'Q30', 'ppage', 'educ'],
      ...times(2, [
        ['470001', '0.7516', '1', '1', '2', '-1', '1', '-1', '2', '73', 'College'],
        ['470002', '1.0267', '1', '1', '2', '1', '-1', '-1', '3', '90', 'College'],
        ['470003', '1.0844', '-1', '1', '-1', 'NA', 'NA', 'NA', '2', '53', 'College'],
        ['470007', '0.6817', '2', '4', '2', '-1', '-1', '-1', '1', '58', 'Some college']
      ]).map((r, i) => [String(470000 + i), ...r.slice(1)])
    ]);
    expect(inspection.format).toBe('coded-questions');
    expect(answered(inspection)).toEqual([
      'single | Q1 | 2 | answered 6/8 | 1 4, 2 2',
      'matrix | Q2 | 3 4 | answered 8/8',
      'multiple-response | Q29 | 5 6 7 | asked 4/6 | Q29_1 2, Q29_2 2, Q29_3 0',
      'scale | Q30 | 8 | answered 8/8 | 1 2, 2 4, 3 2',
      'numeric | ppage | 9 | answered 8/8',
      'single | educ | 10 | answered 8/8 | College 6, Some college 2'
    ]);
    expect(tools(inspection)).toEqual(['id | RespId', 'weight | weight']);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([]);
  });
  test('city surveys: 9 and 99 are no answer, directions are not assumed', () => {
    const { inspection } = inspectRecords([
      [
        'id',
        'method',
        'q1_01',
        'q1_02',
        'q4_01',
        'q4_02',
        'q22_01',
        'q22_02',
        'q28_h',
        'q35x4',
        'zip',
        'council'
      ],
      ...times(3, [
        ['1', 'Mail', '5', '9', '3', '1', 'Y', 'NA', '1', '', '64111', '1'],
        ['2', 'Web', '4', '1', '99', 'NA', 'NA', 'NA', '2', 'A friend', '64112', '2'],
        ['3', 'Web', '3', '3', '1', '2', 'Y', 'Y', '5', '', '64111', '3'],
        ['4', 'Web', '2', '4', '2', '3', 'NA', 'Y', '4', '', '64111', '3'],
        ['4', 'Web', '1', '5', '2', '3', 'NA', 'Y', '3', '', '64111', '3']
      ]).map((r, i) => [String(i + 1), ...r.slice(1)])
    ]);
    expect(inspection.format).toBe('coded-questions');
    expect(answered(inspection)).toEqual([
      'single | method | 1 | answered 15/15 | Web 12, Mail 3',
      'matrix | q1 | 2 3 | answered 15/15',
      'matrix | q4 | 4 5 | answered 12/15',
      'multiple-response | q22 | 6 7 | everyone 12/15 | q22_01 6, q22_02 9',
      'scale | q28_h | 8 | answered 15/15 | 1 3, 2 3, 3 3, 4 3, 5 3',
      'other-specify | q35x4 | 9 | answered 3/15',
      'single | zip | 10 | answered 15/15 | 64111 12, 64112 3',
      'single | council | 11 | answered 15/15 | 1 3, 2 3, 3 9'
    ]);
    expect(tools(inspection)).toEqual(['id | id', 'area | zip', 'area | council']);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([]);
  });
});
