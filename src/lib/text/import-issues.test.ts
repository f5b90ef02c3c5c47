import { expect, test } from 'vitest';
import { importIssues as english, issueMessage } from './en/import-issues';
import { importIssues as spanish } from './es/import-issues';

const where = { line: 5, column: 'comment', columnIndex: 2 };

test('every import issue has a problem and a fix in both languages', () => {
  expect(Object.keys(spanish).sort()).toEqual(Object.keys(english).sort());
  for (const sentences of [english, spanish])
    for (const sentence of Object.values(sentences)) {
      const { problem, fix } = sentence({ count: 2, value: 'x' }, where);
      expect(problem).toMatch(/[.?!\uFFFD]$/);
      expect(fix.length).toBeGreaterThan(5);
    }
});

test('a message names line, column letter and heading', () => {
  const issue = { code: 'QUOTE_UNTERMINATED', severity: 'repaired' as const, where, params: {} };
  expect(issueMessage(issue)).toContain('Line 5, column C (comment)');
});
