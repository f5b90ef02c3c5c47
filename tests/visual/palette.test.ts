import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { darkTheme, lightTheme, printTheme } from '../../src/lib/charts/theme';
import { contrast, deltaE, hexToLinear, seenAs, toLab, visions } from './color';

const css = readFileSync('src/app.css', 'utf8');
const ruleAt = (selector: string): string => {
  const at = css.indexOf(`${selector} {`);
  return css.slice(at, css.indexOf('}', at));
};
const slots = (selector: string): string[] =>
  Array.from(
    { length: 8 },
    (_, i) => new RegExp(`--c${i + 1}:\\s*(#[0-9a-f]{6})`).exec(ruleAt(selector))?.[1] ?? ''
  );

const grounds = [
  ['light', ':root', '#ffffff'],
  ['dark', "[data-theme='dark']", '#0f172a']
] as const;

test('the colour difference agrees with published pairs', () => {
  // Sharma, Wu and Dalal (2005), table 1, pairs 1, 7 and 25.
  expect(deltaE([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(deltaE([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 4);
  expect(deltaE([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
});

test.each(grounds)(
  'categorical colours have contrast 3:1 on the %s ground',
  (_name, selector, ground) => {
    for (const color of slots(selector))
      expect(contrast(color, ground), color).toBeGreaterThanOrEqual(3);
  }
);

test.each(grounds)(
  'categorical colours stay apart for every kind of colour vision (%s)',
  (_name, selector) => {
    const colors = slots(selector);
    for (const vision of visions) {
      const seen = colors.map((color) => toLab(seenAs(color, vision)));
      for (const [i, a] of seen.entries())
        for (const b of seen.slice(i + 1)) expect(deltaE(a, b), vision).toBeGreaterThanOrEqual(13);
    }
  }
);

const themes = { light: lightTheme, dark: darkTheme, print: printTheme };
const steps = [1, 2, 3, 4, 5] as const;

test.each(Object.entries(themes))(
  'the sequential ramp is monotone in lightness, neighbours apart (%s)',
  (name, theme) => {
    const labs = steps.map((step) => toLab(hexToLinear(theme[`need-${step}`])));
    const sign = name === 'dark' ? 1 : -1;
    for (const [i, lab] of labs.slice(1).entries()) {
      const before = labs[i];
      if (!before) continue;
      expect(sign * (lab[0] - before[0])).toBeGreaterThan(0);
      expect(deltaE(before, lab)).toBeGreaterThanOrEqual(9);
    }
  }
);

test.each(Object.entries(themes))(
  'words on every step of a ramp have contrast 4.5:1 (%s)',
  (_name, theme) => {
    for (const step of steps)
      for (const family of ['need', 'side'] as const)
        expect(
          contrast(theme[`on-${family}-${step}`], theme[`${family}-${step}`]),
          `${family}-${step}`
        ).toBeGreaterThanOrEqual(4.5);
  }
);

test.each(Object.entries(themes))(
  'marks have contrast 3:1 and words 4.5:1 on their ground (%s)',
  (_name, theme) => {
    for (const paint of ['accent', 'range', 'axis', 'private-line', 'stripe-a'] as const)
      expect(contrast(theme[paint], theme.bg), paint).toBeGreaterThanOrEqual(3);
    for (const paint of ['ink', 'muted', 'warn'] as const)
      expect(contrast(theme[paint], theme.bg), paint).toBeGreaterThanOrEqual(4.5);
  }
);

test.each(Object.entries(themes))(
  'grey context bars have contrast 3:1 with the ground (%s)',
  (_name, theme) => {
    expect(contrast(theme.context, theme.bg)).toBeGreaterThanOrEqual(3);
  }
);
