import { yes } from './answer-column';
import { answeredAll, markColumn, variablesOf } from './answer-scale';
import { inRange, partsTable, type NumberPart } from './parts-table';
import { peopleGrid } from './people-grid';
import { countOf } from './share-table';
import { smoothPoint } from './smooth-point';
import type { EstimateTable } from '$lib/privacy/table';
import type { PeopleGrid } from './people-grid';
import type { ComputeContext, InputSpec } from './definition';
import type { Home } from './share-table';

/** Share of the weighted deprivations from which a person counts as deprived in many ways. */
export const deprivationCutoff = 1 / 3;

/** Classes: deprived in many ways, and not. */
const poor = 1;
const notPoor = 2;

export const deprivedInput: InputSpec = {
  id: 'deprived',
  accepts: ['single', 'scale', 'multiple-response', 'battery'],
  optional: false,
  many: true,
  labels: { en: 'Deprivation', es: 'Carencia' }
};

interface Deprivations {
  keys: { key: string; labels: Record<string, string> }[];
  /** deprived in each item: 1, else 0; only where every item was answered */
  marks: Uint8Array[];
  /** share of the items a person is deprived in */
  share: Float64Array;
  /** 0 = an item is missing; poor or not */
  classOf: Uint8Array;
}

/** Alkire and Foster with equal weights over complete cases; who is deprived in a third or more counts. */
function deprivationsOf({ responses, instance }: ComputeContext): Deprivations {
  const items = variablesOf(responses, instance.inputs, 'deprived');
  const columns = items.map((item) => markColumn(responses, item));
  const isKnown = answeredAll(responses.rows, columns);
  const share = new Float64Array(responses.rows);
  for (const column of columns)
    for (let i = 0; i < share.length; i++)
      if (isKnown[i] && column[i] === yes) share[i]! += 1 / columns.length;
  return {
    keys: items.map(({ key, labels }) => ({ key, labels })),
    marks: columns.map((column) => column.map((mark, i) => (isKnown[i] && mark === yes ? 1 : 0))),
    share,
    // A hair of slack: a third of three items is a third, whatever the last bits say.
    classOf: isKnown.map((known, i) =>
      known ? (share[i]! >= deprivationCutoff - 1e-12 ? poor : notPoor) : 0
    )
  };
}

/**
 * Adjusted headcount M0, headcount H and intensity A, with what each deprivation contributes to M0.
 *
 * M0 is the mean of the censored share, H a proportion, A and the contributions ratios; all from sums
 * of one tabulation. Alkire and Foster (2011).
 */
export function deprivationTable(home: Home, context: ComputeContext): EstimateTable {
  const { keys, marks, share, classOf } = deprivationsOf(context);
  const censored = share.map((value, i) => (classOf[i] === poor ? value : 0));
  const grid = peopleGrid(context, classOf, 2, [censored]);
  const parts = [
    ...headParts(grid),
    ...keys.map((item, j): NumberPart => {
      const own = classOf.map((one, i) => (one === poor ? (marks[j]![i] ? 1 : 2) : one ? 3 : 0));
      return contributionPart(peopleGrid(context, own, 3, [censored]), item, keys.length);
    })
  ];
  return partsTable(
    home,
    context,
    {
      statistic: 'index',
      interval: 't',
      dimension: { id: 'measure', labels: { en: 'Part', es: 'Parte' } }
    },
    parts
  );
}

const both = [poor, notPoor];

/** M0 over everyone, H over everyone, A over those deprived in many ways. */
function headParts(grid: PeopleGrid): NumberPart[] {
  const told = (at: Record<string, string>) => both.map((one) => countOf(grid, at, [one]));
  const ratio = (over: readonly number[]): NumberPart['point'] => {
    return (cellsOf) =>
      smoothPoint(
        grid.tabulation,
        [{ cells: cellsOf(both), measure: 1 }, { cells: cellsOf(over) }],
        ([deprivation = 0, people = 0]) => deprivation / people,
        cellsOf(both)
      );
  };
  const headcount: NumberPart['point'] = (cellsOf) =>
    smoothPoint(
      grid.tabulation,
      [{ cells: cellsOf([poor]) }, { cells: cellsOf(both) }],
      ([few = 0, all = 0]) => few / all,
      cellsOf(both)
    );
  const base = { grid, base: both, told, finish: inRange(0, 1) };
  return [
    {
      ...base,
      key: 'm0',
      labels: {
        en: 'Index (M0): how many times how deeply',
        es: 'Índice (M0): cuántas por cuánto'
      },
      point: ratio(both)
    },
    {
      ...base,
      key: 'h',
      labels: { en: 'Deprived in many ways (H)', es: 'Con muchas carencias (H)' },
      point: headcount,
      share: [poor]
    },
    {
      ...base,
      key: 'a',
      labels: {
        en: 'How deeply, among them (A)',
        es: 'Con qué intensidad, entre ellas (A)'
      },
      point: ratio([poor])
    }
  ];
}

function contributionPart(
  grid: PeopleGrid,
  { key, labels }: Deprivations['keys'][number],
  items: number
): NumberPart {
  return {
    key: `part:${key}`,
    labels,
    grid,
    base: [1, 2, 3],
    told: (at) => [1, 2, 3].map((one) => countOf(grid, at, [one])),
    finish: inRange(0, 1),
    point: (cellsOf) =>
      smoothPoint(
        grid.tabulation,
        [{ cells: cellsOf([1]) }, { cells: cellsOf([1, 2, 3]), measure: 1 }],
        ([deprived = 0, total = 0]) => deprived / items / total,
        cellsOf([1, 2, 3])
      )
  };
}
