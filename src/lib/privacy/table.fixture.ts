import type { Estimate } from '$lib/estimation/estimates/estimate';
import type { CellKey, Dimension, EstimateTable, RawCell, ReleasedTable } from './table';

/** An estimate for tests, with what a test does not mention left plain. */
export const estimateOf = (given: Partial<Estimate>): Estimate => ({
  value: 0.5,
  se: 0.01,
  low: 0.48,
  high: 0.52,
  level: 0.95,
  df: 40,
  dfFull: 40,
  n: 100,
  nPositive: 100,
  sumWeights: 1000,
  psus: 40,
  nEffective: 90,
  deff: 1.1,
  deffWithoutReplacement: null,
  method: 'korn-graubard',
  reason: null,
  ...given
});

interface GivenCell {
  at: CellKey;
  n: number;
  x: number;
  estimate?: Partial<Estimate>;
}

/** A share as a simple random sample of n would give it. */
function shareOf(n: number, x: number, given: Partial<Estimate> = {}): Estimate {
  if (n === 0) return estimateOf({ value: null, se: null, low: null, high: null, n, nPositive: n });
  const value = x / n;
  const se = Math.sqrt((value * (1 - value)) / n);
  const low = Math.max(0, value - 1.96 * se);
  return estimateOf({ value, se, low, high: value + 1.96 * se, n, nPositive: n, ...given });
}

const words = (text: string) => ({ en: text, es: text });

/** A table of shares over given dimensions, for tests. */
export function tableOf(cells: GivenCell[], dimensions: Dimension[] = []): EstimateTable {
  return {
    subject: {
      indicatorId: 'prevalence',
      key: 'prevalence:test',
      labels: words('Test'),
      level: 'macro',
      unit: 'proportion',
      direction: 'lower-is-better',
      decimals: 0,
      base: words('adults')
    },
    statistic: 'proportion',
    dimensions,
    cells: cells.map(({ at, n, x, estimate }): RawCell => ({
      at,
      n,
      x,
      psus: Math.max(2, n),
      estimate: shareOf(n, x, estimate)
    })),
    contrasts: [],
    sources: [
      {
        waveId: 'wave',
        datasetVersionId: 'version',
        surveyName: 'Test survey',
        waveName: '2026',
        sampleType: 'probability',
        fieldedFrom: null,
        fieldedTo: null,
        responses: 1000,
        isSample: false
      }
    ],
    method: { interval: 'korn-graubard', engine: 'test', weighting: 'unweighted' }
  };
}

export interface CountRow {
  group?: number;
  area?: number;
  n: number;
  x: number;
}

/** Every cell and margin of respondents counted by group, area or both. */
export function peopleTable(rows: CountRow[]): EstimateTable {
  const keys = (of: 'group' | 'area', letter: string): (string | null)[] => {
    const used = [...new Set(rows.flatMap((row) => (row[of] === undefined ? [] : [row[of]])))];
    return [null, ...used.sort((a, b) => a - b).map((i) => letter + i)];
  };
  const groups = keys('group', 'g');
  const areas = keys('area', 'a');
  const cells = groups.flatMap((group) =>
    areas.map((area): GivenCell => {
      const inside = rows.filter(
        (row) => (!group || `g${row.group}` === group) && (!area || `a${row.area}` === area)
      );
      return {
        at: { ...(group && { group }), ...(area && { area }) },
        n: inside.reduce((sum, row) => sum + row.n, 0),
        x: inside.reduce((sum, row) => sum + row.x, 0)
      };
    })
  );
  const dimension = (id: string, members: (string | null)[]): Dimension[] =>
    members.length < 2
      ? []
      : [
          {
            id,
            labels: words(id),
            ordered: false,
            partition: true,
            members: members.flatMap((key) => (key ? [{ key, labels: words(key) }] : []))
          }
        ];
  return tableOf(cells, [...dimension('group', groups), ...dimension('area', areas)]);
}

export const sourceOf = (table: ReleasedTable): string => table.sources[0]!.surveyName;
