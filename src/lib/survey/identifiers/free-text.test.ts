import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { countDetails, detailKinds, findDetails, redacted, type DetailKind } from './free-text';

const words = Object.fromEntries(detailKinds.map((kind) => [kind, `[${kind}]`])) as Record<
  DetailKind,
  string
>;
const kindsIn = (text: string) =>
  findDetails(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('personal details inside a sentence', () => {
  test.each([
    ['Write to ana.lopez@example.org please', [['email', 'ana.lopez@example.org']]],
    ['call (913) 555-0123 after 5', [['phone', '(913) 555-0123']]],
    ['my cell is 913.555.0123.', [['phone', '913.555.0123']]],
    ['reach me at +52 55 1234 5678', [['phone', '+52 55 1234 5678']]],
    ['SSN 123-45-6789', [['national-id', '123-45-6789']]],
    ['see https://example.org/x?y=1 now', [['url', 'https://example.org/x?y=1']]],
    ['I post as @river_side', [['handle', '@river_side']]],
    ['case 88231207 is still open', [['number', '88231207']]],
    ['the house at 4501 Oak Street floods', [['address', '4501 Oak Street']]],
    ['ask Mrs. Whitfield about it', [['name', 'Mrs. Whitfield']]],
    ['my landlord Tom Barrow never comes', [['name', 'Tom Barrow']]],
    ['Maria helped me', [['name', 'Maria']]],
    ['la señora Guadalupe Reyes vive sola', [['name', 'Guadalupe Reyes']]]
  ])('%s', (text, expected) => {
    expect(kindsIn(text)).toEqual(expected);
  });

  test.each([
    'The Police Department and Swope Park need money.',
    'Rent rose from $950 to $1,200 in 2025.',
    'Open 24/7, 3-4 days a week',
    'We need a bus to North Kansas City on Saturday.',
    'I am 45 and pay 30.5%'
  ])('nothing in: %s', (text) => {
    expect(findDetails(text)).toEqual([]);
  });
});

test('a redacted text holds none of what was found, and the rest word for word', () => {
  const text = 'I am Maria Lopez, 913-555-0123, ana@example.org. The bus is late.';
  expect(redacted(text, words)).toBe('I am [name], [phone], [email]. The bus is late.');
});

test('only the kinds asked for are replaced', () => {
  expect(redacted('Maria, 913-555-0123', words, ['phone'])).toBe('Maria, [phone]');
});

test.prop([fc.string({ unit: 'grapheme', maxLength: 200 })])(
  'details stand in order and do not overlap',
  (text) => {
    let at = 0;
    for (const { start, end } of findDetails(text)) {
      expect(start).toBeGreaterThanOrEqual(at);
      expect(end).toBeGreaterThan(start);
      at = end;
    }
    expect(at).toBeLessThanOrEqual(text.length);
  }
);

test('a very long cell comes to an end', () => {
  for (const piece of ['a', 'a-', '1', 'Ab ', '@a', 'a@b.', '1 a ']) {
    const long = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(() => findDetails(long)).not.toThrow();
  }
});

test('cells are counted once for each kind, in as many rows as hold them', () => {
  const values = new Map([
    ['a@x.org and b@x.org', 2],
    ['fine', 3]
  ]);
  expect(countDetails(values)).toEqual({ cells: 5, hits: { email: 2 } });
});
