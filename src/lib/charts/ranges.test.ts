import { describe, expect, test } from 'vitest';
import { asReleased } from '../../../tests/fixtures/released';
import { rangeKindOf, sampleTypes, type SampleType } from '$lib/privacy/sample-type';
import type { Released, ReleasedTable } from '$lib/privacy/table';
import { findBannedText } from '$lib/text/banned-words.fixture';
import { textFor } from '$lib/text/text';
import { buildModel } from './build-model';
import { chartExamples } from './examples';
import { modelTexts } from './model-texts.fixture';
import { exhibitSlide } from './exhibit/slide';
import { toCsv } from './table';

const chosenBy = (table: Released<ReleasedTable>, sampleType: SampleType) =>
  asReleased({
    ...table,
    sources: table.sources.map((source) => ({ ...source, sampleType, population: 4000 })),
    // What the door does: an open survey has no tested gap.
    contrasts: table.contrasts.map((one) => ({
      ...one,
      tested: one.tested && sampleType !== 'opt-in'
    }))
  });

const modelsOf = (sampleType: SampleType, language: 'en' | 'es') =>
  Object.values(chartExamples)
    .flat()
    .map(({ spec, tables }) =>
      buildModel(
        spec,
        tables.map((table) => chosenBy(table, sampleType)),
        language
      )
    );

describe.each(['en', 'es'] as const)('figures in %s', (language) => {
  // A CASPER shows no areas; the invented figures of neighborhoods would be about nothing.
  test.each(sampleTypes.filter((type) => type !== 'casper'))(
    'no figure says a word that a sample of the kind "%s" does not allow',
    (type) => {
      const models = modelsOf(type, language);
      expect(models.length).toBeGreaterThan(7);
      for (const model of models)
        expect(findBannedText(modelTexts(model), language, type)).toBeNull();
    }
  );

  test.each(['census', 'administrative'] as const)(
    'a figure of the kind "%s" has no range in any of its outputs',
    (type) => {
      const text = textFor(language).figures;
      for (const model of modelsOf(type, language)) {
        const texts = modelTexts(model).join('\n');
        expect(texts).not.toMatch(/95\s?%|95 percent/);
        expect(texts).not.toContain('()');
        // "(13 to 25)": the range of a gap
        expect(model.finding).not.toMatch(/\(−?\d+ (to|a) −?\d+\)/);
        expect(model.columns.map(({ label }) => label)).not.toContain(text.columns.range);
        expect(toCsv(model)).not.toContain('95%');
        for (const row of model.rows) {
          expect(row.low).toBe(row.value);
          expect(row.high).toBe(row.value);
        }
      }
    }
  );

  test('an open survey calls its ranges model-based, and every output has the required statement', () => {
    const { columns, source } = textFor(language).figures;
    for (const model of modelsOf('opt-in', language)) {
      expect(model.source).toContain(source.openStatement);
      expect(toCsv(model)).toContain(source.openStatement);
      expect(model.columns.map(({ label }) => label).join()).not.toContain(columns.range);
    }
  });
});

test('ranges of a random draw stay as they are', () => {
  const kinds = sampleTypes.filter((type) => rangeKindOf(type) === 'sampling');
  for (const type of kinds)
    for (const model of modelsOf(type, 'en'))
      expect(model.columns.some(({ label }) => label.includes('95% range'))).toBe(true);
});

test('a slide of a census attempt explains no line', () => {
  const model = modelsOf('census', 'en').find(({ rows }) => rows.length <= 7);
  const words = JSON.stringify(
    exhibitSlide(model!, { number: '1', headline: 'A', subline: 'B', question: '' })
  );
  expect(words).not.toContain(textFor('en').figures.key.line);
});
