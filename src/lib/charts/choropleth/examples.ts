import neighborhoods from '../../../../data/sample-county/neighborhoods.geojson?raw';
import {
  exampleDimension,
  exampleTable,
  releasedCell,
  releasedContrast,
  type CellNote
} from '../../../../tests/fixtures/released';
import { areasFromGeoJson } from '../areas';
import type { ChartExample } from '../definition';

const areas = areasFromGeoJson(JSON.parse(neighborhoods), 'id');

/** Invented shares for twelve areas in the order of the file: shown, with care, private, not surveyed. */
const notes: CellNote[] = [
  [25, 17, 35, 96],
  [36, 26, 47, 102],
  'c',
  [45, 35, 55, 128],
  [22, 14, 32, 101],
  [27, 12, 48, 38, 'u'],
  [24, 16, 32, 118],
  'c',
  [31, 24, 39, 140],
  [11, 6, 19, 95],
  [33, 23, 45, 97],
  'not-asked'
];

const names = new Map(
  (
    JSON.parse(neighborhoods) as { features: { properties: { id: string; name: string } }[] }
  ).features.map(({ properties }) => [properties.id, properties.name])
);

const dimension = exampleDimension(
  'area',
  { en: 'Neighborhood', es: 'Vecindario' },
  Object.fromEntries(areas.map(({ key }) => [key, { en: names.get(key) ?? key }]))
);

const keyAt = (index: number): string => areas[index]?.key ?? '';

const byArea = exampleTable({
  dimensions: [dimension],
  cells: [
    releasedCell({}, [27, 24, 30, 1151]),
    ...areas.map(({ key }, i) => releasedCell({ area: key }, notes[i] ?? 'no-answers'))
  ],
  contrasts: [
    releasedContrast({ area: keyAt(3) }, {}, [18, 9, 27]),
    releasedContrast({ area: keyAt(9) }, {}, [-16, -22, -9])
  ]
});

export const choroplethExamples: ChartExample[] = [
  {
    id: 'by-area',
    title: 'A map with its ranked list, all four states',
    language: 'en',
    tables: [byArea],
    spec: {
      id: 'by-area',
      type: 'choropleth',
      by: 'area',
      at: {},
      areas,
      reference: { at: {}, label: 'County' },
      who: 'Adults in Alder County, past 12 months'
    }
  }
];
