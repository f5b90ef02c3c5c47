import { expect, test } from 'vitest';
import {
  exampleDimension,
  exampleSource,
  exampleSubject,
  exampleTable,
  releasedCell,
  releasedContrast,
  type CellNote
} from '../../../tests/fixtures/released';
import { buildModel } from './build-model';
import { chartExamples } from './examples';
import { ChartRefused, refusalOf } from './refusal';
import type { FigureSpec } from './spec';

const group = (members: string[], ordered = false) =>
  exampleDimension(
    'g',
    { en: 'Group' },
    Object.fromEntries(members.map((key) => [key, { en: key }])),
    ordered
  );

const tableOfNotes = (notes: Record<string, CellNote>, ordered = false) =>
  exampleTable({
    dimensions: [group(Object.keys(notes), ordered)],
    cells: [
      releasedCell({}, [27, 24, 30, 1151]),
      ...Object.entries(notes).map(([key, note]) => releasedCell({ g: key }, note))
    ]
  });

const spec: FigureSpec = { id: 't', type: 'dot-whisker', by: 'g', at: {} };
const keysOf = (notes: Record<string, CellNote>, ordered = false): string[] =>
  buildModel(spec, [tableOfNotes(notes, ordered)], 'en').rows.map((row) => row.key);

test('rows run from large to small, "other" after them, private and then unavailable rows last', () => {
  expect(
    keysOf({
      gone: 'not-asked',
      other: [60, 50, 70, 99],
      small: [10, 8, 12, 99],
      hidden: 'c',
      large: [50, 45, 55, 99],
      'hidden-too': 'c'
    })
  ).toEqual(['large', 'small', 'other', 'hidden', 'hidden-too', 'gone']);
});

test('ordered categories keep their order', () => {
  expect(
    keysOf({ low: [10, 8, 12, 99], mid: [50, 45, 55, 99], high: [30, 25, 35, 99] }, true)
  ).toEqual(['low', 'mid', 'high']);
});

test('a hidden row carries words only: no value, range or answers', () => {
  const [, row] = buildModel(spec, [tableOfNotes({ a: [50, 45, 55, 99], b: 'c' })], 'en').rows;
  expect(row).toMatchObject({
    value: null,
    low: null,
    high: null,
    n: null,
    valueText: '[c]',
    rangeText: '[c]',
    answersText: '[c]'
  });
  expect(row?.speech).toBe('b: Not shown, to protect privacy, 2 of 2');
});

test('the spoken row has name, value, range, answers, care words and place', () => {
  const [row] = buildModel(spec, [tableOfNotes({ a: [27, 13, 46, 41, 'u'] })], 'en').rows;
  expect(row?.speech).toBe(
    'a: 27 percent, range 13 to 46 percent, 41 answers, few answers, use with care, 1 of 1'
  );
});

test('a gap is printed only where its test passed', () => {
  const table = exampleTable({
    dimensions: [group(['a', 'b'])],
    cells: [
      releasedCell({}, [27, 24, 30, 1151]),
      releasedCell({ g: 'a' }, [45, 35, 55, 128]),
      releasedCell({ g: 'b' }, [36, 26, 47, 102])
    ],
    contrasts: [
      releasedContrast({ g: 'a' }, {}, [18, 9, 27]),
      releasedContrast({}, { g: 'b' }, [-9, -20, 2], false)
    ]
  });
  const model = buildModel({ ...spec, reference: { at: {}, label: 'County' } }, [table], 'en');
  expect(model.rows.map((row) => [row.gapText, row.gapRangeText])).toEqual([
    ['+18', '9 to 27'],
    [null, null]
  ]);
  expect(model.alt.pattern).toBe('Tested as different from County: a.');
});

test('an open survey shows no tested gap, whatever the table says', () => {
  const table = exampleTable({
    sources: [{ ...exampleSource, sampleType: 'opt-in' }],
    dimensions: [group(['a'])],
    cells: [releasedCell({}, [27, 24, 30, 1151]), releasedCell({ g: 'a' }, [45, 35, 55, 128])],
    contrasts: [releasedContrast({ g: 'a' }, {}, [18, 9, 27])]
  });
  const model = buildModel({ ...spec, reference: { at: {}, label: 'County' } }, [table], 'en');
  expect(model.rows[0]?.gapText).toBeNull();
  expect(model.notes).toContain(
    'Open survey: people chose to take part, so it may not match everyone.'
  );
});

test('likely ranks kept with the table are shown as ranges', () => {
  const table = exampleTable({
    dimensions: [group(['a', 'b'])],
    cells: [
      releasedCell({ g: 'a' }, [45, 35, 55, 128]),
      releasedCell({ g: 'b' }, [36, 26, 47, 102])
    ],
    ranks: [
      { at: { g: 'a' }, from: 1, to: 2, of: 2 },
      { at: { g: 'b' }, from: 1, to: 2, of: 2 }
    ]
  });
  const model = buildModel({ ...spec, type: 'ranked-bar' }, [table], 'en');
  expect(model.rows.map((row) => row.rankText)).toEqual(['1st to 2nd', '1st to 2nd']);
});

test('a bar chart starts at zero and ends at a round number above every range', () => {
  const { axis } = buildModel(spec, [tableOfNotes({ a: [45, 35, 55, 128] })], 'en');
  expect(axis.min).toBe(0);
  expect(axis.max).toBeGreaterThanOrEqual(0.55);
  expect(axis.ticks[0]).toEqual({ at: 0, label: '0%' });
});

test('a table without any shown number still says why', () => {
  const model = buildModel(spec, [tableOfNotes({ a: 'c', b: 'c' })], 'en');
  expect(model.title).toBe('Skipped meals to pay rent: too few responses to show');
  expect(model.finding).toContain('to protect the privacy');
});

test('a stacked chart with a hidden part is refused and dots are offered', () => {
  const answers = exampleDimension(
    'a',
    { en: 'Answer' },
    { no: { en: 'No' }, yes: { en: 'Yes' } },
    true
  );
  const table = exampleTable({
    dimensions: [group(['x']), answers],
    cells: [
      releasedCell({ g: 'x', a: 'no' }, [80, 70, 90, 60]),
      releasedCell({ g: 'x', a: 'yes' }, 'c')
    ]
  });
  const stacked: FigureSpec = {
    ...spec,
    type: 'stacked-ordinal',
    parts: { dimension: 'a', apart: [], ramp: 'sequential' }
  };
  expect(refusalOf(stacked, [table])).toEqual({ code: 'part-hidden', offer: 'dot-whisker' });
  expect(() => buildModel(stacked, [table], 'en')).toThrow(ChartRefused);
});

test('a map of fewer than six areas, of unknown areas, or of mixed units is refused', () => {
  const table = tableOfNotes({ a: [45, 35, 55, 128] });
  const areas = [
    {
      key: 'a',
      rings: [
        [
          [0, 0],
          [1, 0],
          [1, 1]
        ] as [number, number][]
      ]
    }
  ];
  expect(refusalOf({ ...spec, type: 'choropleth' }, [table])?.code).toBe('no-areas');
  expect(refusalOf({ ...spec, type: 'choropleth', areas }, [table])?.code).toBe('too-few-areas');
  const minutes = exampleTable({
    subject: { ...exampleSubject, unit: 'minutes' },
    dimensions: [],
    cells: []
  });
  expect(refusalOf({ ...spec, by: null }, [table, minutes])?.code).toBe('mixed-units');
});

test('the same input gives the same model', () => {
  for (const { spec: one, tables, language } of Object.values(chartExamples).flat())
    expect(buildModel(one, tables, language)).toEqual(buildModel(one, tables, language));
});
