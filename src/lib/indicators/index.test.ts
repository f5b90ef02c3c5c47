import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defineIndicator } from './define-indicator';
import { getIndicator, indicators, inventory, recordIndicators } from './index';
import { noRecords } from './records';
import { contextOf } from './responses.fixture';
import { keyOf } from '$lib/privacy/release';

describe('the list of indicators', () => {
  test('has every file of mezzo and macro', () => {
    const files = ['mezzo', 'macro'].flatMap((level) =>
      readdirSync(new URL(level, import.meta.url))
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => `${level}/${name.replace('.ts', '')}`)
    );
    const listed = inventory.map(({ level, id }) => `${level}/${id}`);
    expect(listed.toSorted()).toEqual(files.toSorted());
  });
  test('has no id twice', () => {
    expect(new Set(inventory.map(({ id }) => id)).size).toBe(inventory.length);
  });
  test('has every code of the inventory', () => {
    const wanted = [
      ...Array.from({ length: 16 }, (_, i) => `Z${i + 1}`),
      ...Array.from({ length: 17 }, (_, i) => `A${i + 1}`)
    ];
    expect([...new Set(inventory.map(({ code }) => code))]).toEqual(wanted);
  });
  test('names only method pages that exist', () => {
    const pages = readdirSync(new URL('../../docs/methods', import.meta.url));
    const named = new Set(inventory.flatMap(({ method }) => method.map((page) => `${page}.md`)));
    expect([...named].filter((page) => !pages.includes(page))).toEqual([]);
  });
  test('refuses an unknown id', () => {
    expect(() => getIndicator('nothing')).toThrow('there is no indicator "nothing"');
  });
});

describe.each(indicators.map((indicator) => [indicator.id, indicator] as const))('%s', (_, one) => {
  test.each(one.examples.map((example) => [example.title, example] as const))(
    '%s',
    (_, example) => {
      const table = one.compute(contextOf(example));
      const at = keyOf(example.at ?? {});
      const cell = table.cells.find((candidate) => keyOf(candidate.at) === at);
      expect(cell?.estimate.value).toBeCloseTo(example.expect.value, 12);
      expect(cell?.n).toBe(example.expect.n);
    }
  );
});

describe.each(recordIndicators.map((one) => [one.id, one] as const))('%s', (_, one) => {
  test.each(one.examples.map((example) => [example.title, example] as const))(
    '%s',
    (_, { given, part, expect: expected }) => {
      const assessed = one.assess({ ...noRecords, ...given });
      expect(assessed?.parts.find(({ key }) => key === part)?.value).toBeCloseTo(
        expected.value,
        12
      );
    }
  );
  test('says nothing where there is no record of it', () => {
    expect(one.assess(noRecords)).toBeNull();
  });
});

test('a definition that contradicts the level rules is refused', () => {
  const base = getIndicator('prevalence');
  const wrong = { ...base, level: 'mezzo', code: 'Z1', unitOfAnalysis: 'policy' } as const;
  expect(() => defineIndicator(wrong)).toThrow('the level rules give another level');
});
