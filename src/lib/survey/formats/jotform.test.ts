import { describe, expect, test } from 'vitest';
import { answered, inspectRecords, tools } from '../inspecting.fixture';

describe('Jotform', () => {
  test('matrix in one cell, uploads, long ids', () => {
    const { inspection } = inspectRecords([
      [
        'Submission Date',
        'First Name',
        'Last Name',
        'Street Address',
        'Need?',
        'How satisfied?',
        'Photo',
        'Age',
        'IP',
        'Submission ID'
      ],
      [
        'May 1, 2024',
        'Ann',
        'Ash',
        '1 Elm St',
        'Food\nBus',
        'Parks: Good\nBuses: Bad',
        'https://www.jotform.com/uploads/a/1.jpg',
        '33',
        '192.0.2.1',
        '5800000000000000001'
      ],
      [
        'May 2, 2024',
        'Bo',
        'Ash',
        '2 Elm St',
        'Food',
        'Parks: Good\nBuses: Good',
        'https://www.jotform.com/uploads/a/2.jpg',
        '43',
        '192.0.2.2',
        '5800000000000000002'
      ],
      [
        'May 13, 2024',
        'Cy',
        'Ash',
        '3 Elm St',
        'Bus\nJobs',
        'Parks: Bad',
        '',
        '53',
        '192.0.2.3',
        '5800000000000000003'
      ],
      [
        'May 14, 2024',
        'Di',
        'Ash',
        '4 Elm St',
        '',
        '',
        '',
        '53',
        '192.0.2.3',
        '5800000000000000004'
      ]
    ]);
    expect(inspection.format).toBe('jotform');
    expect(answered(inspection)).toEqual([
      'single | Need? | 4 | answered 3/4 | Food\nBus 1, Food 1, Bus\nJobs 1',
      'matrix | How satisfied? | 5 | answered 3/4',
      'numeric | Age | 7 | answered 4/4'
    ]);
    expect(tools(inspection)).toEqual([
      'timestamp | Submission Date',
      'identifier | First Name',
      'identifier | Last Name',
      'identifier | Street Address',
      'paradata | Photo',
      'identifier | IP',
      'id | Submission ID'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([1, 2, 3, 8]);
  });
});
