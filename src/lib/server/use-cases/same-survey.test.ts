import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Estimate } from '$lib/estimation';
import { responsesOf } from '$lib/server/db/queries/dataset-version';
import { testAccess } from '$lib/server/db/version.fixture';
import { importSurvey } from './import-survey';
import { planFile } from './inspect-file';
import { exportsOfSurvey, indicatorsOf, type SurveyExport } from './same-survey.fixture';

const folder = 'tests/fixtures/files';

/** Every number of the survey, from the file through the database. */
function imported(survey: SurveyExport): Map<string, Estimate> {
  const path = join(folder, survey.file);
  const companions = (survey.companions ?? []).map((name) => ({ path: join(folder, name) }));
  const planned = planFile({ path, companions });
  if (!planned.ok || !planned.value.plan) throw new Error(`${survey.file} was refused`);
  const { plan } = planned.value;
  const access = testAccess();
  const request = { path, fileName: survey.file, survey: 'Riverbend', wave: '2024', plan };
  const done = importSurvey(access, request);
  if (!done.ok) throw new Error(JSON.stringify(done.issues));
  const responses = responsesOf(access, done.value.versionId);
  if (!responses) throw new Error('nothing was stored');
  return indicatorsOf(responses, survey);
}

const [first, ...others] = exportsOfSurvey;
const reference = first ? imported(first) : new Map<string, Estimate>();

/** Value and interval as stored, to the last digit. */
const digits = ({ value, se, low, high, n }: Estimate) => ({ value, se, low, high, n });

const printed = (indicators: Map<string, Estimate>, isKept: (name: string) => boolean) =>
  Object.fromEntries(
    [...indicators].filter(([name]) => isKept(name)).map(([name, one]) => [name, digits(one)])
  );

describe('the same survey from every tool', () => {
  test('has the indicators that its ground truth names', () => {
    const value = (name: string) => reference.get(name)?.value;
    expect(reference.size).toBe(8 + 6 + 1 + 2 + 4 + 2 + 4);
    // EXPECTED.json, canonical
    expect(value('needs: Child care')).toBe(13 / 37);
    expect(value('needs: Other')).toBe(11 / 37);
    expect(value('sat_parks')).toBeCloseTo(3.55, 12);
    expect(value('sat_transit')).toBeCloseTo(3.638889, 6);
    expect(value('nps')).toBeCloseTo((100 * (6 - 19)) / 39, 12);
    expect(value('hh_size')).toBeCloseTo(3.128205, 6);
    expect(value('care_hours')).toBeCloseTo(15.318182, 6);
    expect(value('kids: Yes')).toBe(22 / 40);
    expect(value('income: Under $25,000')).toBe(13 / 34);
    expect(value('neighborhood: Northgate')).toBe(14 / 38);
  });

  test.each(others)('$file ends in the same numbers, to the last digit', (survey) => {
    const isKept = (name: string) => survey.loses === undefined || !name.startsWith('needs');
    const indicators = imported(survey);
    expect(printed(indicators, isKept)).toEqual(printed(reference, isKept));
  });

  test.each(others.filter(({ loses }) => loses))(
    '$file has as many who chose each need, among everyone: its zeros hide who did not answer',
    (survey) => {
      const counts = (indicators: Map<string, Estimate>) =>
        [...indicators]
          .filter(([name]) => name.startsWith('needs'))
          .map(([name, { value, n }]) => [name, Math.round((value ?? 0) * n)]);
      const indicators = imported(survey);
      expect(counts(indicators)).toEqual(counts(reference));
      expect(indicators.get('needs: Other')?.n).toBe(40);
    }
  );
});
