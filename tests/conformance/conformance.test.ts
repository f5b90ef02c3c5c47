import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { implementedFamilies } from '$lib/estimation/query/query';
import { readCases } from './cases';
import { judge } from './judge';
import { familyTable } from './table';
import type { Verdict } from './judge';

/**
 * Walks every reference case, answers it with the engine and compares every number at its tolerance.
 * A family listed as implemented must pass whole; the others are listed, never counted as passed.
 */
const directory = process.env['REFERENCE_DIR'] ?? 'tests/fixtures/reference';
const reportFile = process.env['CONFORMANCE_REPORT'];
const cases = readCases(directory);
const verdicts: Verdict[] = [];

afterAll(() => {
  process.stdout.write(`\n${familyTable(verdicts, implementedFamilies)}\n`);
  if (reportFile)
    writeFileSync(
      reportFile,
      JSON.stringify(
        verdicts.map(({ id, family, status, worstRelativeError }) => ({
          case: id,
          family,
          status,
          worstRelativeError
        })),
        null,
        1
      )
    );
});

test('the folder holds the cases its manifest announces', () => {
  expect(cases.list.length).toBeGreaterThan(0);
  if (cases.announced !== null) expect(cases.list.length).toBe(cases.announced);
});

const families = [...new Set(cases.list.map((one) => one.family))];
describe.each(families)('%s', (family) => {
  test(`every case agrees, or is listed as not implemented`, () => {
    const own = cases.list.filter((one) => one.family === family).map((one) => judge(one, cases));
    verdicts.push(...own);
    const wrong = own.filter(({ status }) => status === 'failed' || status === 'refused');
    expect(wrong.map(({ id, problems }) => `${id}: ${problems.slice(0, 4).join('; ')}`)).toEqual(
      []
    );
    const isListed = implementedFamilies.includes(family);
    if (!isListed) expect(own.filter(({ status }) => status === 'passed')).toEqual([]);
  });
});
