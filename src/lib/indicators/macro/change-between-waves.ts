import { inputOf, no, yes, yesNoColumn } from '../answer-column';
import { defineIndicator } from '../define-indicator';
import { shareTable } from '../share-table';

/**
 * A8. A share in each wave with its change. Waves imported apart are put together on the change screen;
 * here they stand in one file, told apart by a question.
 */
export const changeBetweenWaves = defineIndicator({
  id: 'change-between-waves',
  code: 'A8',
  level: 'macro',
  unitOfAnalysis: 'person',
  claim: 'between-groups',
  target: 'population',
  lever: 'public-body',
  feeds: ['respondent-survey'],
  unit: 'proportion',
  direction: 'neutral',
  decimals: 0,
  labels: { en: 'Change between waves', es: 'Cambio entre rondas' },
  universe: { en: 'everyone asked in each wave', es: 'todas las personas de cada ronda' },
  within: { en: 'everyone who answered', es: 'todas las personas que respondieron' },
  formula: 'p2 - p1, with the covariance of waves that share their sampled places',
  source: 'Kish L. (1965), Survey Sampling, chapter 12: differences between overlapping samples.',
  method: ['waves', 'contrasts'],
  needs: [
    {
      id: 'answer',
      accepts: ['single', 'scale'],
      optional: false,
      labels: { en: 'Answer', es: 'Respuesta' }
    },
    {
      id: 'wave',
      accepts: ['single', 'scale'],
      optional: false,
      ordered: true,
      labels: { en: 'Wave, earliest first', es: 'Ronda, la primera antes' }
    }
  ],
  compute: (context, home) => {
    const { responses, instance, split } = context;
    const answer = inputOf(instance.inputs, 'answer');
    const wave = inputOf(instance.inputs, 'wave');
    const marks = yesNoColumn(responses, answer, answer.variable);
    return shareTable(
      home,
      {
        ...context,
        split: { group: wave.variable, area: split.area },
        compare: { reference: wave.yes[0] ?? null }
      },
      marks,
      2,
      { yes: [yes], base: [yes, no] }
    );
  },
  examples: [
    {
      title: 'three of four said yes in the second wave',
      given: {
        skipped: ['y', 'n', 'n', 'n', 'y', 'y', 'y', 'n'],
        year: ['2023', '2023', '2023', '2023', '2026', '2026', '2026', '2026']
      },
      inputs: {
        answer: { questionId: 's', variables: ['skipped'], yes: ['y'], no: ['n'] },
        wave: { questionId: 'y', variables: ['year'], yes: ['2023', '2026'], no: [] }
      },
      at: { year: '2026' },
      expect: { value: 0.75, n: 4 }
    }
  ]
});
