import { describe, expect, test } from 'vitest';
import { answered, inspectRecords, tools } from '../inspecting.fixture';

describe('Household Pulse', () => {
  test('-99 beside a choice is not chosen, -88 is no report', () => {
    const { inspection } = inspectRecords([
      [
        'SCRAM',
        'WEEK',
        'EST_ST',
        'PWEIGHT',
        'HWEIGHT',
        'TBIRTH_YEAR',
        'EEDUC',
        'THHLD_NUMPER',
        'SPND1',
        'SPND2',
        'SPND3',
        'ANXIOUS',
        'REGION'
      ],
      ['V1', '10', '1', '1645.5', '1200.5', '1980', '4', '3', '1', '-99', '1', '2', '1'],
      ['V2', '10', '33', '645.5', '1200.5', '1970', '6', '2', '-88', '-88', '-88', '-99', '2'],
      ['V3', '10', '40', '645.5', '1200.5', '1990', '6', '1', '-99', '-99', '-99', '-88', '3'],
      ['V4', '10', '8', '945.5', '1200.5', '1960', '2', '5', '-99', '1', '-99', '4', '3']
    ]);
    expect(inspection.format).toBe('census-pulse');
    expect(answered(inspection)).toEqual([
      'single | EST_ST | 2 | answered 4/4 | 1 1, 8 1, 33 1, 40 1',
      'numeric | TBIRTH_YEAR | 5 | answered 4/4',
      'scale | EEDUC | 6 | answered 4/4 | 2 1, 4 1, 6 2',
      'scale | THHLD_NUMPER | 7 | answered 4/4 | 1 1, 2 1, 3 1, 5 1',
      'multiple-response | SPND | 8 9 10 | answered 2/2 | SPND1 1, SPND2 1, SPND3 1',
      'single | ANXIOUS | 11 | answered 2/3 | 2 1, 4 1',
      'single | REGION | 12 | answered 4/4 | 1 1, 2 1, 3 2'
    ]);
    expect(tools(inspection)).toEqual([
      'id | SCRAM',
      'paradata | WEEK',
      'area | EST_ST',
      'weight | PWEIGHT',
      'weight | HWEIGHT',
      'area | REGION'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([]);
  });
});
