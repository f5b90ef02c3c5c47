import { inputOf, no, yes, yesNoColumn } from '../answer-column';
import { defineIndicator } from '../define-indicator';
import { shareTable } from '../share-table';

/** A14. People for a policy, of everyone with an opinion. */
export const policySupport = defineIndicator({
  id: 'policy-support',
  code: 'A14',
  level: 'macro',
  unitOfAnalysis: 'person',
  claim: 'domain',
  target: 'population',
  lever: 'public-body',
  feeds: ['respondent-survey'],
  unit: 'proportion',
  direction: 'neutral',
  decimals: 0,
  labels: { en: 'Support for a policy', es: 'Apoyo a una política' },
  universe: { en: 'everyone asked', es: 'todas las personas encuestadas' },
  within: { en: 'everyone with an opinion', es: 'quienes dieron una opinión' },
  formula: 'share of the two most favorable answers, on the valid base',
  source:
    'Top-two-box share on a support scale: American Association for Public Opinion Research (2022), Standard Definitions and best practices; districts as domains.',
  method: ['proportions'],
  needs: [
    {
      id: 'support',
      accepts: ['scale', 'single'],
      optional: false,
      labels: { en: 'Support', es: 'Apoyo' }
    }
  ],
  compute: (context, home) => {
    const { responses, instance } = context;
    const input = inputOf(instance.inputs, 'support');
    const marks = yesNoColumn(responses, input, input.variable);
    return shareTable(home, context, marks, 2, { yes: [yes], base: [yes, no] });
  },
  examples: [
    {
      title: "two of three with an opinion are for it; don't know is outside",
      given: { fund: ['strongly', 'somewhat', 'against', 'dk'] },
      inputs: {
        support: {
          questionId: 'f',
          variables: ['fund'],
          yes: ['strongly', 'somewhat'],
          no: ['against']
        }
      },
      expect: { value: 2 / 3, n: 3 }
    }
  ]
});
