import { expect, test } from 'vitest';
import {
  formatMonths,
  formatNumber,
  formatOrdinal,
  formatPeople,
  formatPercent,
  formatPercentRange,
  formatRange,
  formatRankRange,
  formatSignedPoints,
  formatValue,
  joinWords,
  lowerFirst,
  speakValue,
  speakPercentRange,
  writePeople,
  writePercentRange,
  writePointsRange
} from './format';

test('a percent is whole; only a true zero prints 0% and only all prints 100%', () => {
  const printed = [0, 0.0001, 0.004, 0.005, 0.38, 0.285, 0.994, 0.9951, 0.99999, 1].map(
    formatPercent
  );
  expect(printed).toEqual(['0%', '<1%', '<1%', '1%', '38%', '29%', '99%', '>99%', '>99%', '100%']);
});

test('a range is seen, written and spoken in its own way', () => {
  expect(formatPercentRange(0.33, 0.43)).toBe('33–43%');
  expect(writePercentRange(0.33, 0.43, 'en')).toBe('between 33% and 43%');
  expect(writePercentRange(0.33, 0.43, 'es')).toBe('entre 33% y 43%');
  expect(speakPercentRange(0.33, 0.43, 'en')).toBe('33 to 43 percent');
  expect(speakPercentRange(0.33, 0.43, 'es')).toBe('33 a 43 por ciento');
});

test('the range of a true zero starts at 0 and ends stay inside 0 to 100', () => {
  expect(formatPercentRange(0, 0.031)).toBe('0–3%');
  expect(formatPercentRange(-0.02, 1.04)).toBe('0–100%');
});

test('a small share is spoken in words, not in signs', () => {
  expect(speakValue(0.002, 'proportion', 0, 'en')).toBe('less than 1 percent');
  expect(speakValue(0.998, 'proportion', 0, 'es')).toBe('más de 99 por ciento');
});

test('a difference in points comes from unrounded values and keeps its direction', () => {
  expect(formatSignedPoints(0.184)).toBe('+18');
  expect(formatSignedPoints(-0.16)).toBe('−16');
  expect(formatSignedPoints(-0.001)).toBe('0');
  expect(writePointsRange(-0.02, 0.08, 'en')).toBe('−2 to 8');
});

test('weighted people have two significant figures and a range', () => {
  expect(formatPeople(12345, 'en')).toBe('12,000');
  expect(formatPeople(7, 'en')).toBe('7');
  expect(formatPeople(0, 'en')).toBe('0');
  expect(writePeople(12345, 9812, 14777, 'en')).toBe('12,000 (9,800 to 15,000)');
});

test('minutes and plain numbers carry their unit once', () => {
  expect(formatValue(23.4, 'minutes', 0, 'en')).toBe('23 min');
  expect(formatRange(20.1, 26.2, 'minutes', 0, 'en')).toBe('20–26 min');
  expect(formatRange(-4, 12, 'number', 0, 'en')).toBe('−4 to 12');
  expect(formatNumber(1209, 'es')).toBe('1,209');
});

test('ranks are ordinals and, where unsure, ranges', () => {
  expect([1, 2, 3, 4, 11, 21].map((rank) => formatOrdinal(rank, 'en'))).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '21st'
  ]);
  expect(formatRankRange(1, 3, 'en')).toBe('1st to 3rd');
  expect(formatRankRange(8, 8, 'en')).toBe('8th');
  expect(formatRankRange(1, 2, 'es')).toBe('1.º a 2.º');
});

test('field dates print as months in the language, and unknown dates as nothing', () => {
  expect(formatMonths('2026-03-02', '2026-05-18', 'en')).toBe('March to May 2026');
  expect(formatMonths('2025-11-01', '2026-01-31', 'en')).toBe('November 2025 to January 2026');
  expect(formatMonths('2026-03-01', null, 'es')).toBe('marzo de 2026');
  expect(formatMonths(null, null, 'en')).toBe('');
  expect(formatMonths('soon', null, 'en')).toBe('');
});

test('a label inside a sentence starts small, unless it is an acronym', () => {
  expect(lowerFirst('Housing')).toBe('housing');
  expect(lowerFirst('SNAP benefits')).toBe('SNAP benefits');
  expect(joinWords(['a', 'b', 'c'], 'es')).toBe('a, b y c');
});
