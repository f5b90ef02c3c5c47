// Adds up the reports of vitest and Playwright and prints one closing line.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/** @returns {{passed: number, failed: number, skipped: number}} over every report in the folder */
export function tally(folder, suites) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const suite of suites) {
    const report = read(join(folder, `${suite}.json`));
    if (!report) {
      sum.failed += 1;
    } else if (report.stats) {
      sum.passed += report.stats.expected;
      sum.failed += report.stats.unexpected;
      sum.skipped += report.stats.skipped;
    } else {
      sum.passed += report.numPassedTests;
      sum.failed += report.numFailedTests;
      sum.skipped += report.numPendingTests + (report.numTodoTests ?? 0);
    }
  }
  return sum;
}
