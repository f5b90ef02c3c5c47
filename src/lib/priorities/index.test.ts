import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exampleContext } from './example.fixture';
import { getPriorityMethod, priorityMethods } from './index';
import type { PriorityDefinition, PriorityExample } from './definition';

describe('the list of methods', () => {
  test('has every file that defines one', () => {
    const files = readdirSync(new URL('.', import.meta.url)).map((name) => name.replace('.ts', ''));
    for (const { id } of priorityMethods) expect(files).toContain(id);
  });
  test('refuses an unknown id', () => {
    expect(() => getPriorityMethod('nothing')).toThrow('there is no priority method "nothing"');
  });
});

describe.each(priorityMethods.map((one): [string, PriorityDefinition] => [one.id, one]))(
  '%s',
  (_, one) => {
    test('says in two languages what it is', () => {
      for (const labels of [one.labels, one.meaning, ...one.bands.map((band) => band.labels)])
        expect(Object.keys(labels).sort()).toEqual(['en', 'es']);
      expect(one.source).toMatch(/\(/);
      expect(one.examples.length).toBeGreaterThan(0);
    });
    test.each(one.examples.map((example): [string, PriorityExample] => [example.title, example]))(
      '%s',
      (_, example) => {
        const scores = one.compute(exampleContext(example));
        if (!scores.ok) throw new Error(JSON.stringify(scores.issues));
        const item = scores.value.items.find(({ key }) => key === example.at);
        expect(item?.estimate.value).toBeCloseTo(example.expect.value, 12);
        expect(item?.n).toBe(example.expect.n);
      }
    );
    test('says what a wave without its questions lacks', () => {
      const nothing = exampleContext({
        title: '',
        given: { a: ['y', 'n'] },
        at: '',
        expect: { value: 0, n: 0 }
      });
      const scores = one.compute(nothing);
      expect(scores.ok).toBe(false);
      if (!scores.ok) expect(scores.issues[0]?.code).toMatch(/^priority-no-/);
    });
  }
);
