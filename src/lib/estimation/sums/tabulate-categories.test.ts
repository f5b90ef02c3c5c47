import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { seededRandom } from '$lib/base/random';
import { makeDesign } from '../design/design';
import { tabulate } from './tabulate';
import { categoryCell, frameDomains, tabulateCategories } from './tabulate-categories';
import type { Keys } from '../design/units';

const labels = ['a', 'b', 'c', 'd'];

/** A small survey with weights of zero, rows without a weight, a domain, answers and a filter. */
const surveys = fc
  .record({ seed: fc.integer(), clustered: fc.boolean() })
  .map(({ seed, clustered }) => {
    const random = seededRandom(seed);
    const rows = random.integer(8, 60);
    const codes = (from: number, to: number) =>
      Uint8Array.from({ length: rows }, () => random.integer(from, to));
    const keys = (): Keys => ({ codes: codes(1, 4), labels });
    const draw = () => (random.next() < 0.1 ? NaN : random.next() < 0.1 ? 0 : 1 + random.next());
    const design = makeDesign({
      rows,
      strata: keys(),
      units: clustered ? [keys()] : null,
      weights: Float64Array.from({ length: rows }, draw),
      dropMissingWeight: true,
      nest: true
    });
    return { design, domain: codes(0, 3), answer: codes(0, 4), within: codes(0, 1) };
  });

test.prop([surveys])('a filter leaves its rows in the design and in no domain', (survey) => {
  const { design, domain, answer, within } = survey;
  const filtered = domain.map((code, i) => (within[i] === 1 ? code : 0));
  expect(tabulateCategories(frameDomains(design, domain, 3, within), answer, 4)).toEqual(
    tabulateCategories(frameDomains(design, filtered, 3), answer, 4)
  );
});

test.prop([surveys])('the sums are those of the cells one by one', ({ design, domain, answer }) => {
  const cell = Uint32Array.from(domain, (code, i) => categoryCell(code, answer[i]!, 4));
  const one = tabulate(design, { cell, cells: 4 * 5 });
  const all = tabulateCategories(frameDomains(design, domain, 3), answer, 4);
  const near = (numbers: Float64Array) =>
    Array.from(numbers, (x) => expect.closeTo(x, 12) as number);
  expect([...all.n]).toEqual([...one.n]);
  expect([...all.nPositive]).toEqual([...one.nPositive]);
  expect([...all.totals]).toEqual(near(one.totals));
});

test('rows without weight add nothing, and equal weights spread by nothing, to the last bit', () => {
  const weights = [9.287111432291567, 2.585257731610909, 0, 0, 0, 0.1, 0.1, 0.1];
  const design = makeDesign({ rows: 8, weights: Float64Array.from(weights) });
  const frame = frameDomains(design, new Uint8Array(8).fill(1), 1);
  const { totals, between } = tabulateCategories(frame, Uint8Array.of(1, 1, 2, 2, 2, 3, 3, 3), 3);
  const [unweighted, equal] = [categoryCell(1, 2, 3), categoryCell(1, 3, 3)];
  const products = between.kind === 'row' ? between.products : [];
  expect([totals[unweighted], products[unweighted], products[equal]]).toEqual([0, 0, 0]);
});

test('a variable of more than 255 answers is refused by name', () => {
  const design = makeDesign({ rows: 2 });
  const frame = frameDomains(design, new Uint8Array(2), 1);
  expect(() => tabulateCategories(frame, new Uint8Array(2), 256)).toThrow('at most 255');
});
