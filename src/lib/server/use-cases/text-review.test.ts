import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Access, Role } from '$lib/server/access/access';
import { auditEntry, textReview } from '$lib/server/db/schema';
import { importSurvey } from './import-survey';
import { planFile } from './inspect-file';
import { undoImport } from './undo-import';
import {
  approvedQuotes,
  reviewText,
  textsPage,
  TEXTS_PER_PAGE,
  undoTextReview
} from './text-review';
import { codesOf, twoOrganizations, valueOf } from './two-organizations.fixture';

const folder = mkdtempSync(join(tmpdir(), 'texts-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const path = join(folder, 'answers.csv');
const comment = (i: number) =>
  i === 0
    ? 'Maria Lopez at 913-555-0123 can tell you how the bus never comes here'
    : `The bus came late again on day ${i} and nobody told us why it was so`;
writeFileSync(
  path,
  [
    'id,age group,What should change?',
    ...Array.from(
      { length: 50 },
      (_, i) => `${i},${i % 2 ? 'old' : 'young'},${i % 5 === 4 ? '' : comment(i)}`
    )
  ].join('\n')
);

let tenants: Access;
let clinic: Access;
let stranger: Access;
let waveId: string;
let versionId: string;
let variable: string;

beforeEach(() => {
  ({ tenants, clinic, stranger } = twoOrganizations());
  const { plan } = valueOf(planFile({ path }));
  if (!plan) throw new Error('the file was refused');
  variable = plan.variables[2]?.name ?? '';
  const done = importSurvey(tenants, {
    path,
    fileName: 'a.csv',
    survey: 'Needs',
    wave: '2026',
    plan
  });
  ({ waveId, versionId } = valueOf(done));
});

const approve = (access: Access, row: number, quote: string) =>
  reviewText(access, waveId, { variable, row, state: 'approved', quote });

describe('answers in own words', () => {
  test('are listed page by page, with what was found in them', () => {
    const first = textsPage(tenants, waveId);
    expect(first?.questions).toMatchObject([{ variable, total: 40 }]);
    expect(first?.texts).toHaveLength(TEXTS_PER_PAGE);
    expect(first?.pages).toBe(2);
    expect(first?.texts[0]?.details.map(({ kind }) => kind)).toEqual(['name', 'phone']);
    const second = textsPage(tenants, waveId, { page: 2, variable });
    const rows = [...(first?.texts ?? []), ...(second?.texts ?? [])].map(({ row }) => row);
    expect(rows).toEqual(Array.from({ length: 50 }, (_, i) => i).filter((i) => i % 5 !== 4));
  });

  test.each([
    'organization-representative',
    'facilitator',
    'reviewer',
    'speaker',
    'viewer'
  ] as Role[])('are not for the role %s, nor may it decide', (role) => {
    const asker = { ...clinic, role };
    expect(textsPage(asker, waveId)).toBeNull();
    expect(codesOf(approve(asker, 0, 'x'))).toEqual(['no-such-text']);
  });

  test('are for whoever brought them in, whatever the role is now', () => {
    expect(textsPage({ ...tenants, role: 'viewer' }, waveId)?.texts).toHaveLength(TEXTS_PER_PAGE);
  });

  test('are not for another workspace', () => {
    expect([textsPage(stranger, waveId), approvedQuotes(stranger, waveId)]).toEqual([null, []]);
    expect(codesOf(approve(stranger, 0, 'x'))).toEqual(['no-such-text']);
    expect(codesOf(undoTextReview(stranger, waveId, { variable, row: 0 }))).toEqual([
      'no-such-text'
    ]);
  });
});

describe('a quote', () => {
  test('is shown to everybody once it is approved, in the approved words and without the person', () => {
    expect(approvedQuotes({ ...clinic, role: 'viewer' }, waveId)).toEqual([]);
    valueOf(approve(tenants, 0, '[name] can tell you how the bus never comes here'));
    const quotes = approvedQuotes({ ...clinic, role: 'viewer' }, waveId);
    expect(quotes).toEqual([
      {
        quote: '[name] can tell you how the bus never comes here',
        heading: 'What should change?',
        labels: { und: 'What should change?' }
      }
    ]);
    expect(textsPage(tenants, waveId, { state: 'approved' })?.counts).toEqual({
      ...{ waiting: 39, approved: 1, withheld: 0 }
    });
  });

  test('is refused while it holds a telephone, an address or nothing', () => {
    expect(codesOf(approve(tenants, 0, comment(0)))).toEqual(['quote-holds-details']);
    expect(codesOf(approve(tenants, 0, ' '))).toEqual(['quote-missing']);
    expect(codesOf(approve(tenants, 0, 'x'.repeat(1001)))).toEqual(['quote-too-long']);
    expect(codesOf(approve(tenants, 4, 'x'))).toEqual(['no-such-text']);
    expect(
      codesOf(reviewText(tenants, waveId, { variable: 'id', row: 0, state: 'withheld' }))
    ).toEqual(['no-such-text']);
  });

  test('can be taken back, or withheld after all, and the log never says what it said', () => {
    valueOf(approve(tenants, 1, 'The bus came late'));
    valueOf(reviewText(tenants, waveId, { variable, row: 1, state: 'withheld' }));
    expect(approvedQuotes(tenants, waveId)).toEqual([]);
    valueOf(undoTextReview(tenants, waveId, { variable, row: 1 }));
    expect(textsPage(tenants, waveId)?.counts.waiting).toBe(40);
    const log = tenants.db
      .select()
      .from(auditEntry)
      .all()
      .filter(({ entity }) => entity === 'text');
    expect(log.map(({ action }) => action)).toEqual([
      'approve-quote',
      'withhold-text',
      'undo-text-review'
    ]);
    expect(JSON.stringify(log)).not.toContain('bus');
  });

  test('goes with the import it came from', () => {
    valueOf(approve(tenants, 1, 'The bus came late'));
    valueOf(undoImport(tenants, versionId));
    expect(tenants.db.select().from(textReview).all()).toEqual([]);
  });
});
