import { inputOf, no, yes, yesNoColumn } from '../answer-column';
import { defineIndicator } from '../define-indicator';
import { shareTable } from '../share-table';

/** Z13. Students bullied, or feeling safe, in each school. */
export const schoolClimate = defineIndicator({
  id: 'school-climate',
  code: 'Z13',
  level: 'mezzo',
  unitOfAnalysis: 'person',
  claim: 'domain',
  target: 'school',
  lever: 'organization',
  feeds: ['respondent-survey'],
  unit: 'proportion',
  direction: 'lower-is-better',
  decimals: 0,
  labels: { en: 'School climate', es: 'Clima escolar' },
  universe: { en: 'students of the school', es: 'estudiantes de la escuela' },
  within: { en: 'students who answered', es: 'estudiantes que respondieron' },
  formula: 'sum(w x yes) / sum(w) among the students of a school',
  source:
    'Bullied on school property in the past year: Youth Risk Behavior Survey (Centers for Disease Control and Prevention), read for each school as a domain.',
  method: ['proportions', 'domains'],
  needs: [
    {
      id: 'answer',
      accepts: ['single', 'scale'],
      optional: false,
      labels: { en: 'Bullied, or unsafe', es: 'Acoso o inseguridad' }
    }
  ],
  compute: (context, home) => {
    const { responses, instance } = context;
    const input = inputOf(instance.inputs, 'answer');
    const marks = yesNoColumn(responses, input, input.variable);
    return shareTable(home, context, marks, 2, { yes: [yes], base: [yes, no] });
  },
  examples: [
    {
      title: 'one of two students of the north school was bullied',
      given: { bullied: ['y', 'n', 'n', 'n'], school: ['north', 'north', 'south', 'south'] },
      inputs: { answer: { questionId: 'b', variables: ['bullied'], yes: ['y'], no: ['n'] } },
      split: { group: null, area: 'school' },
      at: { school: 'north' },
      expect: { value: 0.5, n: 2 }
    }
  ]
});
