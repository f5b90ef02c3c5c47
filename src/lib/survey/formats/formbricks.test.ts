import { describe, expect, test } from 'vitest';
import { answered, inspectRecords, tools } from '../inspecting.fixture';

describe('Formbricks', () => {
  test('rows of one number, columns that may vanish', () => {
    const { inspection } = inspectRecords([
      [
        'No.',
        'Response ID',
        'Timestamp',
        'Finished',
        'Survey ID',
        'Formbricks ID (internal)',
        'User ID',
        'Tags',
        '1. Where?',
        '2. Need?',
        '3. Parks',
        '3. Buses',
        '4. NPS recommend?',
        'Person attribute',
        'Source',
        'Url',
        'Device',
        'Browser'
      ],
      [
        '1',
        'c1',
        '2024-05-01T10:00:00.000Z',
        'true',
        's',
        '',
        'u1',
        '',
        'East',
        'Food; Bus',
        'Good',
        'Bad',
        '9',
        'x',
        'link',
        '',
        'desktop',
        'Chrome'
      ],
      [
        '2',
        'c2',
        '2024-05-01T10:00:00.000Z',
        'true',
        's',
        '',
        'u2',
        '',
        'West',
        'Bus',
        'Good',
        'Good',
        '8',
        'y',
        'link',
        '',
        'desktop',
        'Chrome'
      ],
      [
        '3',
        'c3',
        '2024-05-01T10:00:00.000Z',
        'false',
        's',
        '',
        'u3',
        '',
        'West',
        '',
        'Bad',
        '',
        '0',
        'x',
        'link',
        '',
        'desktop',
        'Chrome'
      ],
      [
        '4',
        'c4',
        '2024-05-01T10:00:00.000Z',
        'false',
        's',
        '',
        'u3',
        '',
        'West',
        'Food; Jobs',
        'Bad',
        'Good',
        '0',
        'x',
        'link',
        '',
        'desktop',
        'Chrome'
      ]
    ]);
    expect(inspection.format).toBe('formbricks');
    expect(answered(inspection)).toEqual([
      'single | Where? | 8 | answered 4/4 | West 3, East 1',
      'single | Need? | 9 | answered 3/4 | Food; Bus 1, Bus 1, Food; Jobs 1',
      'matrix | Parks / Buses ... | 10 11 | answered 4/4',
      'nps | NPS recommend? | 12 | answered 4/4 | 0 2, 8 1, 9 1',
      'single | Person attribute | 13 | answered 4/4 | x 3, y 1'
    ]);
    expect(tools(inspection)).toEqual([
      'paradata | No.',
      'id | Response ID',
      'timestamp | Timestamp',
      'paradata | Finished',
      'paradata | Survey ID',
      'paradata | Formbricks ID (internal)',
      'paradata | User ID',
      'paradata | Tags',
      'paradata | Source',
      'paradata | Url',
      'paradata | Device',
      'paradata | Browser'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([]);
  });
});
