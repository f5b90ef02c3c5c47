import { describe, expect, test } from 'vitest';
import { collectText } from '../collecting.fixture';
import { answered, inspectRecords, toText, tools } from '../inspecting.fixture';

describe('Microsoft Forms', () => {
  test('quiz columns, Likert rows, a ranking in one cell', () => {
    const { inspection } = inspectRecords([
      [
        'ID',
        'Start time',
        'Completion time',
        'Email',
        'Name',
        'Last modified time',
        'Total points',
        'Quiz feedback',
        'Grade posted time',
        'Need?',
        'Points - Need?',
        'Feedback - Need?',
        'Parks',
        'Buses',
        'Rank these',
        'Age'
      ],
      [
        '1',
        '4/28/24 11:03:12',
        '4/28/24 11:08:39',
        'anonymous',
        '',
        '',
        '5',
        '',
        '',
        'Food;Bus;',
        '1',
        '',
        'Satisfied',
        'Neutral',
        'Parks;Buses;Jobs;',
        '33'
      ],
      [
        '2',
        '4/28/24 12:03:12',
        '4/28/24 12:08:39',
        'anonymous',
        '',
        '',
        '4',
        '',
        '',
        'Bus;',
        '1',
        '',
        'Satisfied',
        'Satisfied',
        'Buses;Parks;Jobs;',
        '44'
      ],
      [
        '3',
        '4/28/24 13:03:12',
        '4/28/24 13:08:39',
        'anonymous',
        '',
        '',
        '3',
        '',
        '',
        '',
        '0',
        '',
        'Neutral',
        'Dissatisfied',
        'Jobs;Parks;Buses;',
        '35'
      ],
      [
        '4',
        '4/28/24 14:03:12',
        '4/28/24 14:08:39',
        'anonymous',
        '',
        '',
        '3',
        '',
        '',
        'Bus;Food;',
        '0',
        '',
        'Satisfied',
        'Neutral',
        'Parks;Jobs;Buses;',
        '23'
      ],
      [
        '5',
        '4/29/24 14:03:12',
        '4/29/24 14:08:39',
        'anonymous',
        '',
        '',
        '3',
        '',
        '',
        'Bus;Food;',
        '0',
        '',
        'Satisfied',
        'Neutral',
        'Parks;Buses;Jobs;',
        '23'
      ]
    ]);
    expect(inspection.format).toBe('microsoft-forms');
    expect(answered(inspection)).toEqual([
      'multiple-response | Need? | 9 | answered 4/4 | Bus 4, Food 3',
      'matrix | Parks / Buses ... | 12 13 | answered 5/5',
      'rank | Rank these | 14 | answered 5/5',
      'numeric | Age | 15 | answered 5/5'
    ]);
    expect(tools(inspection)).toEqual([
      'id | ID',
      'timestamp | Start time',
      'timestamp | Completion time',
      'identifier | Email',
      'identifier | Name',
      'timestamp | Last modified time',
      'paradata | Total points',
      'paradata | Quiz feedback',
      'timestamp | Grade posted time',
      'paradata | Points - Need?',
      'paradata | Feedback - Need?'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([3, 4]);
  });

  test('the place of an option is its place in the cell, also when the option holds the separator', () => {
    const orders = ['Food;Jobs; pay;Bus;', 'Jobs; pay;Food;Bus;', 'Bus;Food;Jobs; pay;'];
    const stored = collectText(
      toText([
        ['ID', 'Start time', 'Completion time', 'Email', 'Name', 'Order'],
        ...Array.from({ length: 12 }, (_, i) => [
          String(i + 1),
          `4/28/24 ${10 + i}:03:12`,
          `4/28/24 ${10 + i}:08:12`,
          'anonymous',
          '',
          i === 11 ? '' : (orders[i % 3] ?? '')
        ])
      ])
    );
    expect(stored.get('order_jobs_pay')?.slice(0, 3)).toEqual(['2', '1', '3']);
    expect(stored.get('order_food')?.slice(0, 3)).toEqual(['1', '2', '2']);
    expect(stored.get('order_bus')?.[11]).toBeNull();
  });
});
