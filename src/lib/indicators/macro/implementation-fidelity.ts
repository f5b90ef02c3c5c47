import { assessPolicies } from '../policy-assessment';
import { defineRecordIndicator } from '../records';

/** A13. Steps a policy requires that were taken. */
export const implementationFidelity = defineRecordIndicator({
  id: 'implementation-fidelity',
  code: 'A13',
  level: 'macro',
  unitOfAnalysis: 'policy',
  claim: 'domain',
  target: 'policy',
  lever: 'public-body',
  feeds: ['policy-review'],
  unit: 'proportion',
  direction: 'higher-is-better',
  decimals: 0,
  labels: { en: 'Policy carried out', es: 'Política puesta en práctica' },
  universe: { en: 'the policies reviewed', es: 'las políticas revisadas' },
  within: { en: 'the steps the policy requires', es: 'los pasos que exige la política' },
  formula: 'steps done / steps required',
  source:
    'Carroll C. et al. (2007), A conceptual framework for implementation fidelity, Implementation Science 2: adherence to content.',
  method: ['indicators'],
  records: ['reviews'],
  assess: ({ reviews }) => assessPolicies(reviews, 'step'),
  examples: [
    {
      title: 'two of three steps were taken',
      given: {
        reviews: [1, 1, 0].map((score, i) => ({
          policy: 'Rent relief',
          kind: 'step' as const,
          clause: `step ${i + 1}`,
          coder: 'A',
          score,
          document: 'Progress report',
          date: '2026-03-01'
        }))
      },
      part: 'Rent relief',
      expect: { value: 2 / 3 }
    }
  ]
});
