import { answeredAll, stepColumn, variablesOf } from '../answer-scale';
import { defineIndicator } from '../define-indicator';
import { inRange, partsTable, type NumberPart } from '../parts-table';
import { peopleGrid } from '../people-grid';
import { smoothPoint } from '../smooth-point';

/** Z10. How much people of a place can count on each other, on a scale of several statements. */
export const socialCohesion = defineIndicator({
  id: 'social-cohesion',
  code: 'Z10',
  level: 'mezzo',
  unitOfAnalysis: 'person',
  claim: 'domain',
  target: 'neighborhood',
  lever: 'community',
  feeds: ['respondent-survey'],
  unit: 'number',
  direction: 'higher-is-better',
  decimals: 2,
  labels: { en: 'Social cohesion', es: 'Cohesión social' },
  universe: { en: 'people of the neighborhood', es: 'personas del vecindario' },
  within: {
    en: 'everyone who answered every statement',
    es: 'quienes respondieron a todas las frases'
  },
  formula:
    'mean of (answer - lowest) / (highest - lowest) over the statements, 0 to 1; alpha = k/(k-1) x (1 - sum var(item) / var(sum))',
  source:
    'Sampson R.J., Raudenbush S.W., Earls F. (1997), Neighborhoods and violent crime: a multilevel study of collective efficacy, Science 277; Cronbach L.J. (1951), Psychometrika 16, for alpha.',
  method: ['cronbach'],
  needs: [
    {
      id: 'items',
      accepts: ['battery', 'scale', 'single'],
      optional: false,
      many: true,
      ordered: true,
      labels: { en: 'Statements, from least to most', es: 'Frases, de menos a más' }
    }
  ],
  compute: (context, home) => {
    const { responses, instance } = context;
    const items = variablesOf(responses, instance.inputs, 'items');
    const columns = items.map((item) => stepColumn(responses, item));
    const isKnown = answeredAll(responses.rows, columns);
    const scores = columns.map((column, j) =>
      Float64Array.from(column, (step, i) =>
        isKnown[i] ? (step - 1) / Math.max(1, items[j]!.input.yes.length - 1) : 0
      )
    );
    const add = (of: (score: number) => number): Float64Array =>
      isKnown.reduce((sums, _, i) => {
        sums[i] = scores.reduce((sum, score) => sum + of(score[i]!), 0);
        return sums;
      }, new Float64Array(responses.rows));
    const total = add((score) => score);
    const grid = peopleGrid(context, isKnown, 1, [
      total,
      total.map((sum) => sum * sum),
      add((score) => score * score),
      ...scores
    ]);
    return partsTable(
      home,
      context,
      {
        statistic: 'mean',
        interval: 't',
        dimension: { id: 'measure', labels: { en: 'Part', es: 'Parte' } }
      },
      partsOf(grid, items.length)
    );
  },
  examples: [
    {
      title: 'two statements from 1 to 5: means of (1, 1), (1, .5), (0, 0) and (0, .5)',
      given: { trust: ['5', '5', '1', '1', '3'], help: ['5', '3', '1', '3', null] },
      inputs: {
        items: {
          questionId: 'b',
          variables: ['trust', 'help'],
          yes: ['1', '2', '3', '4', '5'],
          no: []
        }
      },
      at: { measure: 'mean' },
      expect: { value: 0.5, n: 4 }
    },
    {
      // variances 1/4 and 1/8, of the sum (2, 1.5, 0, .5) 5/8: 2 x (1 - (3/8) / (5/8))
      title: 'their alpha is 2 x (1 - 3/5)',
      given: { trust: ['5', '5', '1', '1', '3'], help: ['5', '3', '1', '3', null] },
      inputs: {
        items: {
          questionId: 'b',
          variables: ['trust', 'help'],
          yes: ['1', '2', '3', '4', '5'],
          no: []
        }
      },
      at: { measure: 'alpha' },
      expect: { value: 0.8, n: 4 }
    }
  ]
});

function partsOf(grid: ReturnType<typeof peopleGrid>, items: number): NumberPart[] {
  const mean: NumberPart = {
    key: 'mean',
    labels: { en: 'Mean, 0 to 1', es: 'Media, de 0 a 1' },
    grid,
    base: [1],
    finish: inRange(0, 1),
    point: (cellsOf) =>
      smoothPoint(
        grid.tabulation,
        [{ cells: cellsOf([1]) }, { cells: cellsOf([1]), measure: 1 }],
        ([people = 0, sum = 0]) => sum / people / items,
        cellsOf([1])
      )
  };
  const alpha: NumberPart = {
    key: 'alpha',
    labels: {
      en: 'How well the statements go together (alpha)',
      es: 'Coherencia de las frases (alfa)'
    },
    grid,
    base: [1],
    finish: inRange(-Infinity, 1),
    point: (cellsOf) =>
      smoothPoint(
        grid.tabulation,
        [
          { cells: cellsOf([1]) },
          ...Array.from({ length: items + 3 }, (_, m) => ({ cells: cellsOf([1]), measure: m + 1 }))
        ],
        ([people = 0, total = 0, totalSquare = 0, squares = 0, ...each]) => {
          const own = squares / people - each.reduce((sum, one) => sum + (one / people) ** 2, 0);
          const whole = totalSquare / people - (total / people) ** 2;
          return (items / (items - 1)) * (1 - own / whole);
        },
        cellsOf([1])
      )
  };
  return items > 1 ? [mean, alpha] : [mean];
}
