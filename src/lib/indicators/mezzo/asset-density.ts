import { citationOf } from '../scaled-total';
import { published } from '../example-benchmark';
import { defineRecordIndicator, type AssessedPart } from '../records';
import { findBenchmark, type Benchmark } from '../benchmark';

/** Z14. Community assets, such as clinics or meeting places, for every 1,000 people of a place. */
export const assetDensity = defineRecordIndicator({
  id: 'asset-density',
  code: 'Z14',
  level: 'mezzo',
  unitOfAnalysis: 'neighborhood',
  claim: 'domain',
  target: 'neighborhood',
  lever: 'community',
  feeds: ['roster', 'benchmark'],
  unit: 'number',
  direction: 'higher-is-better',
  decimals: 1,
  labels: { en: 'Assets per 1,000 people', es: 'Recursos por cada 1,000 personas' },
  universe: {
    en: 'neighborhoods with a published population',
    es: 'vecindarios con población publicada'
  },
  within: { en: 'people of the neighborhood', es: 'personas del vecindario' },
  formula: '1000 x assets / population, for each kind of asset and place',
  source:
    'Kretzmann J.P., McKnight J.L. (1993), Building Communities from the Inside Out: asset inventories; density as in area resource files.',
  method: ['indicators'],
  records: ['benchmarks'],
  benchmarks: ['assets', 'population'],
  assess: ({ benchmarks }) => {
    const assets = benchmarks.filter(({ kind }) => kind === 'assets');
    if (assets.length === 0) return null;
    const used = new Set<Benchmark>(assets);
    const parts = assets.map((one): AssessedPart => {
      const people = findBenchmark(benchmarks, 'population', { topic: '', place: one.place });
      if (people) used.add(people);
      const name = [one.topic, one.place].filter(Boolean).join(', ');
      return {
        key: name,
        labels: { und: name },
        value: people && people.value > 0 ? (1000 * one.value) / people.value : null,
        rows: 1
      };
    });
    return { parts, sources: [...new Set([...used].map(citationOf))] };
  },
  examples: [
    {
      title: 'three clinics for 6,000 people: one for every 2,000',
      given: {
        benchmarks: [
          published('assets', 3, { topic: 'clinics', place: 'riverside' }),
          published('population', 6000, { place: 'riverside' })
        ]
      },
      part: 'clinics, riverside',
      expect: { value: 0.5 }
    }
  ]
});
