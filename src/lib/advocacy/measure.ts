/** Kinds of measure, exactly as the Open States schemas write them. */
export const measureClassifications = [
  'bill',
  'resolution',
  'concurrent resolution',
  'joint resolution',
  'memorial',
  'commemoration',
  'concurrent memorial',
  'joint memorial',
  'proposed bill',
  'proclamation',
  'nomination',
  'contract',
  'claim',
  'appointment',
  'constitutional amendment',
  'petition',
  'order',
  'concurrent order',
  'appropriation',
  'ordinance',
  'motion',
  'study request',
  'concurrent study request',
  'bill of address'
] as const;
export type MeasureClassification = (typeof measureClassifications)[number];

/** The way a measure takes, by pipeline, in order; then the ways it can stop. */
export const stagesByPipeline = {
  bicameral: [
    'drafted',
    'prefiled',
    'introduced',
    'in-committee-1',
    'reported-1',
    'floor-1',
    'passed-1',
    'in-committee-2',
    'reported-2',
    'floor-2',
    'passed-2',
    'concurrence',
    'enrolled',
    'to-executive',
    'signed',
    'enacted',
    'effective'
  ],
  unicameral: [
    'drafted',
    'prefiled',
    'introduced',
    'in-committee-1',
    'reported-1',
    'floor-1',
    'passed-1',
    'enrolled',
    'to-executive',
    'signed',
    'enacted',
    'effective'
  ],
  council: [
    'drafted',
    'introduced',
    'referred',
    'hearing-noticed',
    'hearing-held',
    'reported',
    'second-reading',
    'adopted',
    'to-executive',
    'signed',
    'returned-unsigned',
    'enacted',
    'effective'
  ],
  rulemaking: [
    'petition',
    'pre-notice',
    'proposed',
    'comment-open',
    'comment-closed',
    'final',
    'effective',
    'challenged'
  ],
  budget: ['request', 'executive-proposal', 'hearings', 'markup', 'adopted', 'allotted', 'amended'],
  'admin-policy': ['proposed', 'consultation', 'board-hearing', 'adopted', 'in-force', 'reviewed'],
  'ballot-measure': [
    'drafted',
    'title-issued',
    'circulating',
    'submitted',
    'verified',
    'qualified',
    'election',
    'certified',
    'effective'
  ]
} as const;
export type Pipeline = keyof typeof stagesByPipeline;

export const pipelines = [
  'bicameral',
  'unicameral',
  'council',
  'rulemaking',
  'budget',
  'admin-policy',
  'ballot-measure'
] as const satisfies readonly Pipeline[];

/** Ways to stop, in every pipeline. */
export const terminalStages = [
  'failed-committee',
  'failed',
  'withdrawn',
  'vetoed',
  'veto-sustained',
  'shelved',
  'lapsed'
] as const;

export type Stage = (typeof stagesByPipeline)[Pipeline][number] | (typeof terminalStages)[number];

/** Stages a measure of this pipeline can stand at. */
export const stagesOf = (pipeline: Pipeline): readonly Stage[] => [
  ...stagesByPipeline[pipeline],
  ...terminalStages
];

export const isStageOf = (pipeline: Pipeline, stage: string): stage is Stage =>
  (stagesOf(pipeline) as readonly string[]).includes(stage);

export const isTerminalStage = (stage: string): boolean =>
  (terminalStages as readonly string[]).includes(stage);

export const positions = [
  'undecided',
  'watch',
  'support',
  'strong-support',
  'support-if-amended',
  'neutral',
  'oppose-unless-amended',
  'oppose',
  'strong-oppose'
] as const;
export type Position = (typeof positions)[number];

/** What happened to a measure: the action classifications of the Open States schemas. */
export const actionClassifications = [
  'filing',
  'introduction',
  'enrolled',
  'reading-1',
  'reading-2',
  'reading-3',
  'passage',
  'informal-passage',
  'failure',
  'withdrawal',
  'substitution',
  'amendment-introduction',
  'amendment-passage',
  'amendment-withdrawal',
  'amendment-failure',
  'amendment-amendment',
  'amendment-deferral',
  'committee-passage',
  'committee-passage-favorable',
  'committee-passage-unfavorable',
  'committee-failure',
  'executive-receipt',
  'executive-signature',
  'executive-veto',
  'executive-veto-line-item',
  'became-law',
  'veto-override-passage',
  'veto-override-failure',
  'deferral',
  'receipt',
  'referral',
  'referral-committee',
  'hearing-held',
  'work-session',
  'sponsorship',
  'carried-over',
  'reported-out-of-committee',
  'concurrence'
] as const;

/** Our own classifications, beside the standard ones and never mixed into them on export. */
export const ownActionClassifications = [
  'x-cna:hearing-scheduled',
  'x-cna:hearing-rescheduled',
  'x-cna:hearing-cancelled',
  'x-cna:public-comment-opened',
  'x-cna:public-comment-closed',
  'x-cna:testimony-received',
  'x-cna:shelved',
  'x-cna:returned-unsigned',
  'x-cna:effective',
  'x-cna:sunset',
  'x-cna:repealed',
  'x-cna:rule-proposed',
  'x-cna:rule-final'
] as const;

export const allActionClassifications = [
  ...actionClassifications,
  ...ownActionClassifications
] as const;
export type ActionClassification = (typeof allActionClassifications)[number];

/**
 * The way to show for a measure: its pipeline's stages, of which two exclude each other (an executive
 * signs an ordinance or returns it unsigned).
 */
export function stageTrack(pipeline: Pipeline, stage: string): readonly Stage[] {
  const skipped = stage === 'returned-unsigned' ? 'signed' : 'returned-unsigned';
  return stagesByPipeline[pipeline].filter((each: Stage) => each !== skipped);
}
