import {
  exampleDimension,
  exampleSubject,
  exampleTable,
  releasedCell,
  type CellNote
} from '../../../../tests/fixtures/released';
import type { ChartExample } from '../definition';

const answers = exampleDimension(
  'answer',
  { en: 'Answer', es: 'Respuesta' },
  {
    'very-bad': { en: 'Very dissatisfied', es: 'Muy insatisfecha' },
    bad: { en: 'Dissatisfied', es: 'Insatisfecha' },
    middle: { en: 'In between', es: 'Intermedia' },
    good: { en: 'Satisfied', es: 'Satisfecha' },
    'very-good': { en: 'Very satisfied', es: 'Muy satisfecha' },
    unknown: { en: "Don't know", es: 'No sabe' }
  },
  true
);

const services: Record<
  string,
  { label: [string, string]; n: number; shares: number[]; net: CellNote }
> = {
  library: {
    label: ['Library', 'Biblioteca'],
    n: 1102,
    shares: [4, 8, 17, 41, 25, 5],
    net: [66, 62, 70, 1102]
  },
  parks: {
    label: ['Parks', 'Parques'],
    n: 1150,
    shares: [7, 13, 20, 38, 18, 4],
    net: [56, 52, 60, 1150]
  },
  bus: {
    label: ['Bus service', 'Autobuses'],
    n: 634,
    shares: [19, 24, 18, 19, 8, 12],
    net: [27, 23, 32, 634]
  },
  housing: {
    label: ['Help with housing', 'Ayuda con la vivienda'],
    n: 96,
    shares: [27, 25, 14, 11, 5, 18],
    net: [16, 9, 26, 96, 'u']
  }
};

const dimension = exampleDimension(
  'service',
  { en: 'Service', es: 'Servicio' },
  Object.fromEntries(
    Object.entries(services).map(
      ([
        key,
        {
          label: [en, es]
        }
      ]) => [key, { en, es }]
    )
  )
);

const subject = {
  ...exampleSubject,
  key: 'satisfaction',
  labels: { en: 'How satisfied adults are with services', es: 'Satisfacción con los servicios' },
  base: {
    en: 'adults who answered about the service',
    es: 'personas adultas que respondieron sobre el servicio'
  }
};

const table = exampleTable({
  subject,
  dimensions: [dimension, answers],
  cells: Object.entries(services).flatMap(([service, { shares, n, net }]) =>
    answers.members.map(({ key }, i) => {
      const share = shares[i] ?? 0;
      const half = Math.max(2, Math.round(100 / Math.sqrt(n)));
      const flag = Array.isArray(net) && net[4] === 'u' ? 'u' : undefined;
      return releasedCell({ service, answer: key }, [
        share,
        Math.max(0, share - half),
        share + half,
        n,
        flag
      ]);
    })
  )
});

const net = exampleTable({
  subject,
  dimensions: [dimension],
  cells: Object.entries(services).map(([service, { net: note }]) => releasedCell({ service }, note))
});

export const stackedOrdinalExamples: ChartExample[] = [
  {
    id: 'satisfaction',
    title: 'Answers on a scale by service, with the share satisfied',
    language: 'en',
    tables: [table, net],
    spec: {
      id: 'satisfaction',
      type: 'stacked-ordinal',
      by: 'service',
      at: {},
      headline: 'Two in three adults are satisfied with the library (66%)',
      parts: { dimension: 'answer', apart: ['unknown'], ramp: 'diverging' },
      net: { label: 'Satisfied', at: {} },
      who: 'Adults in Alder County'
    }
  },
  {
    id: 'satisfaction-es',
    title: 'The same answers in one colour, without a net',
    language: 'es',
    tables: [table],
    spec: {
      id: 'satisfaction-es',
      type: 'stacked-ordinal',
      by: 'service',
      at: {},
      parts: { dimension: 'answer', apart: ['unknown'], ramp: 'sequential' },
      who: 'Personas adultas en el condado de Alder'
    }
  }
];
