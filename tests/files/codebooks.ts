import { expect } from 'vitest';
import type { Inspection, InspectedVariable } from '$lib/survey/inspect';
import type { Check } from './expected';

/** A check on a file that describes another one: it is refused as survey data, and shown as a table. */
export function runCodebookCheck(check: Check, inspection: Inspection): void {
  const rowsWith = /^value (\S+) rows$/.exec(check.variable)?.[1];
  if (rowsWith !== undefined) {
    expect(countsOf(column(inspection, 'value'))[rowsWith]).toBe(check.n_valid);
    return;
  }
  if (check.kind === 'count') {
    const names = countsOf(column(inspection, 'variable'));
    expect(Object.keys(names)).toHaveLength(check.n_valid ?? 0);
    return;
  }
  const variable = column(inspection, check.variable);
  const { '': blank = 0, ...counts } = check.counts ?? {};
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  expect(variable.nValid).toBe(check.kind === 'id' ? check.n_valid : total);
  expect(variable.nValid + variable.nMissing).toBe(inspection.rows);
  if (blank > 0) expect(variable.nMissing).toBe(blank);
  if (check.kind !== 'id') expect(countsOf(variable)).toEqual(counts);
}

/** The ground truth may name a column by the beginning of its heading. */
function column(inspection: Inspection, name: string): InspectedVariable {
  const found =
    inspection.variables.find((variable) => variable.label === name) ??
    inspection.variables.find((variable) => variable.label.startsWith(name));
  if (!found) throw new Error(`no column "${name}"`);
  return found;
}

const countsOf = (variable: InspectedVariable): Record<string, number> => variable.counts ?? {};

/** A check on a published table: what it holds is counted, and nothing of it is imported. */
export function checkAggregate(check: Check, inspection: Inspection): void {
  const refused = inspection.issues.find((issue) => issue.code === 'AGGREGATE_TABLE');
  const { percent_cells: percents, columns, header, blank } = check.counts ?? {};
  if (columns !== undefined) expect(refused?.params.columns).toBe(columns);
  if (percents === undefined) return;
  expect(refused?.params.percents).toBe(percents);
  // Records that are blank are passed over; whether the second row is a header is for people to say.
  const records = inspection.rows + inspection.headerRows;
  expect([records, records + (blank ?? 0)]).toContain(check.n_valid);
  expect(inspection.headerRows).toBeLessThanOrEqual(header ?? 0);
}
