import { describe, expect, test } from 'vitest';
import { answered, inspectRecords, issueCodes, tools } from '../inspecting.fixture';
type C = [tag: string, text: string, id: string, ...cells: string[]];
const file = (cols: C[], style: 'json' | 'python' | 'legacy' | 'one' = 'json') => {
  const n = cols[0]!.length - 3;
  const id = (s: string) => (style === 'python' ? `{'ImportId': '${s}'}` : `{"ImportId":"${s}"}`);
  const rows = Array.from({ length: n }, (_, i) => cols.map((c) => c[i + 3]!));
  const head = [cols.map((c) => c[0]), cols.map((c) => c[1]), cols.map((c) => id(c[2]))];
  return [...head.slice(0, style === 'legacy' ? 2 : style === 'one' ? 1 : 3), ...rows];
};
const meta: C[] = [
  [
    'StartDate',
    'Anfangsdatum',
    'startDate',
    '2024-05-01 10:00:00',
    '2024-05-02 10:00:00',
    '2024-05-03 10:00:00',
    '2024-05-04 10:00:00',
    '2024-05-05 10:00:00',
    '2024-05-06 10:00:00'
  ],
  ['Status', 'Antworttyp', 'status', '0', '0', '1', '0', '0', '0'],
  ['Progress', 'Fortschritt', 'progress', '100', '100', '100', '100', '50', '100'],
  ['Duration (in seconds)', 'Dauer', 'duration', '100', '100', '100', '100', '50', '100'],
  ['Finished', 'Fertig', 'finished', '1', '1', '1', '1', '0', '1'],
  ['ResponseId', 'Antwort-ID', '_recordId', 'R_1', 'R_2', 'R_3', 'R_4', 'R_5', 'R_6'],
  [
    'LocationLatitude',
    'Breite',
    'locationLatitude',
    '42.1',
    '42.2',
    '42.3',
    '42.4',
    '42.5',
    '42.6'
  ],
  ['UserLanguage', 'Sprache', 'userLanguage', 'DE', 'DE', 'DE', 'DE', 'DE', 'EN'],
  ['Q_RecaptchaScore', 'Q_RecaptchaScore', 'Q_RecaptchaScore', '0.9', '0.8', '1', '1', '0.7', '0.9']
];
describe('Qualtrics', () => {
  test('JSON ids: choices, matrix, side by side, loops, ranking, timing and embedded data', () => {
    const { inspection } = inspectRecords(
      file([
        ...meta,
        ['Q1', 'How are you?', 'QID1', '1', '2', '3', '4', '5', '-99'],
        ['Q2_1', 'What do you need? - Selected Choice - Food', 'QID2_1', '1', '', '1', '', '', ''],
        [
          'Q2_4',
          'What do you need? - Selected Choice - Bus, or train',
          'QID2_4',
          '',
          '1',
          '1',
          '',
          '',
          ''
        ],
        ['Q2_7', 'What do you need? - Selected Choice - Other', 'QID2_7', '', '', '1', '', '', ''],
        [
          'Q2_7_TEXT',
          'What do you need? - Other - Text',
          'QID2_7_TEXT',
          '',
          '',
          'Coats',
          '',
          '',
          ''
        ],
        ['Q3_1', 'How satisfied? - Parks', 'QID3_1', '1', '2', '3', '4', '5', '-1'],
        ['Q3_2', 'How satisfied? - Bus - city', 'QID3_2', '1', '2', '3', '4', '5', '5'],
        ['Q5_1_1', 'Which for whom? - Food - Me', 'QID5_1_1', '1', '', '1', '', '', ''],
        ['Q5_1_2', 'Which for whom? - Food - Family', 'QID5_1_2', '', '1', '1', '', '', ''],
        ['Q5_2_1', 'Which for whom? - Bus - Me', 'QID5_2_1', '1', '', '', '', '', '1'],
        ['Q5_2_2', 'Which for whom? - Bus - Family', 'QID5_2_2', '', '1', '1', '', '', '1'],
        ['Q4#1_1', 'Services - Used? - Library', 'QID4#1_1', '1', '2', '1', '1', '2', '1'],
        ['Q4#1_2', 'Services - Used? - Pool', 'QID4#1_2', '1', '1', '1', '2', '2', '1'],
        ['Q4#2_1', 'Services - Rating - Library', 'QID4#2_1', '5', '4', '3', '5', '1', '2'],
        ['Q4#2_2', 'Services - Rating - Pool', 'QID4#2_2', '5', '2', '1', '5', '1', '3'],
        [
          'Q4#3_1_1_TEXT',
          'Services - Why - Library - Text',
          'QID4#3_1_1_TEXT',
          'a',
          'b',
          '',
          '',
          '',
          ''
        ],
        ['1_Q6', 'How old is the first child?', '1_QID6', '3', '4', '', '', '8', '9'],
        ['2_Q6', 'How old is the second child?', '2_QID6', '5', '', '', '', '10', ''],
        ['1_Q7_1', 'First child goes to - School', '1_QID7_1', '1', '', '', '', '1', '1'],
        ['1_Q7_2', 'First child goes to - Day care', '1_QID7_2', '', '1', '', '', '1', ''],
        ['2_Q7_1', 'Second child goes to - School', '2_QID7_1', '1', '', '', '', '1', ''],
        ['2_Q7_2', 'Second child goes to - Day care', '2_QID7_2', '1', '', '', '', '', ''],
        ['Q8_1', 'Rank these - Food', 'QID8_1', '1', '2', '3', '1', '2', '1'],
        ['Q8_2', 'Rank these - Bus', 'QID8_2', '2', '1', '1', '2', '3', '3'],
        ['Q8_3', 'Rank these - Jobs', 'QID8_3', '3', '3', '2', '3', '1', '2'],
        [
          'Q9_NPS_GROUP',
          'Would you recommend us? - Group',
          'QID9_NPS_GROUP',
          '3',
          '3',
          '2',
          '1',
          '1',
          '1'
        ],
        ['Q9', 'Would you recommend us?', 'QID9', '10', '9', '8', '2', '0', '5'],
        [
          'Q10_First Click',
          'Timing - First Click',
          'QID10_FIRST_CLICK',
          '1.2',
          '1.4',
          '2.2',
          '3.3',
          '0',
          '1'
        ],
        [
          'Q10_Page Submit',
          'Timing - Page Submit',
          'QID10_PAGE_SUBMIT',
          '1.2',
          '1.4',
          '2.2',
          '3.3',
          '0',
          '1'
        ],
        [
          'Q11',
          'Anything else?',
          'QID11_TEXT',
          'I would like more buses in the evening',
          'no',
          '',
          '',
          '',
          ''
        ],
        ['Q11 - Topics', 'Q11 - Topics', 'Q11_123abc', 'Transport', 'Unknown', '', '', '', ''],
        [
          'FL_12_DO',
          'FL_12 - Block Randomizer - Display Order',
          'FL_12_DO',
          'A|B',
          'B|A',
          'A|B',
          'B|A',
          'A|B',
          'B|A'
        ],
        ['source', 'source', 'source', 'mail', 'web', 'mail', 'web', 'mail', 'web']
      ])
    );
    expect(inspection.format).toBe('qualtrics');
    expect(inspection.headerRows).toBe(3);
    expect(answered(inspection)).toEqual([
      'scale | How are you? | 9 | answered 5/6 | 1 1, 2 1, 3 1, 4 1, 5 1',
      'multiple-response | What do you need? | 10 11 12 | answered 3/3 | Food 2, Bus, or train 2, Other 1',
      'other-specify | What do you need? - Other | 13 | answered 1/6',
      'matrix | How satisfied? | 14 15 | answered 6/6',
      'multiple-response | Which for whom? - Food | 16 17 | answered 3/3 | Me 2, Family 2',
      'multiple-response | Which for whom? - Bus | 18 19 | answered 4/4 | Me 2, Family 3',
      'matrix | Services - Used? | 20 21 | answered 6/6',
      'matrix | Services - Rating | 22 23 | answered 6/6',
      'open-text | Services - Why - Library | 24 | answered 2/6',
      'single | How old is the first child? | 25 | answered 4/6 | 3 1, 4 1, 8 1, 9 1',
      'single | How old is the second child? | 26 | answered 2/6 | 5 1, 10 1',
      'multiple-response | First child goes to | 27 28 | answered 4/4 | School 3, Day care 2',
      'multiple-response | Second child goes to | 29 30 | answered 2/2 | School 2, Day care 1',
      'rank | Rank these | 31 32 33 | answered 6/6',
      'nps | Would you recommend us? | 35 | answered 6/6 | 0 1, 2 1, 5 1, 8 1, 9 1, 10 1',
      'single | Anything else? | 38 | answered 2/6 | I would like more buses in the evening 1, no 1',
      'single | source | 41 | answered 6/6 | mail 3, web 3'
    ]);
    expect(tools(inspection)).toEqual([
      'timestamp | Anfangsdatum',
      'paradata | Antworttyp',
      'paradata | Fortschritt',
      'paradata | Dauer',
      'paradata | Fertig',
      'id | Antwort-ID',
      'identifier | Breite',
      'paradata | Sprache',
      'paradata | Q_RecaptchaScore',
      'paradata | Would you recommend us? - Group',
      'paradata | Timing - First Click',
      'paradata | Timing - Page Submit',
      'paradata | Q11 - Topics',
      'paradata | FL_12 - Block Randomizer - Display Order'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([6]);
    expect(issueCodes(inspection)).toEqual(['PREVIEW_ROWS']);
  });
  test('Python ids: joined choice texts, tags that come again, tags with spaces', () => {
    const { inspection } = inspectRecords(
      file(
        [
          ...meta,
          [
            'Q2',
            'What do you need?',
            'QID2',
            'Food,Bus, or train',
            'Food',
            'Bus, or train,Other',
            'Other',
            '',
            ''
          ],
          ['q_1', 'A: how - X', 'QID3-1', '1', '', '1', '', '', ''],
          ['q_2', 'A: how - Y', 'QID3-2', '', '1', '1', '', '', ''],
          ['q_1', 'B: how - X', 'QID4-1', '1', '', '1', '1', '', ''],
          ['q_2', 'B: how - Y', 'QID4-2', '', '1', '1', '', '1', ''],
          [
            'my tag with spaces',
            'How old are you?',
            'QID5_TEXT',
            '33',
            '44',
            '55',
            '22',
            '33',
            '44'
          ]
        ],
        'python'
      )
    );
    expect(inspection.format).toBe('qualtrics');
    expect(inspection.headerRows).toBe(3);
    expect(answered(inspection)).toEqual([
      'multiple-response | What do you need? | 9 | answered 4/4 | Food 2, Bus, or train 2, Other 2',
      'multiple-response | A: how | 10 11 | answered 3/3 | X 2, Y 2',
      'multiple-response | B: how | 12 13 | answered 5/5 | X 3, Y 3',
      'numeric | How old are you? | 14 | answered 6/6'
    ]);
    expect(tools(inspection)).toEqual([
      'timestamp | Anfangsdatum',
      'paradata | Antworttyp',
      'paradata | Fortschritt',
      'paradata | Dauer',
      'paradata | Fertig',
      'id | Antwort-ID',
      'identifier | Breite',
      'paradata | Sprache',
      'paradata | Q_RecaptchaScore'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([6]);
    expect(issueCodes(inspection)).toEqual(['PREVIEW_ROWS']);
  });
  test('texts and ids removed: tags and cells must do', () => {
    const { inspection } = inspectRecords(
      file(
        [
          ...meta,
          ['Q1', 'How are you?', 'QID1', 'Good', 'Bad', 'Good', 'Very good', '', ''],
          [
            'Q2_1',
            'What do you need? - Selected Choice - Food',
            'QID2_1',
            'Food',
            '',
            'Food',
            '',
            '',
            ''
          ],
          [
            'Q2_4',
            'What do you need? - Selected Choice - Bus, or train',
            'QID2_4',
            '',
            'Bus, or train',
            'Bus, or train',
            '',
            '',
            ''
          ],
          ['Q2_7_TEXT', 'x', 'QID2_7_TEXT', '', '', 'Coats', '', '', ''],
          ['Q3_1', 'How satisfied? - Parks', 'QID3_1', '1', '2', '3', '4', '5', '-1'],
          ['Q3_2', 'How satisfied? - Bus - city', 'QID3_2', '1', '2', '3', '4', '5', '5']
        ],
        'one'
      )
    );
    expect(inspection.format).toBe('qualtrics-one-row');
    expect(answered(inspection)).toEqual([
      'scale | Q1 | 9 | answered 4/6 | Bad 1, Good 2, Very good 1',
      'multiple-response | Q2 | 10 11 | answered 3/3 | Food 2, Bus, or train 2',
      'other-specify | Q2_7_TEXT | 12 | answered 1/6',
      'matrix | Q3 | 13 14 | answered 6/6'
    ]);
    expect(tools(inspection)).toEqual([
      'timestamp | StartDate',
      'paradata | Status',
      'paradata | Progress',
      'paradata | Duration (in seconds)',
      'paradata | Finished',
      'id | ResponseId',
      'identifier | LocationLatitude',
      'paradata | UserLanguage',
      'paradata | Q_RecaptchaScore'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([6]);
    expect(issueCodes(inspection)).toEqual(['PREVIEW_ROWS']);
  });
  test('legacy: names in the second row, a comma at the end of every record', () => {
    const r = file(
      [
        ['V1', 'ResponseID', '', 'R1', 'R2', 'R3'],
        ['V2', 'ResponseSet', '', 'Default', 'Default', 'Default'],
        ['V3', 'Name', '', 'A', 'B', 'C'],
        ['V4', 'IPAddress', '', '1.1.1.1', '1.1.1.2', ''],
        [
          'V8',
          'StartDate',
          '',
          '2014-05-01 10:00:00',
          '2014-05-01 10:00:00',
          '2014-05-01 10:00:00'
        ],
        ['Q1', 'How are you?', 'QID1', '1', '2', '3'],
        ['Q2_1', 'Need?-Food', 'QID2_1', '1', '', '1'],
        ['Q2_2', 'Need?-Bus', 'QID2_4', '', '1', '1']
      ],
      'legacy'
    ).map((r) => [...r, '']);
    const { inspection } = inspectRecords(r);
    expect(inspection.format).toBe('qualtrics-legacy');
    expect(inspection.headerRows).toBe(2);
    expect(answered(inspection)).toEqual([
      'scale | How are you? | 5 | answered 3/3 | 1 1, 2 1, 3 1',
      'multiple-response | Need? | 6 7 | answered 3/3 | Food 2, Bus 2'
    ]);
    expect(tools(inspection)).toEqual([
      'id | ResponseID',
      'paradata | ResponseSet',
      'identifier | Name',
      'identifier | IPAddress',
      'timestamp | StartDate'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([2, 3]);
    expect(issueCodes(inspection)).toEqual(['BLANK_COLUMNS_DROPPED']);
  });
});
