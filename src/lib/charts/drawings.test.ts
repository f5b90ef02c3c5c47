import { expect, test } from 'vitest';
import {
  exampleDimension,
  exampleTable,
  releasedCell,
  releasedContrast
} from '../../../tests/fixtures/released';
import { buildModel } from './build-model';
import type { Drawing, Shape, TextShape } from './drawing';
import { shapesOf } from './drawing.fixture';
import { chartExamples } from './examples';
import { drawModel, figureDrawing } from './figure-file';
import { boxesTouch, textBox } from './parts';

const models = Object.values(chartExamples)
  .flat()
  .map(({ spec, tables, language }) => buildModel(spec, tables, language));
const long = 'Families who share a home with other families, without a lease';
const stress = (['ranked-bar', 'dot-whisker'] as const).flatMap((type) =>
  (['en', 'es'] as const).map((language) =>
    buildModel(
      {
        id: `stress-${type}-${language}`,
        type,
        by: 'g',
        at: {},
        reference: { at: {}, label: 'All adults in the county' },
        ranks: { all: { best: 1, worst: 12 }, none: { best: 10, worst: 12 } }
      },
      [
        exampleTable({
          dimensions: [
            exampleDimension(
              'g',
              { en: 'How people live and what they pay for it' },
              {
                all: { en: 'Everyone' },
                none: { en: long },
                few: { en: `${long}, too` },
                hid: { en: long }
              }
            )
          ],
          cells: [
            releasedCell({}, [96, 93, 99, 12151]),
            releasedCell({ g: 'all' }, [100, 97, 100, 11151]),
            releasedCell({ g: 'none' }, [0, 0, 4, 94]),
            releasedCell({ g: 'few' }, [99.7, 71, 100, 31, 'u']),
            releasedCell({ g: 'hid' }, 'c')
          ],
          contrasts: [releasedContrast({ g: 'none' }, {}, [-96, -99, -92])]
        })
      ],
      language
    )
  )
);
models.push(...stress);
const widths = [280, 320, 360, 480, 520, 600, 640, 760, 900, 1200];
const cases = models.flatMap((model) => widths.map((width) => [model.id, width, model] as const));

const texts = (drawing: Drawing): TextShape[] =>
  shapesOf(drawing).filter((shape): shape is TextShape => shape.kind === 'text');

const isLong = (shape: Shape): boolean => shape.kind === 'text' && shape.text.length > 0;

test.each(cases)(
  '%s at %i px: text is 12 px or more, inside, and never overlaps',
  (_id, width, model) => {
    const all = texts(drawModel(model, width)).filter(isLong);
    expect(all.length).toBeGreaterThan(model.rows.length);
    for (const [i, text] of all.entries()) {
      expect(text.size).toBeGreaterThanOrEqual(12);
      const box = textBox(text);
      expect(box.x, text.text).toBeGreaterThanOrEqual(-0.5);
      expect(box.x + box.width, text.text).toBeLessThanOrEqual(width + 0.5);
      for (const other of all.slice(i + 1))
        expect(boxesTouch(box, textBox(other)), `"${text.text}" on "${other.text}"`).toBe(false);
    }
  }
);

test.each(cases)(
  '%s at %i px: every number of a row is printed as the model has it',
  (_id, width, model) => {
    const drawing = drawModel(model, width);
    const printed = texts(drawing).map((text) => text.text);
    for (const row of model.rows) {
      if (row.value === null) {
        const marks = drawing.rows.find(({ key }) => key === row.key)?.shapes ?? [];
        const numbers = marks.filter((shape) => shape.kind === 'text').map((shape) => shape.text);
        expect(numbers.join(' ').replace(row.label, '')).not.toMatch(/\d/);
        continue;
      }
      if (model.type === 'stacked-ordinal') continue;
      expect(printed).toContain(row.valueText);
    }
  }
);

test.each(cases)('%s at %i px: a row without a number has no mark of data', (_id, width, model) => {
  const drawing = drawModel(model, width);
  for (const row of model.rows.filter(({ value }) => value === null)) {
    const shapes = drawing.rows.find(({ key }) => key === row.key)?.shapes ?? [];
    for (const shape of shapes)
      if (shape.kind !== 'text') expect(['private']).toContain(shape.class);
  }
});

test.each(cases)(
  '%s at %i px: rows are at least 24 px high and do not overlap',
  (_id, width, model) => {
    const boxes = drawModel(model, width).rows.map(({ box }) => box);
    for (const [i, box] of boxes.entries()) {
      expect(box.height).toBeGreaterThanOrEqual(24);
      const next = boxes[i + 1];
      if (next) expect(next.y).toBeGreaterThanOrEqual(box.y + box.height - 0.01);
    }
  }
);

test.each(models.map((model) => [model.id, model] as const))(
  'the file of %s has no overlapping text',
  (_id, model) => {
    for (const width of [360, 800]) {
      const all = texts(figureDrawing(model, { width }));
      for (const [i, text] of all.entries())
        for (const other of all.slice(i + 1))
          expect(
            boxesTouch(textBox(text), textBox(other)),
            `"${text.text}" on "${other.text}"`
          ).toBe(false);
    }
  }
);

test('bars start at zero', () => {
  for (const model of models.filter(({ type }) => type === 'ranked-bar'))
    for (const width of [320, 640]) {
      const starts = shapesOf(drawModel(model, width)).flatMap((shape) =>
        shape.kind === 'rect' &&
        (shape.class === 'data' || shape.class === 'care' || shape.class === 'context')
          ? [shape.x]
          : []
      );
      expect(new Set(starts).size).toBe(1);
    }
});
