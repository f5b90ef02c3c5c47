import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { CellMemory } from './cell-memory';

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\u00e9'), maxLength: 4 }),
  fc.integer({ min: 0, max: 900 }).map((number) => `P${number}`),
  fc.constantFrom('Strongly agree', 'Strongly disagree', 'Neither agree nor disagree')
);

test.prop([fc.array(cell, { maxLength: 400 }), fc.array(cell)], { numRuns: 200 })(
  'what was kept for a cell comes back, and nothing for any other',
  (kept, asked) => {
    const memory = new CellMemory();
    const known = new Map<string, number>();
    kept.forEach((each, i) => {
      known.set(each, i);
      memory.set(each, i);
    });
    expect(memory.size).toBe(known.size);
    for (const each of [...kept, ...asked]) expect(memory.get(each)).toBe(known.get(each));
    memory.clear();
    for (const each of kept) expect(memory.get(each)).toBeUndefined();
  }
);
