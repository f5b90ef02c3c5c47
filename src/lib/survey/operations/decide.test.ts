import { describe, expect, test } from 'vitest';
import { inspectText } from '../inspecting.fixture';
import type { CellRepair, ImportPlan } from '../plan';
import { acceptOpenOperation } from './accept-open';
import { withDecision, withProposals } from './uses';

const { plan } = inspectText('id,zip,age\n1,1060,18-24\n2,01062,Oct-14\n3,10027,25-34\n');

/** What is put right in each column of the file. */
const repairs = (decided: ImportPlan): (CellRepair | undefined)[] =>
  decided.variables.map(({ source }) => (source.from === 'column' ? source.repair : undefined));

describe('a decision about cells', () => {
  if (!plan) throw new Error('refused');
  const [zip] = plan.openQuestions;
  if (!zip) throw new Error('nothing is asked');

  test('accepted puts the cells of that column right, declined leaves them, and both close it', () => {
    const accepted = withDecision(plan, zip, 'accept');
    const declined = withDecision(plan, zip, 'decline');
    expect(repairs(accepted)).toEqual([undefined, 'zip-zeros', undefined]);
    expect(repairs(declined)).toEqual([undefined, undefined, undefined]);
    for (const decided of [accepted, declined])
      expect(decided.openQuestions.map(({ code }) => code)).toEqual(['EXCEL_DATE_MANGLED']);
  });

  test('is taken for every column when all proposals are accepted', () => {
    const all = [undefined, 'zip-zeros', 'range-from-date'];
    expect(repairs(withProposals(plan, plan))).toEqual(all);
    expect(repairs(acceptOpenOperation.apply(plan, {}, plan))).toEqual(all);
    expect(withProposals(plan, plan).openQuestions).toEqual([]);
  });
});
