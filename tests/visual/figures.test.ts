import { expect, test } from 'vitest';
import { buildModel } from '../../src/lib/charts/build-model';
import { chartExamples } from '../../src/lib/charts/examples';
import { exhibitDrawing, exhibitSlide, slideRefusal } from '../../src/lib/charts/exhibit/slide';
import { figureDrawing, toSvg } from '../../src/lib/charts/figure-file';
import { boxesTouch, textBox } from '../../src/lib/charts/parts';
import { shapesOf } from '../../src/lib/charts/drawing.fixture';
import { themes } from '../../src/lib/charts/theme';

const examples = Object.values(chartExamples).flat();
const models = examples.map(({ spec, tables, language }) => buildModel(spec, tables, language));
const named = models.map((model) => [model.id, model] as const);

test.each(named)('the SVG of %s is as it was', async (id, model) => {
  const lines = toSvg(model).replace(/></g, '>\n<');
  await expect(lines).toMatchFileSnapshot(`./snapshots/${id}.svg`);
});

test.each(named)(
  'the SVG of %s is one named image, with nothing to focus, run or fetch',
  (_id, model) => {
    for (const theme of Object.values(themes)) {
      const svg = toSvg(model, theme, { width: 360 });
      expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="([\w-]+)-title \1-desc"/);
      expect(svg).toMatch(
        /<title id="[\w-]+-title">[^<]+<\/title><desc id="[\w-]+-desc">[^<]+<\/desc>/
      );
      expect(svg).not.toMatch(
        /style=|tabindex|<script|href|<a |on[a-z]+=|var\(|NaN|undefined|Infinity/
      );
    }
  }
);

test('a headline cannot break out of the file', () => {
  const [model] = models;
  if (!model) throw new Error('no example');
  const svg = toSvg({ ...model, title: '</title><script>alert(1)</script>&"', id: '"><b' });
  expect(svg).not.toContain('<script');
  expect(svg).not.toContain('"><b');
});

const slidable = models.filter(
  (model) =>
    model.type !== 'stacked-ordinal' &&
    model.type !== 'choropleth' &&
    slideRefusal(model, {}) === null
);
const words = {
  number: '3',
  headline: 'About 4 in 10 renters skipped meals to pay rent',
  subline: 'Alder County adults, spring 2026',
  question:
    'In the past 12 months, did you or anyone in your home skip meals so you could pay rent or the mortgage?'
};

test.each(slidable.map((model) => [model.id, model] as const))(
  'the exhibit of %s has large text that neither overlaps nor leaves the slide',
  (_id, model) => {
    for (const isLarge of [false, true]) {
      const texts = shapesOf(exhibitDrawing(model, { ...words, isLarge })).filter(
        (shape) => shape.kind === 'text'
      );
      for (const [i, text] of texts.entries()) {
        expect(text.size).toBeGreaterThanOrEqual(32);
        const box = textBox(text);
        expect(box.x + box.width, text.text).toBeLessThanOrEqual(1920);
        expect(box.y + box.height, text.text).toBeLessThanOrEqual(1080);
        for (const other of texts.slice(i + 1))
          expect(boxesTouch(box, textBox(other)), `"${text.text}" on "${other.text}"`).toBe(false);
      }
    }
  }
);

test('an exhibit of more than seven rows is refused', () => {
  const long = models.find(({ rows }) => rows.length > 7);
  if (!long) throw new Error('no long example');
  expect(slideRefusal(long, {})).toBe('moreRows');
  expect(() => exhibitSlide(long, words)).toThrow(RangeError);
  expect(slideRefusal(long, { rows: long.rows.slice(0, 3).map(({ key }) => key) })).toBeNull();
});

test.each(slidable.map((model) => [model.id, model] as const))(
  'the exhibit of %s is as it was',
  async (id, model) => {
    const lines = exhibitSlide(model, words).replace(/></g, '>\n<');
    await expect(lines).toMatchFileSnapshot(`./snapshots/${id}-slide.svg`);
  }
);

test('a figure is as wide as asked', () => {
  for (const model of models) expect(figureDrawing(model, { width: 500 }).width).toBe(500);
});
