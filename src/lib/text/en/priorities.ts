import type { PartId } from '$lib/priorities/definition';
import type { Crosshair } from '$lib/priorities/ipa';
import type { MissingCode } from '$lib/priorities/refuse';
import type { PearlAnswer, PearlCriterion } from '$lib/priorities/rating';
import type { Severity } from '$lib/priorities/severity';

/** The words of priority methods side by side, of the rating form and of what methods lack. */
export const priorities = {
  title: 'Priorities',
  subtitle:
    'Several ways to put needs in order, side by side. Where they agree, the order is firmer.',
  tabs: { label: 'Needs', needs: 'Needs', priorities: 'Priorities', indexes: 'Indexes' },
  families: { need: 'Needs of households', service: 'Services people rate' },
  agreement: 'Where the methods agree',
  allTop: (names: string, methods: number) =>
    methods === 2
      ? `Both methods put ${names} among the top three.`
      : `All ${methods} methods put ${names} among the top three.`,
  surelyTop: (names: string) => `For ${names} this holds over the whole range of likely ranks.`,
  noTop: 'No item is among the top three under every method.',
  oneMethod: 'Only one method can rank these so far, so there is nothing to compare.',
  noScores: 'No method can rank these yet.',
  differ: 'Where they differ, and why',
  noDiffer: 'No two methods put an item so far apart that their likely ranks do not meet.',
  dispute: (name: string, high: string, highRank: string, low: string, lowRank: string) =>
    `${name}: ${highRank} by ${high}, ${lowRank} by ${low}.`,
  lifts: (part: string, rank: string) => `What lifts it: ${part} (${rank}).`,
  holds: (part: string, rank: string) => `What holds it down: ${part} (${rank}).`,
  parts: {
    size: 'how many people have it',
    importance: 'how important people find it',
    dissatisfaction: 'how few are satisfied',
    gap: 'how many rate it below its importance',
    seriousness: 'how serious raters find it',
    effectiveness: 'how much raters think can be done',
    overlap: 'how often it comes with other needs',
    acute: 'how many got no help at all'
  } satisfies Record<PartId, string>,
  sideBySide: 'Ranks and scores by method',
  item: { need: 'Need', service: 'Service' },
  scoreRange: (score: string, range: string) => `${score}, range ${range}`,
  rankAmong: (range: string, of: number) => `${range} of ${of}`,
  notRated: 'Not rated yet',
  gateClosed: (gates: string) => `Not now: ${gates}`,
  alike: 'How alike the methods order them',
  alikeNote:
    'Kendall counts pairs in the same order; Spearman compares ranks. 1 is the same order, 0 none, −1 the opposite.',
  firstMethod: 'Method',
  secondMethod: 'And',
  items: 'Items',
  kendall: 'Kendall',
  spearman: 'Spearman',
  tooFew: 'too few',
  likely: 'Likely ranks by one method',
  show: 'Show',
  rankOf: (method: string) => `Likely ranks: ${method}`,
  rankBase: 'rank over 1,000 draws; the range holds nine of ten draws; 1 is the first priority',
  rankKey: 'middle rank, and the ranks of nine of ten draws',
  rankColumn: 'Middle rank',
  rankRangeColumn: 'Ranks in nine of ten draws',
  rankSource: 'Ranks: 1,000 draws of all scores together.',
  rankSpeech: (name: string, rank: string, of: string) => `${name}: ${rank}, ${of}`,
  rankFinding: (name: string, rank: string) => `${name} stands ${rank} in nine of ten draws.`,
  rankAlt: (count: string, method: string) =>
    `Dots with ranges: likely ranks of ${count} items by ${method}.`,
  how: 'How each method works',
  readMethods: 'Read about the methods',
  formula: 'Formula',
  source: 'Source',
  bandsFrom: (name: string, from: string) => `${name}: from ${from}`,
  kept: (percent: string) =>
    `It needs every answer: ${percent} of the weight of those who answered any is kept.`,
  lacking: {
    'priority-no-needs': 'No needs are mapped in this wave.',
    'priority-no-services': 'No questions on importance and satisfaction are mapped in this wave.',
    'priority-no-numbers':
      'It needs importance and satisfaction rated in numbers on one scale, such as 1 to 5.',
    'priority-no-ratings': 'Nobody has rated the needs yet.',
    'priority-no-levels': 'It needs answers that tell some help from no help at all.'
  } satisfies Record<MissingCode, string>,
  cannot: (method: string, why: string) => `${method}: ${why}`,
  quadrants: 'Importance and performance',
  quadrantsNote:
    'Each service by its importance and its mean satisfaction. It is undetermined where its 95% region crosses a line.',
  stated: 'By what people say matters',
  statedNote: 'Stated importance: the mean of how important people call the service.',
  derived: 'By what goes with satisfaction overall',
  derivedNote: (question: string) =>
    `Derived importance: how strongly satisfaction with the service goes with the answer to “${question}”, from 0 to 1.`,
  disagree:
    'The two kinds of importance disagree in practice. What people say matters need not be what goes with how satisfied they are, and neither shows a cause. Look at both.',
  elsewhere: (count: string, all: string) =>
    `Here the nearest quadrant differs for ${count} of ${all} services.`,
  axisDerived: 'Derived importance, higher to the right',
  crosshair: 'Lines stand at',
  crosshairs: {
    means: 'the means of all services',
    medians: 'the medians of all services',
    midpoint: 'the middle of the scale',
    target: 'a target'
  } satisfies Record<Crosshair, string>,
  targetImportance: 'Target for importance',
  targetPerformance: 'Target for performance',
  importance: 'Importance',
  performance: 'Performance',
  quadrant: 'Quadrant',
  plotAlt: (count: number) =>
    `${count} services by importance and performance, in four quadrants. The table below has every number.`,
  plotKey:
    'Each dot is a service, with its number in the table and its 95% region. A hollow dot is undetermined.',
  axisImportance: 'Importance, higher to the right',
  axisPerformance: 'Performance, higher up',
  undetermined: (quadrant: string) => `Undetermined (nearest: ${quadrant})`,
  linesAt: (importance: string, performance: string) =>
    `Lines at importance ${importance} and performance ${performance}.`,
  noLines: 'Enter both targets to place the services.',
  severity: 'Combined severity and people in need',
  severityNote:
    'Each household counts at its most severe need: 1 no need, 2 met, 3 met in part, 4 not met at all. In need from 3, acute from 4. The cut-offs are choices.',
  orWorse: (level: Severity, label: string, isWorst: boolean) =>
    `${label} (severity ${level}${isWorst ? '' : ' or worse'})`,
  severityLevel: 'Severity',
  share: 'Share',
  range: '95% range',
  people: 'People',
  answers: 'Answers',
  phase: (level: Severity, next: Severity | null, isUnsure: boolean) =>
    `Phase ${level}${next === null ? '' : ` (${next} not excluded)`}${isUnsure ? ', not sure' : ''}.`,
  phaseNote: 'The phase is the highest severity that at least a fifth of households reach.',
  rate: 'Rate the needs',
  rateTitle: 'Rate the needs',
  rateText:
    'Your ratings join the sizes from the survey in the Hanlon rating. Everybody rates alone; the median counts.',
  raters: (count: number) =>
    count === 0 ? 'No raters yet' : count === 1 ? '1 rater' : `${count} raters`,
  rated: 'Your rating is saved.',
  seriousness: 'Seriousness',
  seriousnessHint: '0 to 20. Think of urgency, harm, and cost to the community.',
  effectiveness: 'What can be done',
  effectivenessHint: '0 to 10. How much would the best known action change?',
  pearl: 'Gates',
  pearlText:
    'A need with a closed gate is listed under "not now". A gate closes when more raters say no than yes.',
  criteria: {
    propriety: 'Is it ours to act on?',
    economics: 'Does acting make economic sense?',
    acceptability: 'Will the community accept it?',
    resources: 'Can the means be found?',
    legality: 'Does the law allow it?'
  } satisfies Record<PearlCriterion, string>,
  gateNames: {
    propriety: 'not ours to act on',
    economics: 'no economic sense',
    acceptability: 'not accepted',
    resources: 'no means',
    legality: 'not allowed by law'
  } satisfies Record<PearlCriterion, string>,
  pearlAnswers: { yes: 'Yes', no: 'No', unknown: 'Not known' } satisfies Record<
    PearlAnswer,
    string
  >,
  reason: 'Reason',
  reasonHint: 'Needed when a gate is closed.',
  reasons: 'Reasons given',
  reasonBy: (organization: string, reason: string) => `${organization}: ${reason}`,
  median: 'Median',
  middleHalf: 'Middle half',
  disputed: 'Raters differ widely',
  gates: 'Gates',
  allOpen: 'No gate is closed',
  yourRating: 'Your rating',
  notYet: 'Not yet',
  rateOne: 'Rate',
  rateThis: (need: string) => `Rate: ${need}`,
  change: 'Change',
  saveRating: 'Save rating',
  problems: {
    'rating-out-of-range': (most: number) => `Enter a number from 0 to ${most}.`,
    'gate-answer-unknown': 'Choose one of the answers.',
    'reason-missing': 'Say why a gate is closed.',
    'rater-unknown': 'Sign in to rate.',
    'not-here': 'This need is not in the survey any more. Open the list again.'
  },
  empty: {
    title: 'Nothing to put in order yet',
    text: 'Import a survey and map its needs or services. The methods then show here side by side.'
  }
};
