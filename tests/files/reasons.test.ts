import { describe, expect, test } from 'vitest';
import { importIssues as english } from '$lib/text/en/import-issues';
import { importReasons } from '$lib/text/en/import-reasons';
import { importIssues as spanish } from '$lib/text/es/import-issues';
import { inspectSurvey } from '$lib/survey/inspect';
import { edgeCases, expectedFiles, sourceOf } from './expected';

const files = [
  ...expectedFiles(),
  ...edgeCases().filter(({ file, id }) => file.startsWith('edge/') && id !== 'E70')
].map(({ folder, file }) => ({ folder, file }));

describe('what a person is told', () => {
  test.each(files)('$file: every proposal has a reason, and every finding a sentence', (entry) => {
    const main = sourceOf(entry.folder, entry.file);
    const { inspection, plan } = inspectSurvey({ main, name: entry.file });
    const reasons = [...(plan?.variables ?? []), ...(plan?.questions ?? [])].map(
      ({ reason }) => reason
    );
    const codes = inspection.issues.map(({ code }) => code);
    expect([...new Set(reasons)].filter((reason) => !(reason in importReasons))).toEqual([]);
    expect(codes.filter((code) => !(code in english) || !(code in spanish))).toEqual([]);
    for (const each of [...(plan?.variables ?? []), ...(plan?.questions ?? [])]) {
      expect(each.confidence).toBeGreaterThan(0);
      expect(each.confidence).toBeLessThanOrEqual(1);
    }
  });
});
