import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defineIndicator } from './define-indicator';
import { getIndicator, indicators } from './index';
import { contextOf } from './responses.fixture';
import { keyOf } from '$lib/privacy/release';

describe('the list of indicators', () => {
  test('has every file of mezzo and macro', () => {
    const files = ['mezzo', 'macro'].flatMap((level) =>
      readdirSync(new URL(level, import.meta.url))
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => `${level}/${name.replace('.ts', '')}`)
    );
    const listed = indicators.map(({ level, id }) => `${level}/${id}`);
    expect(listed.toSorted()).toEqual(files.toSorted());
  });
  test('has no id twice', () => {
    expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length);
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

test('a definition that contradicts the level rules is refused', () => {
  const base = getIndicator('prevalence');
  const wrong = { ...base, level: 'mezzo', code: 'Z1', unitOfAnalysis: 'policy' } as const;
  expect(() => defineIndicator(wrong)).toThrow('the level rules give another level');
});
