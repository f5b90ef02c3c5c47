import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { seededRandom } from '$lib/base/random';
import { scaleReliability } from './estimates/cronbach';
import { makeDesign, simpleDesign } from './design/design';
import { kappaSchemes, ratingAgreement, surveyKappa } from './estimates/kappa';

const within = 'all';
const ratings = (codes: number[], levels = 3) => ({
  codes: Uint8Array.from(codes),
  labels: Array.from({ length: levels }, (_, k) => String(k + 1))
});

/** Two raters who agree in most of 60 cases. */
const pairs = fc.integer({ min: 1, max: 1e6 }).map((seed) => {
  const random = seededRandom(seed);
  const first = Array.from({ length: 60 }, (_, i) => 1 + (i % 3));
  const second = first.map((code) => (random.next() < 0.7 ? code : random.integer(1, 3)));
  return { first: ratings(first), second: ratings(second) };
});

describe('kappa', () => {
  test('of ratings that always agree is 1, of one rating that never varies it is not defined', () => {
    const same = ratings([1, 2, 3, 1]);
    const { kappa, agreement } = ratingAgreement(same, same, within);
    expect([agreement, kappa.unweighted?.value, kappa.linear?.value]).toEqual([1, 1, 1]);
    const flat = ratings([2, 2, 2]);
    expect(ratingAgreement(flat, flat, within).kappa.unweighted).toBeNull();
    expect(surveyKappa(simpleDesign(3), flat, flat, { within }).value).toBeNull();
  });

  test('leaves out a pair with a missing rating, and rows outside', () => {
    const found = ratingAgreement(
      ratings([1, 2, 0, 3]),
      ratings([1, 0, 2, 3]),
      Uint8Array.of(1, 1, 1, 0)
    );
    expect(found.n).toBe(1);
    expect(found.table[0]).toEqual([1, 0, 0]);
    expect(ratingAgreement(ratings([0]), ratings([1]), within)).toMatchObject({
      n: 0,
      agreement: null
    });
  });

  test('of two categories is the same by every scheme', () => {
    const a = ratings([1, 1, 2, 2, 1, 2], 2);
    const b = ratings([1, 2, 2, 2, 1, 1], 2);
    const { kappa } = ratingAgreement(a, b, within);
    expect(kappa.linear?.value).toBeCloseTo(kappa.unweighted!.value, 12);
    expect(kappa.quadratic?.se).toBeCloseTo(kappa.unweighted!.se, 12);
  });

  test.prop([pairs, fc.constantFrom(...kappaSchemes)])(
    'by a design of equal weights is that of the sample, its error n/(n-1) larger in square',
    ({ first, second }, scheme) => {
      const plain = ratingAgreement(first, second, within).kappa[scheme]!;
      const survey = surveyKappa(simpleDesign(60), first, second, { within, scheme });
      expect(survey.value).toBeCloseTo(plain.value, 12);
      expect(survey.se).toBeCloseTo(plain.se * Math.sqrt(60 / 59), 12);
    }
  );

  test.prop([pairs])('does not depend on who rated first', ({ first, second }) => {
    const [one, other] = [
      ratingAgreement(first, second, within),
      ratingAgreement(second, first, within)
    ];
    for (const scheme of kappaSchemes) {
      expect(other.kappa[scheme]?.value).toBeCloseTo(one.kappa[scheme]!.value, 12);
      expect(other.kappa[scheme]?.se).toBeCloseTo(one.kappa[scheme]!.se, 12);
    }
  });
});

describe("Cronbach's alpha", () => {
  const column = (...values: number[]) => Float64Array.from(values);
  const a = column(1, 2, 3, 4, 5);
  const b = column(2, 1, 4, 3, 5);
  const c = column(1, 3, 2, 5, 4);

  test('of one item asked three times is 1', () => {
    const found = scaleReliability(simpleDesign(5), [a, a, a], { within });
    expect([found.raw, found.standardized, found.weighted]).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(1, 12),
      expect.closeTo(1, 12)
    ]);
  });
  test('uses people who answered every item', () => {
    const gap = column(2, NaN, 4, 3, 5);
    expect(scaleReliability(simpleDesign(5), [a, gap, c], { within }).n).toBe(4);
  });
  test('weighted with equal weights is the raw one; a weight of two is a person written twice', () => {
    const equal = scaleReliability(simpleDesign(5), [a, b, c], { within });
    expect(equal.weighted).toBeCloseTo(equal.raw!, 12);
    const doubled = makeDesign({ rows: 5, weights: column(2, 1, 1, 1, 1) });
    const twice = [a, b, c].map((x) => column(x[0]!, ...x));
    expect(scaleReliability(doubled, [a, b, c], { within }).weighted).toBeCloseTo(
      scaleReliability(simpleDesign(6), twice, { within }).raw!,
      12
    );
  });
  test('standardized does not see the scale of an item', () => {
    const wide = a.map((x) => 1e6 + 100 * x);
    const [one, other] = [
      [a, b, c],
      [wide, b, c]
    ].map((items) => scaleReliability(simpleDesign(5), items, { within }).standardized);
    expect(other).toBeCloseTo(one!, 9);
  });
  test('of an item that never varies: no standardized alpha and no correlation with the rest', () => {
    const flat = column(0.1, 0.1, 0.1, 0.1, 0.1);
    const found = scaleReliability(simpleDesign(5), [a, b, flat], { within });
    expect(found.standardized).toBeNull();
    expect(found.itemRest[2]).toBeNull();
    expect(found.raw).not.toBeNull();
  });
  test('needs two items and two people; what is left of two items has none', () => {
    expect(scaleReliability(simpleDesign(5), [a], { within }).raw).toBeNull();
    expect(scaleReliability(simpleDesign(5), [a, b], { within }).withoutItem).toEqual([null, null]);
    expect(scaleReliability(simpleDesign(1), [column(1), column(2)], { within }).raw).toBeNull();
  });
});
