import { expect, test } from 'vitest';
import { release } from './release';
import { tableOf } from './table.fixture';
import { policyFor } from './policy';
import type { ReleasePolicy } from './policy';

const policyOf = (sampleType: ReleasePolicy['sampleType']): ReleasePolicy => {
  const policy = policyFor({ sampleType, population: 20_000, responses: 210 });
  if (!policy.ok) throw new Error(policy.issues[0]?.code);
  return policy.value;
};

const members = ['a', 'b'].map((key) => ({ key, labels: { und: key } }));
const table = tableOf(
  [
    { at: {}, n: 210, x: 90 },
    { at: { g: 'a' }, n: 110, x: 50 },
    { at: { g: 'b' }, n: 100, x: 40 }
  ],
  [{ id: 'g', labels: { en: 'Group' }, ordered: false, partition: true, members }]
);

test('a CASPER shows the whole community, and no number of an area or group', () => {
  const { cells, contrasts, mostlyHidden } = release(table, policyOf('casper'));
  expect(cells[0]).toMatchObject({ at: {}, flag: '', n: 210 });
  for (const cell of cells.slice(1))
    expect(cell).toMatchObject({ flag: 'x', reason: 'whole-only', value: null, n: null });
  expect(contrasts).toEqual([]);
  // coarser groups would not help, so nothing offers them
  expect(mostlyHidden).toBe(false);
});

test('any other random sample shows its groups', () => {
  const { cells } = release(table, policyOf('address-based'));
  expect(cells.every((cell) => cell.reason !== 'whole-only')).toBe(true);
});

test('a random sample of few addresses has the threshold of a random sample', () => {
  expect(policyOf('address-based').threshold).toBe(5);
  expect(policyOf('casper').threshold).toBe(5);
  expect(policyOf('census').threshold).toBe(11);
});
