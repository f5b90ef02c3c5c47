import { describe, expect, test } from 'vitest';
import { answered, inspectRecords, issueCodes, tools } from '../inspecting.fixture';

describe('Typeform', () => {
  test('options as headings, several Others', () => {
    const { inspection } = inspectRecords([
      [
        '#',
        'Where do you live?',
        'Food',
        'Bus',
        'Other',
        'None',
        'Do you work?',
        'English',
        'Spanish',
        'Other',
        'How satisfied?',
        'Response Type',
        'Start Date (UTC)',
        'Stage Date (UTC)',
        'Submit Date (UTC)',
        'Network ID',
        'Tags',
        'Ending',
        'utm_source'
      ],
      [
        'a1',
        'East',
        'Food',
        '',
        '',
        '',
        '1',
        'English',
        '',
        '',
        '5',
        'completed',
        '2024-05-01 10:00:00',
        '',
        '2024-05-01 10:05:00',
        'n1',
        '',
        'end',
        'x'
      ],
      [
        'a2',
        'West',
        '',
        'Bus',
        'Coats',
        '',
        '0',
        '',
        'Spanish',
        '',
        '4',
        'completed',
        '2024-05-01 10:00:00',
        '',
        '2024-05-01 10:05:00',
        'n1',
        '',
        'end',
        'x'
      ],
      [
        'a3',
        'West',
        '',
        '',
        '',
        'None',
        '0',
        'English',
        'Spanish',
        'Tagalog',
        '3',
        'partial',
        '2024-05-01 10:00:00',
        '',
        '',
        'n2',
        '',
        '',
        ''
      ],
      [
        'a4',
        'West',
        'Food',
        'Bus',
        '',
        '',
        '1',
        '',
        '',
        '',
        '3',
        'completed',
        '2024-05-01 10:00:00',
        '',
        '2024-05-01 10:05:00',
        'n3',
        '',
        '',
        ''
      ]
    ]);
    expect(inspection.format).toBe('typeform');
    expect(answered(inspection)).toEqual([
      'single | Where do you live? | 1 | answered 4/4 | West 3, East 1',
      'other-specify | Food / Bus ...: Other | 4 | answered 1/4',
      'multiple-response | Food / Bus ... | 2 3 4 5 | answered 4/4 | Food 2, Bus 2, Other 1, None 1',
      'single | Do you work? | 6 | answered 4/4 | 0 2, 1 2',
      'other-specify | English / Spanish ...: Other | 9 | answered 1/4',
      'multiple-response | English / Spanish ... | 7 8 9 | answered 3/3 | English 2, Spanish 2, Other 1',
      'scale | How satisfied? | 10 | answered 4/4 | 3 2, 4 1, 5 1',
      'single | utm_source | 18 | answered 2/4 | x 2'
    ]);
    expect(tools(inspection)).toEqual([
      'id | #',
      'paradata | Response Type',
      'timestamp | Start Date (UTC)',
      'timestamp | Stage Date (UTC)',
      'timestamp | Submit Date (UTC)',
      'identifier | Network ID',
      'paradata | Tags',
      'paradata | Ending'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([15]);
    expect(issueCodes(inspection)).toEqual(['HEADER_DUPLICATE']);
  });

  test('questions that stand beside each other end at their Other', () => {
    const heading = ['#', 'Which role?', 'Other', 'Food', 'Bus', 'None', 'Other', 'Radio', 'Paper'];
    const { inspection } = inspectRecords([
      [...heading, 'None', 'Other', 'Network ID'],
      ['a1', 'Cook', '', 'Food', '', '', '', 'Radio', '', '', '', 'n1'],
      ['a2', '', 'Clown', '', 'Bus', '', 'Coats', '', 'Paper', '', 'A blog', 'n2'],
      ['a3', 'Cook', '', '', '', 'None', '', '', '', 'None', '', 'n3'],
      ['a4', 'Baker', '', 'Food', 'Bus', '', '', 'Radio', 'Paper', '', '', 'n4']
    ]);
    expect(answered(inspection)).toEqual([
      'single | Which role? | 1 | answered 3/4 | Cook 2, Baker 1',
      'other-specify | Which role?: Other | 2 | answered 1/4',
      'other-specify | Food / Bus / None ...: Other | 6 | answered 1/4',
      'multiple-response | Food / Bus / None ... | 3 4 5 6 | answered 4/4 | Food 2, Bus 2, None 1, Other 1',
      'other-specify | Radio / Paper / None ...: Other | 10 | answered 1/4',
      'multiple-response | Radio / Paper / None ... | 7 8 9 10 | answered 4/4 | Radio 2, Paper 2, None 1, Other 1'
    ]);
  });
});
