import { combinedPoint } from '$lib/estimation/sums/combined-point';
import { meanPoint } from '$lib/estimation/sums/point';
import { variablesOf, stepColumn } from '../answer-scale';
import { defineIndicator } from '../define-indicator';
import { weightedDiscrepancy } from '../need-scores';
import { partsTable, toldByMean, type NumberPart } from '../parts-table';
import { peopleGrid } from '../people-grid';

/** Z7. What staff or partners need to learn: how important a skill is, against how well they have it. */
export const capacityNeed = defineIndicator({
  id: 'capacity-need',
  code: 'Z7',
  level: 'mezzo',
  unitOfAnalysis: 'organization',
  claim: 'domain',
  target: 'organization',
  lever: 'organization',
  feeds: ['organization-survey', 'respondent-survey'],
  unit: 'number',
  direction: 'lower-is-better',
  decimals: 1,
  labels: { en: 'Skills to build', es: 'Capacidades por fortalecer' },
  universe: { en: 'staff and partners asked', es: 'personal y aliados encuestados' },
  within: {
    en: 'everyone who rated both importance and ability',
    es: 'quienes calificaron importancia y habilidad'
  },
  formula: 'mean importance x (mean importance - mean ability), over complete pairs',
  source:
    'Borich G.D. (1980), A needs assessment model for conducting follow-up studies, Journal of Teacher Education 31(3): mean weighted discrepancy score.',
  method: ['priorities'],
  needs: [
    {
      id: 'importance',
      accepts: ['battery', 'scale', 'single'],
      optional: false,
      ordered: true,
      labels: { en: 'How important', es: 'Qué tan importante' }
    },
    {
      id: 'ability',
      accepts: ['battery', 'scale', 'single'],
      optional: false,
      ordered: true,
      labels: { en: 'How able now', es: 'Habilidad actual' }
    }
  ],
  compute: (context, home) => {
    const { responses, instance } = context;
    const abilities = variablesOf(responses, instance.inputs, 'ability');
    const parts = variablesOf(responses, instance.inputs, 'importance').flatMap(
      (item, index): NumberPart[] => {
        const ability = abilities[index];
        if (!ability) return [];
        const wanted = stepColumn(responses, item);
        const now = stepColumn(responses, ability);
        const steps = Math.max(item.input.yes.length, ability.input.yes.length);
        const classOf = wanted.map((step, i) =>
          step === 0 || now[i] === 0 ? 0 : (step - 1) * steps + now[i]!
        );
        const grid = peopleGrid(context, classOf, steps * steps, [
          Float64Array.from(wanted),
          Float64Array.from(now)
        ]);
        const base = Array.from({ length: steps * steps }, (_, k) => k + 1);
        return [
          {
            key: item.key,
            labels: item.labels,
            grid,
            base,
            told: (at) => toldByMean(grid, at, base),
            point: (cellsOf) => {
              const means = [1, 2].map((measure) =>
                meanPoint(grid.tabulation, cellsOf(base), measure)
              );
              return means.every((mean) => typeof mean !== 'string')
                ? combinedPoint(means, weightedDiscrepancy)
                : null;
            }
          }
        ];
      }
    );
    return partsTable(
      home,
      context,
      {
        statistic: 'mean',
        interval: 't',
        dimension: { id: 'skill', labels: { en: 'Skill', es: 'Capacidad' } }
      },
      parts
    );
  },
  examples: [
    {
      title: 'importance 4.5, ability 2.5: 4.5 x 2',
      given: { imp: ['5', '4', '5'], now: ['3', '2', null] },
      inputs: {
        importance: {
          questionId: 'imp',
          variables: ['imp'],
          yes: ['1', '2', '3', '4', '5'],
          no: []
        },
        ability: { questionId: 'now', variables: ['now'], yes: ['1', '2', '3', '4', '5'], no: [] }
      },
      at: { skill: 'imp' },
      expect: { value: 9, n: 2 }
    }
  ]
});
