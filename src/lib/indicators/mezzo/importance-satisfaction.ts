import { combinedPoint } from '$lib/estimation/sums/combined-point';
import { estimatePoint } from '$lib/estimation/estimates/estimate';
import { sharePoint } from '$lib/estimation/sums/point';
import { inputOf, no, outside, yes, yesNoColumn } from '../answer-column';
import { partLabels } from '../chosen-column';
import { adjustFamilies, contrastsOf } from '../contrasts';
import { defineIndicator } from '../define-indicator';
import { importanceTimesDissatisfaction } from '../need-scores';
import { inRange } from '../parts-table';
import { peopleGrid } from '../people-grid';
import { countOf, partsDimension, tableFrame } from '../share-table';
import type { Responses } from '$lib/codebook/responses';
import type { Point } from '$lib/estimation/sums/point';
import type { Tabulation } from '$lib/estimation/sums/tabulation';
import type { RawCell } from '$lib/privacy/table';
import type { MappedInput } from '../definition';

/** Class of a row: importance (missing, yes, no) x satisfaction (missing, yes, no), from 0. */
const classOf = (importance: number, satisfaction: number): number => importance * 3 + satisfaction;
const each = [outside, yes, no];
const important = each.map((s) => classOf(yes, s));
const rated = [...important, ...each.map((s) => classOf(no, s))];
const satisfied = each.map((i) => classOf(i, yes));
const judged = [...satisfied, ...each.map((i) => classOf(i, no))];
const classes = 8;

/** Z6. Importance times dissatisfaction, for each service. */
export const importanceSatisfaction = defineIndicator({
  id: 'importance-satisfaction',
  code: 'Z6',
  level: 'mezzo',
  unitOfAnalysis: 'program',
  claim: 'domain',
  target: 'program',
  lever: 'organization',
  feeds: ['respondent-survey', 'organization-survey'],
  unit: 'number',
  direction: 'lower-is-better',
  decimals: 2,
  labels: { en: 'Importance-satisfaction rating', es: 'Índice de importancia y satisfacción' },
  universe: { en: 'everyone asked', es: 'todas las personas encuestadas' },
  within: {
    en: "people who rated the service; satisfaction leaves out don't know",
    es: 'personas que calificaron el servicio; la satisfacción excluye no sabe'
  },
  formula: 'importance x (1 - satisfaction), both as shares',
  source:
    'Importance-satisfaction analysis as used in municipal resident surveys; rationale in Martilla J.A., James J.C. (1977), Importance-performance analysis, Journal of Marketing 41(1).',
  method: ['priorities'],
  needs: [
    {
      id: 'importance',
      accepts: ['scale', 'single', 'multiple-response'],
      optional: false,
      labels: { en: 'Importance, by service', es: 'Importancia, por servicio' }
    },
    {
      id: 'satisfaction',
      accepts: ['scale', 'single'],
      optional: false,
      labels: { en: 'Satisfaction, by service', es: 'Satisfacción, por servicio' }
    }
  ],
  compute: (context, home) => {
    const { responses, instance, split, compare, confidence } = context;
    const satisfaction = inputOf(instance.inputs, 'satisfaction');
    const importance = inputOf(instance.inputs, 'importance');
    const services = satisfaction.variables.map((name, service) => {
      const first = importanceColumn(responses, importance, service);
      const second = yesNoColumn(responses, satisfaction, name);
      const marks = first.map((mark, i) => classOf(mark, second[i]!));
      const grid = peopleGrid(context, marks, classes);
      const cells = grid.places.map((at): RawCell => {
        const within = grid.cellsAt(at, range);
        const cellsOf = (wanted: readonly number[]) => grid.cellsAt(at, wanted);
        const point = scorePoint(grid.tabulation, cellsOf);
        const options = confidence === undefined ? {} : { level: confidence };
        const estimate = estimatePoint(
          grid.tabulation,
          point ?? 'no-positive-weight',
          within,
          options
        );
        const told = [important, satisfied].map((wanted) => countOf(grid, at, wanted));
        const bases = [rated, judged].map((wanted) => countOf(grid, at, wanted));
        return {
          at: { service: name, ...at },
          estimate: inUnit(estimate),
          n: Math.min(...bases),
          x: null,
          psus: estimate.psus,
          classes: told.flatMap((count, i) => [count, bases[i]! - count])
        };
      });
      const contrasts = contrastsOf(
        grid,
        (cellsOf) => scorePoint(grid.tabulation, cellsOf),
        split.group ? { [split.group]: compare.reference } : {}
      ).map((contrast) => ({
        ...contrast,
        a: { service: name, ...contrast.a },
        b: { service: name, ...contrast.b }
      }));
      return { name, grid, cells, contrasts };
    });
    const dimension = { id: 'service', labels: { en: 'Service', es: 'Servicio' } };
    return {
      ...tableFrame(home, context, 'ratio', 't'),
      dimensions: [
        partsDimension(
          dimension,
          services.map(({ name }) => ({
            key: name,
            labels: partLabels(responses, satisfaction.questionId, name)
          }))
        ),
        ...(services[0]?.grid.dimensions ?? [])
      ],
      cells: services.flatMap(({ cells }) => cells),
      contrasts: adjustFamilies(
        services.flatMap(({ contrasts }) => contrasts),
        'service'
      )
    };
  },
  examples: [
    {
      title: 'half find it important, one of four who know it is satisfied: .5 x .75',
      given: { imp: ['5', '4', '2', '1'], sat: ['4', '1', '2', '3'] },
      inputs: {
        importance: { questionId: 'imp', variables: ['imp'], yes: ['4', '5'], no: ['1', '2', '3'] },
        satisfaction: {
          questionId: 'sat',
          variables: ['sat'],
          yes: ['4', '5'],
          no: ['1', '2', '3']
        }
      },
      at: { service: 'sat' },
      expect: { value: 0.375, n: 4 }
    },
    {
      title: "named among the top two by one of two; don't know leaves satisfaction only",
      given: { first: ['a', 'b'], second: ['b', 'c'], sat: ['1', '9'] },
      inputs: {
        importance: { questionId: 'top', variables: ['first', 'second'], yes: ['a'], no: [] },
        satisfaction: {
          questionId: 'sat',
          variables: ['sat'],
          yes: ['4', '5'],
          no: ['1', '2', '3']
        }
      },
      at: { service: 'sat' },
      expect: { value: 0.5, n: 1 }
    }
  ]
});

