import { expect, test } from 'vitest';
import { textWidth, wrapText } from './text-width';

test('widths are those of Public Sans', () => {
  // Advance widths of the static TrueType files, in thousandths of the type size.
  expect(textWidth('0', 1000)).toBeGreaterThan(500);
  expect(textWidth('i', 14)).toBeLessThan(textWidth('w', 14));
  expect(textWidth('38%', 15, 700)).toBeGreaterThan(textWidth('38%', 15, 400));
  expect(textWidth('ab', 14)).toBeCloseTo(textWidth('a', 14) + textWidth('b', 14), 10);
});

test('a letter the typeface lacks counts as a wide one, never as nothing', () => {
  expect(textWidth('漢', 10)).toBe(8);
});

test('accents, dashes and quotes have widths of their own', () => {
  for (const character of 'áéíñÑ¿¡–—−“”') expect(textWidth(character, 1000)).not.toBe(800);
});

test('wrapping cuts no word and loses none', () => {
  const text = 'Rides to work or school for everyone';
  const lines = wrapText(text, 14, 400, 90);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join(' ')).toBe(text);
  expect(wrapText('Supercalifragilistic', 14, 400, 20)).toEqual(['Supercalifragilistic']);
});
