import { inputOf, no, outside, yes, yesNoColumn } from '../answer-column';
import { defineIndicator } from '../define-indicator';
import { partsTable } from '../parts-table';
import { peopleGrid } from '../people-grid';
import { sharePoint } from '$lib/estimation/sums/point';

const closed = 1;
const open = 2;

/** Z9. Referrals that ended at the service they were sent to. */
export const referralCompletion = defineIndicator({
  id: 'referral-completion',
  code: 'Z9',
  level: 'mezzo',
  unitOfAnalysis: 'organization',
  claim: 'domain',
  target: 'organization',
  lever: 'organization',
  feeds: ['organization-survey', 'respondent-survey'],
  unit: 'proportion',
  direction: 'higher-is-better',
  decimals: 0,
  labels: { en: 'Referrals completed', es: 'Derivaciones completadas' },
  universe: { en: 'referrals, or people referred', es: 'derivaciones, o personas derivadas' },
  within: { en: 'referrals whose end is known', es: 'derivaciones cuyo final se conoce' },
  formula: 'closed / sent, one row for each referral',
  source:
    'Wilson E.B. (1927), Probable inference, the law of succession, and statistical inference, JASA 22, with the effective sample size; closed-loop referral as in Agency for Healthcare Research and Quality, Closing the Loop.',
  method: ['proportions'],
  needs: [
    {
      id: 'reached',
      accepts: ['single', 'scale'],
      optional: false,
      labels: { en: 'Reached the service', es: 'Llegó al servicio' }
    },
    {
      id: 'referred',
      accepts: ['single', 'scale'],
      optional: true,
      labels: { en: 'Was referred', es: 'Fue derivada' }
    }
  ],
  compute: (context, home) => {
    const { responses, instance } = context;
    const reached = inputOf(instance.inputs, 'reached');
    const end = yesNoColumn(responses, reached, reached.variable);
    const referred = instance.inputs.referred && inputOf(instance.inputs, 'referred');
    const sent = referred && yesNoColumn(responses, referred, referred.variable);
    const classOf = end.map((mark, i) =>
      sent && sent[i] !== yes ? outside : mark === yes ? closed : mark === no ? open : outside
    );
    const grid = peopleGrid(context, classOf, 2);
    const base = [closed, open];
    return partsTable(home, context, { statistic: 'proportion', interval: 'wilson' }, [
      {
        key: 'closed',
        labels: home.labels,
        grid,
        base,
        share: [closed],
        interval: 'wilson',
        point: (cellsOf) => {
          const point = sharePoint(grid.tabulation, cellsOf([closed]), cellsOf(base));
          return typeof point === 'string' ? null : point;
        }
      }
    ]);
  },
  examples: [
    {
      title: 'of three people referred two reached the service',
      given: { sent: ['y', 'y', 'y', 'n'], came: ['y', 'n', 'y', 'y'] },
      inputs: {
        referred: { questionId: 'sent', variables: ['sent'], yes: ['y'], no: ['n'] },
        reached: { questionId: 'came', variables: ['came'], yes: ['y'], no: ['n'] }
      },
      expect: { value: 2 / 3, n: 3 }
    }
  ]
});
