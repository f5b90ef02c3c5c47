import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from '$lib/text/en';
import { chartExamples } from './examples';
import { charts } from './index';
import { darkTheme, lightTheme, type Theme } from './theme';

const here = new URL('.', import.meta.url).pathname;

test('every chart folder has its layout, words and examples, and its lines in the two lists', () => {
  const folders = readdirSync(here, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${here}${entry.name}/layout.ts`))
    .map(({ name }) => name);
  expect(folders.length).toBeGreaterThanOrEqual(4);
  expect(Object.keys(charts).sort()).toEqual(folders.sort());
  for (const folder of folders) {
    for (const file of ['layout.ts', 'describe.ts', 'examples.ts'])
      expect(existsSync(`${here}${folder}/${file}`), `charts/${folder}/${file} is missing`).toBe(
        true
      );
    const type = folder as keyof typeof charts;
    expect(
      chartExamples[type].length,
      `charts/examples.ts lists no example of ${folder}`
    ).toBeGreaterThan(0);
    expect(en.figures.alt[type], `text/en/figures.ts has no alt.${folder}`).toBeTypeOf('function');
    for (const example of chartExamples[type]) expect(example.spec.type).toBe(folder);
  }
});

test('examples have ids of their own', () => {
  const ids = Object.values(chartExamples)
    .flat()
    .map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('no product page loads the examples', () => {
  for (const file of [
    'index.ts',
    'build-model.ts',
    'figure-file.ts',
    'Figure.svelte',
    'Chart.svelte'
  ])
    expect(readFileSync(here + file, 'utf8')).not.toMatch(/examples'|fixtures/);
});

test.each([
  [':root', lightTheme],
  ["[data-theme='dark']", darkTheme]
] as [string, Theme][])('page and file have the same ramp colours (%s)', (selector, theme) => {
  const css = readFileSync(`${here}theme.css`, 'utf8');
  const block = css.slice(
    css.indexOf(`${selector} {`),
    css.indexOf('}', css.indexOf(`${selector} {`))
  );
  const found = new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value])
  );
  for (const [paint, color] of Object.entries(theme))
    if (/need|side/.test(paint)) expect(found.get(paint), paint).toBe(color);
});
