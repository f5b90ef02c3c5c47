import { expect, test } from 'vitest';
import { release } from '$lib/privacy/release';
import { groupInequality } from './macro/group-inequality';
import { placeClustering } from './mezzo/place-clustering';
import { contextOf } from './responses.fixture';
import type { ReleasePolicy } from '$lib/privacy/policy';
import type { IndicatorDefinition } from './definition';

const policy: ReleasePolicy = {
  sampleType: 'probability',
  threshold: 5,
  thresholdReason: null,
  profile: 'nchs'
};

/** Groups of 60 people, of whom more and more have the problem, and groups of 12. */
function released(definition: IndicatorDefinition, large: number, small: number) {
  const sizes = [...new Array<number>(large).fill(60), ...new Array<number>(small).fill(12)];
  const group = sizes.flatMap((size, g) => new Array<string>(size).fill(`g${g}`));
  const need = sizes.flatMap((size, g) =>
    Array.from({ length: size }, (_, i) => (i % 6 < 2 + (g % 3) ? 'y' : 'n'))
  );
  const inputs = {
    answer: { questionId: 'n', variables: ['need'], yes: ['y'], no: ['n'] },
    groups: { questionId: 'g', variables: ['group'], yes: sizes.map((_, g) => `g${g}`), no: [] }
  };
  const context = contextOf({
    given: { need, group },
    inputs,
    split: { group: null, area: null }
  });
  return release(definition.compute({ ...context, fewest: 30 }), policy);
}

test('a measure over groups stands where 85 % of them have answers enough, the others left out', () => {
  const { cells } = released(groupInequality, 6, 1);
  expect(cells.map(({ reason }) => reason)).not.toContain('too-few-groups');
  expect(cells.every(({ n }) => n === 360)).toBe(true);
});

test('where fewer have, there is no number, and the reason is said: nobody hides it', () => {
  const { cells, mostlyHidden } = released(groupInequality, 5, 1);
  expect(mostlyHidden).toBe(false);
  expect(cells.map(({ value, reason }) => [value, reason])).toEqual(
    cells.map(() => [null, 'too-few-groups'])
  );
});

test('how alike people of one place are is no measure over all places', () => {
  const reasons = released(placeClustering, 5, 1).cells.map(({ reason }) => reason);
  expect(reasons).not.toContain('too-few-groups');
});
