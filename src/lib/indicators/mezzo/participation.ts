import { no, outside, yes } from '../answer-column';
import { markColumn, variablesOf } from '../answer-scale';
import { defineIndicator } from '../define-indicator';
import { shareTable } from '../share-table';

/** Z11. People who took part in an association, a meeting or volunteer work. */
export const participation = defineIndicator({
  id: 'participation',
  code: 'Z11',
  level: 'mezzo',
  unitOfAnalysis: 'person',
  claim: 'domain',
  target: 'groups',
  lever: 'community',
  feeds: ['respondent-survey', 'roster'],
  unit: 'proportion',
  direction: 'higher-is-better',
  decimals: 0,
  labels: { en: 'Taking part', es: 'Participación' },
  universe: { en: 'everyone asked', es: 'todas las personas encuestadas' },
  within: { en: 'everyone who answered', es: 'todas las personas que respondieron' },
  formula: 'share with a yes to any of the questions',
  source:
    'Putnam R.D. (2000), Bowling Alone: civic participation; asked as in the Current Population Survey, Civic Engagement and Volunteering Supplement (Census Bureau).',
  method: ['proportions'],
  needs: [
    {
      id: 'part',
      accepts: ['single', 'scale', 'multiple-response', 'battery'],
      optional: false,
      many: true,
      labels: { en: 'Took part', es: 'Participó' }
    }
  ],
  compute: (context, home) => {
    const { responses, instance } = context;
    const columns = variablesOf(responses, instance.inputs, 'part').map((one) =>
      markColumn(responses, one)
    );
    const classOf = new Uint8Array(responses.rows);
    for (let i = 0; i < classOf.length; i++)
      classOf[i] = columns.some((column) => column[i] === yes)
        ? yes
        : columns.some((column) => column[i] === no)
          ? no
          : outside;
    return shareTable(home, context, classOf, 2, { yes: [yes], base: [yes, no] });
  },
  examples: [
    {
      title: 'a meeting or volunteer work: three of the four who answered took part',
      given: { meeting: ['y', 'n', 'n', null, null], help: ['n', 'y', 'n', 'y', null] },
      inputs: {
        part: { questionId: 'm', variables: ['meeting'], yes: ['y'], no: ['n'] },
        'part-2': { questionId: 'h', variables: ['help'], yes: ['y'], no: ['n'] }
      },
      expect: { value: 0.75, n: 4 }
    }
  ]
});
