import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import { buildModel } from './build-model';
import { chartExamples } from './examples';
import Figure from './Figure.svelte';
import { tableOf, toCsv } from './table';

const models = Object.values(chartExamples)
  .flat()
  .map(({ spec, tables, language }) => buildModel(spec, tables, language));
const named = models.map((model) => [model.id, model] as const);
const byHousing = models.find(({ id }) => id === 'by-housing');
if (!byHousing) throw new Error('the example by-housing is gone');

/** A figure in a box of a known width, after it has been drawn for that width. */
async function show(model: (typeof models)[number], width = 700): Promise<HTMLElement> {
  const box = document.createElement('div');
  box.setAttribute('style', `width: ${width}px`);
  document.body.append(box);
  await render(Figure, { target: box, props: { model, links: { csv: '/figure.csv' } } });
  await expect.poll(() => box.querySelectorAll('svg[role=group]').length).toBe(1);
  return box;
}

const marksOf = (box: HTMLElement): SVGGElement[] => [
  ...box.querySelectorAll<SVGGElement>('svg[role=group] g[role=img]')
];
const focusedLabel = (): string | null =>
  document.activeElement?.getAttribute('aria-label') ?? null;

test.each(named)('%s: one tab stop, every row a named mark in order', async (_id, model) => {
  const box = await show(model);
  const marks = marksOf(box);
  expect(marks.map((mark) => mark.getAttribute('aria-label'))).toEqual(
    model.rows.map((row) => row.speech)
  );
  expect(marks.filter((mark) => mark.getAttribute('tabindex') === '0')).toHaveLength(1);
});

test.each(named)('%s: marks, table and CSV have the same strings', async (_id, model) => {
  const box = await show(model);
  const cells = [...box.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent.trim())
  );
  expect(cells).toEqual(tableOf(model).rows.map((row) => row.cells.map(({ text }) => text)));
  const drawn = marksOf(box).map((mark) =>
    [...mark.querySelectorAll('text')].map((text) => text.textContent)
  );
  const csv = toCsv(model);
  for (const [i, row] of model.rows.entries()) {
    if (row.value === null || row.parts.length > 0) continue;
    expect(drawn[i]).toContain(row.valueText);
    expect(csv).toContain(row.valueText);
    expect(csv).toContain(row.rangeText);
  }
});

test.each(named)(
  '%s: names and descriptions resolve; axes and grid are hidden',
  async (_id, model) => {
    const box = await show(model);
    const svg = box.querySelector('svg[role=group]');
    const ids =
      `${svg?.getAttribute('aria-labelledby')} ${svg?.getAttribute('aria-describedby')}`.split(' ');
    for (const id of ids) expect(document.getElementById(id)?.textContent, id).toBeTruthy();
    expect(svg?.querySelector(':scope > g')?.getAttribute('aria-hidden')).toBe('true');
    expect(box.querySelectorAll('[style]:not(div)')).toHaveLength(0);
  }
);

test('arrows, Home and End walk the rows and stop at the ends', async () => {
  const box = await show(byHousing);
  const speech = byHousing.rows.map((row) => row.speech);
  marksOf(box)[0]?.focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(focusedLabel()).toBe(speech[1]);
  await userEvent.keyboard('{End}');
  expect(focusedLabel()).toBe(speech.at(-1));
  await userEvent.keyboard('{ArrowRight}');
  expect(focusedLabel()).toBe(speech.at(-1));
  await userEvent.keyboard('{Home}{ArrowLeft}');
  expect(focusedLabel()).toBe(speech[0]);
});

test('the tab stop stays where one left the chart', async () => {
  const box = await show(byHousing);
  marksOf(box)[0]?.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  marksOf(box)[2]?.blur();
  await expect
    .poll(() => marksOf(box).map((mark) => mark.getAttribute('tabindex')))
    .toEqual(['-1', '-1', '0', '-1', '-1', '-1']);
});

test('the row in focus has a ring of 3 px around it', async () => {
  const box = await show(byHousing);
  expect(box.querySelector('.focus-ring')).toBeNull();
  marksOf(box)[0]?.focus();
  await expect.poll(() => box.querySelector('.focus-ring')?.getAttribute('stroke-width')).toBe('3');
});

test('Enter opens the details of a row, Escape goes back to it', async () => {
  const box = await show(byHousing);
  marksOf(box)[1]?.focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(focusedLabel).toBe('Details: Live with others, no rent');
  expect(box.querySelector('.details')?.textContent).toContain('13–46%');
  await userEvent.keyboard('{Escape}');
  await expect.poll(focusedLabel).toBe(byHousing.rows[1]?.speech);
  expect(box.querySelector('.details')).toBeNull();
});

test('T opens the table and D the summary, only while a row has focus', async () => {
  const box = await show(byHousing);
  const details = box.querySelector('details');
  await userEvent.keyboard('t');
  expect(details?.open).toBe(false);
  marksOf(box)[0]?.focus();
  await userEvent.keyboard('t');
  await expect.poll(() => details?.open).toBe(true);
  const summary = box.querySelector('.summary');
  expect(summary?.classList.contains('sr-only')).toBe(true);
  await userEvent.keyboard('d');
  await expect.poll(() => summary?.classList.contains('sr-only')).toBe(false);
});

test('a column sorts by its numbers and says so', async () => {
  const box = await show(byHousing);
  const details = box.querySelector('details');
  if (details) details.open = true;
  const heading = [...box.querySelectorAll('th[scope=col]')].find(
    (th) => th.textContent.trim() === 'Answers'
  );
  const button = heading?.querySelector('button');
  await userEvent.click(button as Element);
  await expect.poll(() => heading?.getAttribute('aria-sort')).toBe('descending');
  const first = (): string | undefined => box.querySelector('tbody th')?.textContent;
  expect(first()).toBe('Renters');
  await userEvent.click(button as Element);
  await expect.poll(first).toBe('Live with others, no rent');
  expect(box.querySelector('tbody tr:last-child td')?.textContent).toMatch(/\[[cx]\]/);
});

test.each([280, 320, 360])('at %i px nothing is wider than its place', async (width) => {
  for (const model of models) {
    const box = await show(model, width);
    expect(box.scrollWidth, model.id).toBeLessThanOrEqual(width);
    box.remove();
  }
});