const range = Array.from({ length: classes }, (_, i) => i + 1);

/** A rating lies between 0 and 1, so its interval stops there. */
const inUnit = inRange(0, 1);

/**
 * Importance of one service. Rated: one variable per service, in the order of the satisfaction items.
 * Named (no category counts as no): each variable holds a person's first, second, ... choice, and
 * `yes` holds the services' codes in the order of the satisfaction items.
 */
export function importanceColumn(
  responses: Responses,
  input: MappedInput,
  service: number
): Uint8Array {
  if (input.no.length > 0)
    return yesNoColumn(responses, input, input.variables[service] ?? input.variables[0]!);
  const wanted = input.yes[service]!;
  const result = new Uint8Array(responses.rows);
  for (const name of input.variables) {
    const column = namedColumn(responses, name, wanted);
    for (let i = 0; i < result.length; i++)
      if (column[i] === yes) result[i] = yes;
      else if (column[i] === no && result[i] === outside) result[i] = no;
  }
  return result;
}

/** Yes where the choice is `wanted`, no where it is anything else, outside where there is none. */
function namedColumn(responses: Responses, name: string, wanted: string): Uint8Array {
  const { categories } = responses.categories(name);
  const others = categories.map(({ code }) => code).filter((code) => code !== wanted);
  return yesNoColumn(responses, { yes: [wanted], no: others }, name);
}

function scorePoint(
  tabulation: Tabulation,
  cellsOf: (classes: readonly number[]) => number[]
): Point | null {
  const imp = sharePoint(tabulation, cellsOf(important), cellsOf(rated));
  const sat = sharePoint(tabulation, cellsOf(satisfied), cellsOf(judged));
  return typeof imp === 'string' || typeof sat === 'string'
    ? null
    : combinedPoint([imp, sat], importanceTimesDissatisfaction);
}
