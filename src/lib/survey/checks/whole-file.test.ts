import { describe, expect, test } from 'vitest';
import { textInMemory } from '../file/bytes';
import { inspectSurvey } from '../inspect';
import { withRepair } from '../operations/repair-plan';
import { RowTable } from './row-table';

/** A file of two columns and more rows than the sample holds. */
const ROWS = 320_000;

function largeFile(change: (i: number) => string | null): string {
  const lines: string[] = ['ResponseId,q1'];
  for (let i = 0; i < ROWS; i++) lines.push(change(i) ?? `R_${i},${i % 5}`);
  return lines.join('\n') + '\n';
}

const inspect = (text: string) => inspectSurvey({ main: textInMemory(text), name: 'big.csv' });

const said = (text: string) => {
  const { inspection, plan } = inspect(text);
  return {
    plan,
    issues: inspection.issues
      .filter(({ severity }) => severity !== 'note')
      .map(({ code, where }) => `${code}@${where.line}`)
  };
};

describe('a file larger than its sample', () => {
  test('has its last rows checked: duplicates, ids, lost digits and unclean cells', () => {
    const at = ROWS - 10;
    const { issues, plan } = said(
      largeFile((i) => {
        if (i === at) return 'R_7,2';
        if (i === at + 1) return 'R_8,4';
        if (i === at + 2) return '3.10224E+11,1';
        if (i === at + 3) return `R_${i},caf\u0000e`;
        if (i === at + 4) return `R_${i},niÃ±o`;
        return null;
      })
    );
    expect(issues).toEqual(
      expect.arrayContaining([
        `DUPLICATE_ROW@${at + 2}`,
        `DUPLICATE_ID@${at + 3}`,
        `SCIENTIFIC_ID@${at + 4}`,
        `NUL_BYTES@${at + 5}`,
        `MOJIBAKE_SUSPECTED@${at + 6}`
      ])
    );
    expect(plan?.exclusions).toEqual([{ line: at + 2, reason: 'duplicate' }]);
    expect(plan?.openQuestions.map(({ code }) => code)).toContain('DUPLICATE_ROW');
  });

  test('asks once about many duplicates, and keeps all of them when a person says so', () => {
    const { issues, plan } = said(
      largeFile((i) => (i >= ROWS - 50 ? `R_${i % 50},${i % 5}` : null))
    );
    expect(issues.filter((each) => each.startsWith('DUPLICATE'))).toHaveLength(1);
    expect(plan?.exclusions).toHaveLength(50);
    const [issue] = plan?.openQuestions ?? [];
    if (!plan || !issue) throw new Error('nothing is asked');
    expect(withRepair(plan, issue, false).exclusions).toEqual([]);
    expect(withRepair(plan, issue, true).exclusions).toHaveLength(50);
  });

  test('that is clean is silent', () => {
    expect(said(largeFile(() => null)).issues).toEqual([]);
  });
});

test('rows are found again by key, also after the table has grown many times', () => {
  const table = new RowTable();
  for (let i = 1; i <= 50_000; i++) expect(table.find([i, i * 7], [i, 1], i)).toBeNull();
  expect(table.find([123, 861], [123, 1], 9)).toEqual({ line: 123, isSame: true });
  expect(table.find([123, 861], [123, 2], 9)).toEqual({ line: 123, isSame: false });
  expect(table.find([123, 862], [123, 2], 9)).toBeNull();
});
