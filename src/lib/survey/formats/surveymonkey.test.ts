import { describe, expect, test } from 'vitest';
import { answered, inspectRecords, issueCodes, times, tools } from '../inspecting.fixture';
const META = [
  'Respondent ID',
  'Collector ID',
  'Start Date',
  'End Date',
  'IP Address',
  'Email Address',
  'First Name',
  'Last Name',
  'Custom Data 1'
];
const B = META.map(() => '');
const meta = (i: number) => [
  `11400000000${i}`,
  '408',
  '04/28/2024 11:03:12 AM',
  '04/28/2024 11:08:39 AM',
  '198.51.100.1',
  '',
  '',
  '',
  ''
];
describe('SurveyMonkey', () => {
  test('condensed: other texts, contact details, N/A, a ranking', () => {
    const { inspection } = inspectRecords([
      [
        ...META,
        'Where do you live?',
        '',
        'What do you need?',
        '',
        '',
        '',
        'How satisfied?',
        '',
        'How likely to recommend?',
        'Rank these',
        '',
        '',
        'Name and address',
        '',
        ''
      ],
      [
        ...B,
        'Response',
        'Other (please specify)',
        'Food',
        'Bus',
        'None of the above',
        'Other (please specify)',
        'Parks',
        'Bus',
        'Response',
        'Parks',
        'Roads',
        'Bus',
        'Name',
        'ZIP/Postal Code',
        'Email Address'
      ],
      [
        ...meta(1),
        'East',
        '',
        'Food',
        '',
        '',
        '',
        'Satisfied',
        'Very satisfied',
        '10',
        '1',
        '2',
        '3',
        'Ann',
        '01040',
        'a@example.org'
      ],
      [
        ...meta(2),
        'West',
        '',
        '',
        'Bus',
        '',
        'Coats',
        'Neutral',
        'Satisfied',
        '9',
        '2',
        '1',
        '3',
        '',
        '01060',
        ''
      ],
      [
        ...meta(3),
        'Other (please specify)',
        'North',
        '',
        '',
        'None of the above',
        '',
        'N/A',
        'Dissatisfied',
        '0',
        '3',
        '2',
        '1',
        '',
        '',
        ''
      ],
      [...meta(4), '', '', '', '', '', '', 'Satisfied', 'Satisfied', '', '1', '3', '2', '', '', ''],
      [
        ...meta(5),
        'East',
        '',
        'Food',
        'Bus',
        '',
        '',
        'Satisfied',
        '',
        '7',
        '1',
        '3',
        '2',
        '',
        '',
        ''
      ],
      [
        ...meta(6),
        'East',
        '',
        'Food',
        'Bus',
        '',
        '',
        'Satisfied',
        '',
        '7',
        '1',
        '3',
        'N/A',
        '',
        '',
        ''
      ]
    ]);
    expect(inspection.format).toBe('surveymonkey');
    expect(inspection.headerRows).toBe(2);
    expect(answered(inspection)).toEqual([
      'single | Where do you live? | 9 | answered 5/6 | East 3, West 1, Other (please specify) 1',
      'other-specify | Where do you live?: Other (please specify) | 10 | answered 1/6',
      'other-specify | What do you need?: Other (please specify) | 14 | answered 1/6',
      'multiple-response | What do you need? | 11 12 13 14 | answered 5/5 | Food 3, Bus 3, None of the above 1, Other (please specify) 1',
      'matrix | How satisfied? | 15 16 | answered 6/6',
      'nps | How likely to recommend? | 17 | answered 5/6 | 0 1, 7 2, 9 1, 10 1',
      'rank | Rank these | 18 19 20 | answered 6/6',
      'single | ZIP/Postal Code | 22 | answered 2/6 | 01040 1, 01060 1'
    ]);
    expect(tools(inspection)).toEqual([
      'id | Respondent ID',
      'paradata | Collector ID',
      'timestamp | Start Date',
      'timestamp | End Date',
      'identifier | IP Address',
      'identifier | Email Address',
      'identifier | First Name',
      'identifier | Last Name',
      'paradata | Custom Data 1',
      'identifier | Name',
      'area | ZIP/Postal Code',
      'identifier | Email Address'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([4, 5, 6, 7, 21, 23]);
  });
  test('expanded: single choices and matrix rows are brought together again', () => {
    const { inspection } = inspectRecords([
      [
        'RespondentID',
        'How much?',
        '',
        '',
        '',
        'What do you need?',
        '',
        'How satisfied?',
        '',
        '',
        '',
        '',
        ''
      ],
      [
        '',
        'A lot',
        'Some',
        'Not much',
        'Other (please specify)',
        'Food',
        'Bus',
        'Parks - Good',
        'Parks - Fair',
        'Parks - Poor',
        'Bus - Good',
        'Bus - Fair',
        'Bus - Poor'
      ],
      ...Array.from({ length: 36 }, (_, i) =>
        [
          String(1000 + i),
          i % 3 === 0 ? 'A lot' : '',
          i % 3 === 1 ? 'Some' : '',
          '',
          i % 9 === 2 ? 'Bits' : '',
          'Food',
          i % 2 ? 'Bus' : '',
          i % 2 ? 'Good' : '',
          i % 2 ? '' : 'Fair',
          '',
          'Good',
          '',
          ''
        ].map((x, j) => (j === 5 && i % 3 === 0 ? '' : x))
      )
    ]);
    expect(inspection.format).toBe('surveymonkey');
    expect(inspection.headerRows).toBe(2);
    expect(answered(inspection)).toEqual([
      'other-specify | How much?: Other (please specify) | 4 | answered 4/36',
      'multiple-response | How much? | 1 2 3 4 | answered 28/28 | A lot 12, Some 12, Not much 0, Other (please specify) 4',
      'multiple-response | What do you need? | 5 6 | answered 30/30 | Food 24, Bus 18',
      'scale | Parks | 7 8 9 | answered 36/36 | Poor 0, Fair 18, Good 18',
      'scale | Bus | 10 11 12 | answered 36/36 | Poor 0, Fair 0, Good 36'
    ]);
    expect(tools(inspection)).toEqual(['id | RespondentID']);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([]);
  });
  test('expanded, numerical values', () => {
    const { inspection } = inspectRecords([
      ['RespondentID', 'How much?', '', '', 'What do you need?', ''],
      ['', 'A lot', 'Some', 'Not much', 'Food', 'Bus'],
      ...Array.from({ length: 36 }, (_, i) => [
        String(1000 + i),
        i % 3 === 0 ? '1' : '',
        i % 3 === 1 ? '2' : '',
        i % 3 === 2 ? '3' : '',
        i % 4 ? '1' : '',
        i % 2 ? '2' : ''
      ])
    ]);
    expect(inspection.format).toBe('surveymonkey');
    expect(inspection.headerRows).toBe(2);
    expect(answered(inspection)).toEqual([
      'scale | How much? | 1 2 3 | answered 36/36 | Not much 12, Some 12, A lot 12',
      'multiple-response | What do you need? | 4 5 | answered 27/27 | Food 27, Bus 18'
    ]);
    expect(tools(inspection)).toEqual(['id | RespondentID']);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([]);
  });
  test('after pandas', () => {
    const { inspection } = inspectRecords([
      ['', 'Respondent ID', 'Where do you live?', 'What do you need?', 'Unnamed: 4', 'Unnamed: 5'],
      ['0', '', 'Response', 'Food', 'Bus', 'Other (please specify)'],
      ['1', '11', 'East', 'Food', '', ''],
      ['2', '12', 'West', '', 'Bus', ''],
      ['3', '13', 'West', 'Food', 'Bus', 'Coats']
    ]);
    expect(inspection.format).toBe('surveymonkey-pandas');
    expect(inspection.headerRows).toBe(2);
    expect(answered(inspection)).toEqual([
      'single | Where do you live? | 2 | answered 3/3 | West 2, East 1',
      'other-specify | What do you need?: Other (please specify) | 5 | answered 1/3',
      'multiple-response | What do you need? | 3 4 5 | answered 3/3 | Food 2, Bus 2, Other (please specify) 1'
    ]);
    expect(tools(inspection)).toEqual(['id | ', 'id | Respondent ID']);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([]);
  });
  test('flattened to one row', () => {
    const { inspection } = inspectRecords([
      [
        'Respondent ID',
        '1. Where do you live?',
        '2. What do you need? - Food',
        '2. What do you need? - Bus',
        '2. What do you need? - Other (please specify)',
        '3. Python.',
        '4. How satisfied? - Parks',
        '4. How satisfied? - Roads'
      ],
      ['1', 'East', 'Food', '', '', 'Yes', 'Good', 'Bad'],
      ['2', 'West', '', 'Bus', 'Coats', 'No', 'Good', 'Good'],
      ['3', '', 'Food', 'Bus', '', 'No', 'Bad', 'Bad'],
      ['4', '', '', '', '', 'No', 'Good', 'Good']
    ]);
    expect(inspection.format).toBe('surveymonkey-one-row');
    expect(answered(inspection)).toEqual([
      'single | Where do you live? | 1 | answered 2/4 | East 1, West 1',
      'other-specify | 2. What do you need?: Other (please specify) | 4 | answered 1/4',
      'multiple-response | 2. What do you need? | 2 3 4 | answered 3/3 | Food 2, Bus 2, Other (please specify) 1',
      'single | Python. | 5 | answered 4/4 | No 3, Yes 1',
      'matrix | 4. How satisfied? | 6 7 | answered 4/4'
    ]);
    expect(tools(inspection)).toEqual(['id | Respondent ID']);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([]);
  });
  test('analysts: options with Not selected, NA is not asked', () => {
    const { inspection } = inspectRecords(
      [
        [
          '',
          'StartDate',
          'q0001',
          'q0004_0001',
          'q0004_0002',
          'q0007_0001',
          'q0007_0002',
          'weight'
        ],
        ...times(3, [
          ['1', '5/10/18 4:01', 'Somewhat', 'Father', 'Not selected', 'Often', 'Never', '0.9'],
          ['2', '5/10/18 4:01', 'Very', 'Not selected', 'Mother', 'Never', 'No answer', '1.2'],
          ['3', '5/10/18 4:01', 'Very', 'NA', 'NA', 'Sometimes', 'Often', '0.7']
        ])
      ].map((r, i) => (i ? [String(i), ...r.slice(1)] : r))
    );
    expect(inspection.format).toBe('coded-questions');
    expect(answered(inspection)).toEqual([
      'single | q0001 | 2 | answered 9/9 | Very 6, Somewhat 3',
      'multiple-response | q0004 | 3 4 | asked 6/6 | Father 3, Mother 3',
      'matrix | q0007 | 5 6 | answered 9/9'
    ]);
    expect(tools(inspection)).toEqual(['id | ', 'timestamp | StartDate', 'weight | weight']);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([]);
    expect(issueCodes(inspection)).toEqual(['DATE_AMBIGUOUS', 'HEADER_BLANK']);
  });
  test('spreadsheet headings: Column2 goes on with the question before it', () => {
    const { inspection } = inspectRecords([
      ['Country', 'Field', 'Column2', 'Column3', 'Column4', 'Rating', 'Column5', 'Column6'],
      ...times(3, [
        ['Norway', 'Biology', '', 'Math', 'Neuroscience', 'Good', 'Bad', 'Good'],
        ['Spain', '', 'Physics', '', '', 'Fair', 'Bad', 'Good'],
        ['Spain', 'Biology', 'Physics', '', 'Chemistry', 'Bad', 'Bad', 'Fair']
      ])
    ]);
    expect(inspection.format).toBe('generic');
    expect(answered(inspection)).toEqual([
      'single | Country | 0 | answered 9/9 | Spain 6, Norway 3',
      'other-specify | Field: Other (free text) | 4 | answered 6/9',
      'multiple-response | Field | 1 2 3 4 | answered 9/9 | Biology 6, Physics 6, Math 3, Other (free text) 6',
      'scale | Rating | 5 | answered 9/9 | Bad 3, Fair 3, Good 3',
      'matrix | Column | 6 7 | answered 9/9'
    ]);
    expect(tools(inspection)).toEqual(['area | Country']);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([]);
  });
});
