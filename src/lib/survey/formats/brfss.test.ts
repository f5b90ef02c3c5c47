import { describe, expect, test } from 'vitest';
import { collectText } from '../collecting.fixture';
import { answered, inspectRecords, toText, tools } from '../inspecting.fixture';

describe('BRFSS', () => {
  test('7s, 8s and 9s by the width of the field, metric codes', () => {
    const { inspection } = inspectRecords([
      [
        '_STATE',
        'SEQNO',
        '_PSU',
        '_STSTR',
        '_LLCPWT',
        'GENHLTH',
        'PHYSHLTH',
        'EMPLOY1',
        'CHECKUP1',
        'INCOME3',
        'WEIGHT2',
        'HEIGHT3',
        'ALCDAY5',
        'CHILDREN',
        '_AGEG5YR'
      ],
      ['25', '1', '1', '11', '396.1', '2', '88', '8', '1', '5', '9082', '506', '101', '88', '4'],
      ['25', '2', '2', '11', '396.1', '7', '30', '1', '8', '77', '160', '9170', '201', '1', '14'],
      ['9', '3', '3', '12', '296.1', '9', '77', '9', '7', '99', '7777', '511', '888', '99', '1'],
      ['9', '4', '4', '12', '196.1', '', '99', '2', '9', '11', '9999', '7777', '777', '2', '13']
    ]);
    expect(inspection.format).toBe('brfss');
    expect(answered(inspection)).toEqual([
      'single | _STATE | 0 | answered 4/4 | 9 2, 25 2',
      'single | GENHLTH | 5 | answered 1/4 | 2 1',
      'numeric | PHYSHLTH | 6 | answered 2/4',
      'single | EMPLOY1 | 7 | answered 3/4 | 1 1, 2 1, 8 1',
      'single | CHECKUP1 | 8 | answered 2/4 | 1 1, 8 1',
      'single | INCOME3 | 9 | answered 2/4 | 5 1, 11 1',
      'numeric | WEIGHT2 | 10 | answered 2/4',
      'numeric | HEIGHT3 | 11 | answered 3/4',
      'single | ALCDAY5 | 12 | answered 3/4 | 101 1, 201 1, 888 1',
      'numeric | CHILDREN | 13 | answered 3/4',
      'single | _AGEG5YR | 14 | answered 4/4 | 1 1, 4 1, 13 1, 14 1'
    ]);
    expect(tools(inspection)).toEqual([
      'area | _STATE',
      'id | SEQNO',
      'psu | _PSU',
      'stratum | _STSTR',
      'weight | _LLCPWT'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([]);
  });

  test('none is 0, metric weights are pounds, feet and inches are inches', () => {
    const stored = collectText(
      toText([
        ['_STATE', '_LLCPWT', 'PHYSHLTH', 'WEIGHT2', 'HEIGHT3', 'GENHLTH'],
        ['25', '396.1', '88', '9082', '506', '2'],
        ['25', '96.1', '30', '160', '9170', '7'],
        ['9', '296.1', '77', '7777', '7777', '9'],
        ['9', '196.1', '', '9999', '611', '3']
      ])
    );
    expect(stored.get('physhlth')).toEqual([0, 30, null, null]);
    expect(stored.get('weight2')).toEqual([180.8, 160, null, null]);
    expect(stored.get('height3')).toEqual([66, 66.9, null, 83]);
    expect(stored.get('genhlth')).toEqual(['2', null, null, '3']);
  });
});
