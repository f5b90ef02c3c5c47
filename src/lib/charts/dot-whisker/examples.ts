import {
  exampleDimension,
  exampleTable,
  releasedCell,
  releasedContrast
} from '../../../../tests/fixtures/released';
import type { ChartExample } from '../definition';

const housing = exampleDimension(
  'housing',
  { en: 'Housing', es: 'Vivienda' },
  {
    owners: { en: 'Owners', es: 'Propietarios' },
    renters: { en: 'Renters', es: 'Inquilinos' },
    others: { en: 'Live with others, no rent', es: 'Viven con otros, sin renta' },
    shelter: { en: 'Shelter or motel', es: 'Albergue o motel' },
    none: { en: 'No fixed address', es: 'Sin domicilio fijo' },
    care: { en: 'Care homes, dorms', es: 'Residencias' }
  }
);

const byHousing = exampleTable({
  dimensions: [housing],
  cells: [
    releasedCell({}, [27, 24, 30, 1151]),
    releasedCell({ housing: 'renters' }, [38, 33, 43, 612]),
    releasedCell({ housing: 'owners' }, [19, 15, 23, 498]),
    releasedCell({ housing: 'others' }, [27, 13, 46, 41, 'u']),
    releasedCell({ housing: 'shelter' }, 'c'),
    releasedCell({ housing: 'none' }, 'c'),
    releasedCell({ housing: 'care' }, 'not-asked')
  ],
  contrasts: [
    releasedContrast({ housing: 'renters' }, { housing: 'owners' }, [19, 13, 25]),
    releasedContrast({ housing: 'renters' }, {}, [11, 7, 15]),
    releasedContrast({ housing: 'owners' }, {}, [-8, -12, -4])
  ]
});

const age = exampleDimension(
  'age',
  { en: 'Age', es: 'Edad' },
  {
    a18: { en: '18 to 34', es: '18 a 34' },
    a35: { en: '35 to 54', es: '35 a 54' },
    a55: { en: '55 and over', es: '55 y más' }
  },
  true
);

const byAge = exampleTable({
  dimensions: [age],
  cells: [
    releasedCell({}, [27, 24, 30, 1151]),
    releasedCell({ age: 'a18' }, [30, 24, 36, 301]),
    releasedCell({ age: 'a35' }, [29, 25, 33, 455]),
    releasedCell({ age: 'a55' }, [22, 18, 27, 395])
  ],
  contrasts: [
    releasedContrast({ age: 'a18' }, { age: 'a55' }, [8, -1, 17], false),
    releasedContrast({ age: 'a18' }, {}, [3, -3, 9], false)
  ]
});

export const dotWhiskerExamples: ChartExample[] = [
  {
    id: 'by-housing',
    title: 'Groups against the county: shown, use with care, private, not asked',
    language: 'en',
    tables: [byHousing],
    spec: {
      id: 'by-housing',
      type: 'dot-whisker',
      by: 'housing',
      at: {},
      reference: { at: {}, label: 'County' },
      who: 'Adults in Alder County, past 12 months',
      words: {
        predicate: 'skipped meals to pay rent',
        groups: { renters: 'renters', owners: 'owners', reference: 'adults in the county' }
      },
      hash: 'a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90'
    }
  },
  {
    id: 'by-age',
    title: 'An ordered group keeps its order; nothing here passed a test',
    language: 'es',
    tables: [byAge],
    spec: {
      id: 'by-age',
      type: 'dot-whisker',
      by: 'age',
      at: {},
      reference: { at: {}, label: 'Condado' },
      who: 'Personas adultas en el condado de Alder'
    }
  }
];
