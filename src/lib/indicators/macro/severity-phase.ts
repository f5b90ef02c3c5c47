import { stepColumn, variablesOf } from '../answer-scale';
import { defineIndicator } from '../define-indicator';
import { partsTable, type NumberPart } from '../parts-table';
import { peopleGrid } from '../people-grid';
import { acuteFrom, inNeedFrom, worstSeverity } from '../severity';
import { countOf } from '../share-table';
import { sharePoint } from '$lib/estimation/sums/point';

/** A16. People whose worst problem is severe, over several areas of life. */
export const severityPhase = defineIndicator({
  id: 'severity-phase',
  code: 'A16',
  level: 'macro',
  unitOfAnalysis: 'household',
  claim: 'domain',
  target: 'population',
  lever: 'public-body',
  feeds: ['respondent-survey'],
  unit: 'proportion',
  direction: 'lower-is-better',
  decimals: 0,
  labels: { en: 'Combined severity', es: 'Gravedad combinada' },
  universe: { en: 'everyone asked', es: 'todas las personas encuestadas' },
  within: {
    en: 'everyone who answered about every area of life',
    es: 'quienes respondieron sobre todas las áreas de la vida'
  },
  formula: 'severity = worst of the areas, 1 to 5; share with 3 or more, and with 4 or more',
  source:
    'Joint and Intersectoral Analysis Framework (JIAF 2, 2023), severity of needs, called combined severity here; the cut-offs 3 and 4 are choices.',
  method: ['priorities'],
  needs: [
    {
      id: 'severity',
      accepts: ['scale', 'single', 'battery'],
      optional: false,
      many: true,
      ordered: true,
      labels: { en: 'Severity, mildest first', es: 'Gravedad, la menor antes' }
    }
  ],
  compute: (context, home) => {
    const { responses, instance } = context;
    const items = variablesOf(responses, instance.inputs, 'severity');
    const worst = worstSeverity(items.map((item) => stepColumn(responses, item)));
    const steps = Math.max(acuteFrom, ...items.map(({ input }) => input.yes.length));
    const grid = peopleGrid(context, worst, steps);
    const base = Array.from({ length: steps }, (_, k) => k + 1);
    const from = (step: number) => base.filter((one) => one >= step);
    const part = (key: string, step: number, labels: NumberPart['labels']): NumberPart => ({
      key,
      labels,
      grid,
      base,
      share: from(step),
      // The two shares stand side by side, so their difference is known too.
      told: (at) => {
        const [all, need, acute] = [base, from(inNeedFrom), from(acuteFrom)].map((which) =>
          countOf(grid, at, which)
        ) as [number, number, number];
        return [need, all - need, acute, all - acute, need - acute];
      },
      point: (cellsOf) => {
        const point = sharePoint(grid.tabulation, cellsOf(from(step)), cellsOf(base));
        return typeof point === 'string' ? null : point;
      }
    });
    return partsTable(
      home,
      context,
      {
        statistic: 'proportion',
        interval: 'korn-graubard',
        dimension: { id: 'measure', labels: { en: 'Severity', es: 'Gravedad' } }
      },
      [
        part('need', inNeedFrom, { en: 'In need (3 or more)', es: 'Con necesidad (3 o más)' }),
        part('acute', acuteFrom, { en: 'Acute (4 or more)', es: 'Aguda (4 o más)' })
      ]
    );
  },
  examples: [
    {
      title: 'the worst of both areas counts: 3, 4, 1 and 2',
      given: { food: ['3', '1', '1', '2'], rent: ['1', '4', '1', '2'] },
      inputs: {
        severity: { questionId: 'f', variables: ['food'], yes: ['1', '2', '3', '4'], no: [] },
        'severity-2': { questionId: 'r', variables: ['rent'], yes: ['1', '2', '3', '4'], no: [] }
      },
      at: { measure: 'need' },
      expect: { value: 0.5, n: 4 }
    },
    {
      title: 'one of them is acute',
      given: { food: ['3', '1', '1', '2'], rent: ['1', '4', '1', '2'] },
      inputs: {
        severity: { questionId: 'f', variables: ['food'], yes: ['1', '2', '3', '4'], no: [] },
        'severity-2': { questionId: 'r', variables: ['rent'], yes: ['1', '2', '3', '4'], no: [] }
      },
      at: { measure: 'acute' },
      expect: { value: 0.25, n: 4 }
    }
  ]
});
