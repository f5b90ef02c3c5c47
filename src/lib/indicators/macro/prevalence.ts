import { inputOf, no, yes, yesNoColumn } from '../answer-column';
import { chosenParts } from '../chosen-column';
import { defineIndicator } from '../define-indicator';
import { batteryTable, shareTable } from '../share-table';

/** A1. Share of people whose answer counts as yes; of a multiple-response set, each option's share. */
export const prevalence = defineIndicator({
  id: 'prevalence',
  code: 'A1',
  level: 'macro',
  unitOfAnalysis: 'person',
  claim: 'domain',
  target: 'population',
  lever: 'public-body',
  feeds: ['respondent-survey'],
  unit: 'proportion',
  direction: 'neutral',
  decimals: 0,
  labels: { en: 'Share of people', es: 'Proporción de personas' },
  universe: { en: 'everyone asked', es: 'todas las personas encuestadas' },
  within: { en: 'everyone who answered', es: 'todas las personas que respondieron' },
  formula: 'sum(w x yes) / sum(w), over everyone who answered',
  source: 'Porta M. (ed., 2014), A Dictionary of Epidemiology, 6th edition: prevalence proportion.',
  method: ['proportions'],
  needs: [
    {
      id: 'answer',
      accepts: ['single', 'scale', 'nps', 'multiple-response', 'numeric'],
      optional: false,
      labels: { en: 'Answer', es: 'Respuesta' }
    }
  ],
  compute: (context, home) => {
    const { responses, instance } = context;
    const input = inputOf(instance.inputs, 'answer');
    if (input.variables.length > 1)
      return batteryTable(
        home,
        context,
        { id: 'option', labels: { en: 'Choice', es: 'Opción' } },
        chosenParts(responses, input, null),
        { yes: [yes], base: [yes, no], classes: 2 }
      );
    const marks = yesNoColumn(responses, input, input.variable);
    return shareTable(home, context, marks, 2, { yes: [yes], base: [yes, no] });
  },
  examples: [
    {
      title: 'often and sometimes count; a missing answer leaves both parts',
      given: { skipped: ['often', 'sometimes', 'never', null] },
      inputs: {
        answer: {
          questionId: 'skipped',
          variables: ['skipped'],
          yes: ['often', 'sometimes'],
          no: ['never']
        }
      },
      expect: { value: 2 / 3, n: 3 }
    },
    {
      title: 'weights count: 3 of 4 in weight',
      given: { ill: ['y', 'n'] },
      weights: [3, 1],
      inputs: { answer: { questionId: 'ill', variables: ['ill'], yes: ['y'], no: ['n'] } },
      expect: { value: 0.75, n: 2 }
    },
    {
      title: 'a renter in two answered yes',
      given: { ill: ['y', 'n', 'y'], tenure: ['rent', 'rent', 'own'] },
      inputs: { answer: { questionId: 'ill', variables: ['ill'], yes: ['y'], no: ['n'] } },
      split: { group: 'tenure', area: null },
      at: { tenure: 'rent' },
      expect: { value: 0.5, n: 2 }
    }
  ]
});
