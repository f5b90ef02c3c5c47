import { assessPolicies } from '../policy-assessment';
import { defineRecordIndicator } from '../records';

/** A12. Whether a policy says what it should, clause by clause: 0 absent, 1 weak, 2 strong. */
export const policyStrength = defineRecordIndicator({
  id: 'policy-strength',
  code: 'A12',
  level: 'macro',
  unitOfAnalysis: 'policy',
  claim: 'domain',
  target: 'policy',
  lever: 'public-body',
  feeds: ['policy-review'],
  unit: 'proportion',
  direction: 'higher-is-better',
  decimals: 0,
  labels: { en: 'Strength of a policy', es: 'Fortaleza de una política' },
  universe: { en: 'the policies reviewed', es: 'las políticas revisadas' },
  within: { en: 'the clauses of the rubric', es: 'las cláusulas de la rúbrica' },
  formula:
    'sum of clause scores (mean of the coders) / (2 x clauses); kappa = (po - pe) / (1 - pe)',
  source:
    'Schwartz M.B. et al. (2009), A comprehensive coding system to measure the quality of school wellness policies, Journal of the American Dietetic Association 109: 0, 1, 2 per clause. Cohen J. (1960), Educational and Psychological Measurement 20, for kappa.',
  method: ['indicators'],
  records: ['reviews'],
  assess: ({ reviews }) => assessPolicies(reviews, 'strength'),
  examples: [
    {
      title: 'two coders, two clauses: 2 and 1, 1 and 0, of four points two',
      given: {
        reviews: (
          [
            ['A', 'fund', 2],
            ['A', 'deadline', 1],
            ['B', 'fund', 1],
            ['B', 'deadline', 0]
          ] as const
        ).map(([coder, clause, score]) => ({
          policy: 'Rent relief',
          kind: 'strength' as const,
          clause,
          coder,
          score,
          document: 'Ordinance 12',
          date: '2026-01-05'
        }))
      },
      part: 'Rent relief',
      expect: { value: 0.5 }
    }
  ]
});
