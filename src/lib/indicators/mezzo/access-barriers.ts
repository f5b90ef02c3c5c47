import { inputOf, no, yes } from '../answer-column';
import { chosenParts, inNeed } from '../chosen-column';
import { defineIndicator } from '../define-indicator';
import { batteryTable } from '../share-table';
import { needInput } from '../unmet-need';

/** Z5. Barriers named by those in need; people could choose several (base B3). */
export const accessBarriers = defineIndicator({
  id: 'access-barriers',
  code: 'Z5',
  level: 'mezzo',
  unitOfAnalysis: 'person',
  claim: 'domain',
  target: 'groups',
  lever: 'organization',
  feeds: ['respondent-survey'],
  unit: 'proportion',
  direction: 'lower-is-better',
  decimals: 0,
  labels: { en: 'Barriers to getting help', es: 'Obstáculos para recibir ayuda' },
  universe: { en: 'people in need', es: 'personas con necesidad' },
  within: {
    en: 'people in need who answered about barriers',
    es: 'personas con necesidad que respondieron sobre obstáculos'
  },
  formula: 'sum(w x barrier) / sum(w), over people in need who answered the question',
  source:
    'Penchansky R., Thomas J.W. (1981), The concept of access, Medical Care 19(2); awareness added by Saurman (2016).',
  method: ['select-all'],
  needs: [
    {
      id: 'barriers',
      accepts: ['multiple-response'],
      optional: false,
      labels: { en: 'Barriers', es: 'Obstáculos' }
    },
    { ...needInput, optional: true }
  ],
  compute: (context, home) => {
    const { responses, instance } = context;
    const input = inputOf(instance.inputs, 'barriers');
    return batteryTable(
      home,
      context,
      { id: 'option', labels: { en: 'Barrier', es: 'Obstáculo' } },
      chosenParts(responses, input, inNeed(responses, instance.inputs)),
      { yes: [yes], base: [yes, no], classes: 2 }
    );
  },
  examples: [
    {
      title: 'cost stops two of the three in need who answered; a blank block is outside',
      given: {
        need: ['y', 'y', 'y', 'y', 'n'],
        cost: ['1', '1', '0', null, '1'],
        time: ['0', null, '1', null, '0']
      },
      inputs: {
        barriers: { questionId: 'why', variables: ['cost', 'time'], yes: ['1'], no: ['0'] },
        need: { questionId: 'need', variables: ['need'], yes: ['y'], no: ['n'] }
      },
      at: { option: 'cost' },
      expect: { value: 2 / 3, n: 3 }
    }
  ]
});
