import {
  exampleSource,
  exampleSubject,
  exampleTable,
  releasedCell,
  type CellNote
} from '../../../../tests/fixtures/released';
import type { ChartExample } from '../definition';

/** One table for each need, as the needs list has it. */
const needs: [key: string, en: string, es: string, note: CellNote][] = [
  ['rent', 'Rent or mortgage costs', 'Renta o hipoteca', [46, 42, 50, 1180]],
  ['dentist', 'Seeing a dentist', 'Ir al dentista', [43, 39, 47, 1176]],
  ['mental', 'Mental health care', 'Salud mental', [35, 32, 38, 1171]],
  ['child-care', 'Child care', 'Cuidado de niños', [31, 22, 41, 84, 'u']],
  ['food', 'Enough food', 'Comida suficiente', [29, 26, 32, 1185]],
  ['rides', 'Rides to work or school', 'Transporte al trabajo o a la escuela', [27, 24, 30, 1160]],
  ['safety', 'Safe streets', 'Calles seguras', [24, 21, 27, 1178]],
  ['internet', 'Internet at home', 'Internet en casa', [18, 15, 21, 1190]],
  ['legal', 'Legal help', 'Ayuda legal', 'c']
];

const needTables = needs.map(([key, en, es, note]) =>
  exampleTable({
    subject: {
      ...exampleSubject,
      key: `unmet-need:${key}`,
      labels: { en, es },
      base: { en: 'adults', es: 'personas adultas' }
    },
    dimensions: [],
    cells: [releasedCell({}, note)]
  })
);

const ranks = Object.fromEntries(
  (
    [
      ['rent', 1, 2],
      ['dentist', 1, 2],
      ['mental', 3, 5],
      ['child-care', 3, 7],
      ['food', 4, 6],
      ['rides', 4, 7],
      ['safety', 5, 7],
      ['internet', 8, 8]
    ] as const
  ).map(([key, best, worst]) => [`unmet-need:${key}`, { best, worst }])
);

export const rankedBarExamples: ChartExample[] = [
  {
    id: 'top-needs',
    title: 'Needs with likely ranks, one to use with care and one private',
    language: 'en',
    tables: needTables,
    spec: {
      id: 'top-needs',
      type: 'ranked-bar',
      by: null,
      at: {},
      ranks,
      who: 'Adults in Alder County',
      multipleChoice: true,
      focus: ['unmet-need:rent', 'unmet-need:dentist']
    }
  },
  {
    id: 'top-needs-es',
    title: 'The same needs in Spanish',
    language: 'es',
    tables: needTables,
    spec: {
      id: 'top-needs-es',
      type: 'ranked-bar',
      by: null,
      at: {},
      ranks,
      who: 'Personas adultas en el condado de Alder',
      multipleChoice: true
    }
  },
  {
    id: 'open-survey',
    title: 'An open survey: it speaks only of those who answered',
    language: 'en',
    tables: [
      exampleTable({
        subject: {
          ...exampleSubject,
          base: { en: 'people who answered', es: 'personas que respondieron' }
        },
        sources: [
          {
            ...exampleSource,
            surveyName: 'Tenants United web form',
            sampleType: 'opt-in',
            responses: 412
          }
        ],
        dimensions: [
          {
            id: 'language',
            labels: { en: 'Language at home', es: 'Idioma en casa' },
            ordered: false,
            partition: true,
            members: [
              { key: 'english', labels: { en: 'English', es: 'Inglés' } },
              { key: 'spanish', labels: { en: 'Spanish', es: 'Español' } },
              { key: 'other', labels: { en: 'Another language', es: 'Otro idioma' } }
            ]
          }
        ],
        cells: [
          releasedCell({ language: 'english' }, [38, 32, 44, 251]),
          releasedCell({ language: 'spanish' }, [41, 32, 50, 122]),
          releasedCell({ language: 'other' }, [44, 28, 60, 39, 'u'])
        ]
      })
    ],
    spec: { id: 'open-survey', type: 'ranked-bar', by: 'language', at: {} }
  }
];
