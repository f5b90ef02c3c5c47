import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import Papa from 'papaparse';
import type { Keys } from '$lib/estimation/design/units';
import { estimateByGroup, makeDesign, nchsStandard } from '$lib/estimation';

const read = (name: string): string => readFileSync(`data/sample-county/${name}`, 'utf8');
type Row = Record<string, string>;

const rows = Papa.parse<Row>(read('wave-2026.csv'), {
  header: true,
  delimiter: ';',
  skipEmptyLines: true
}).data.filter(({ consent }) => consent === 'yes');

const keys = (column: string): Keys => {
  const labels = [...new Set(rows.map((row) => row[column] ?? ''))].sort();
  return { labels, codes: Uint16Array.from(rows, (row) => labels.indexOf(row[column] ?? '') + 1) };
};

const unmetRent = Float64Array.from(rows, (row) => {
  if (row['needs/need_rent'] === 'no') return 0;
  const helped = row['needs/helped_rent'];
  return helped ? Number(helped !== 'full') : NaN;
});

describe('the map of the second exhibit', () => {
  const design = makeDesign({
    rows: rows.length,
    strata: keys('stratum'),
    units: [keys('psu')],
    weights: Float64Array.from(rows, (row) => Number(row.base_weight))
  });
  const { groups } = estimateByGroup(design, unmetRent, keys('place/neighborhood'), {
    within: 'all',
    statistic: 'proportion'
  });
  const shown = groups.filter(({ estimate }) => nchsStandard(estimate).decision === 'show');
  const script = read('workspace.json');

  test('leaves as many neighborhoods without a number as the script says, the small ones among them', () => {
    expect(script).toContain('Four neighborhoods are left without a number');
    const hidden = groups.filter((group) => !shown.includes(group)).map(({ label }) => label);
    expect(hidden).toHaveLength(4);
    expect(hidden).toEqual(expect.arrayContaining(['fallow_ridge', 'sandbar_point']));
  });

  test('shows its highest number where the script says', () => {
    expect(script).toContain('The highest number is that of Tannery Row');
    const values = shown.map(({ label, estimate }) => [estimate.value ?? 0, label] as const);
    expect(values.sort(([a], [b]) => b - a)[0]?.[1]).toBe('tannery_row');
  });
});
