import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { plainNumber } from './plain-number';

const decimal = fc
  .record({
    sign: fc.constantFrom('', '-'),
    whole: fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 9 }),
    point: fc.constantFrom('', '.'),
    rest: fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 9 })
  })
  .map(({ sign, whole, point, rest }) => sign + whole + point + rest);

test.prop([decimal], { numRuns: 2000 })(
  'a plain decimal is the double that is nearest to it',
  (text) => {
    const value = plainNumber(text);
    if (Number.isNaN(value))
      expect(text.replace(/\D/g, '').length === 0 || text.length > 15).toBe(true);
    else expect(value).toBe(Number(text));
  }
);

test.each(['1e5', '0x1F', '1,5', '1.2.3', ' 1', '+1', '--1', '', '1_0', '١'])(
  '%j is left to others',
  (text) => {
    expect(plainNumber(text)).toBeNaN();
  }
);
