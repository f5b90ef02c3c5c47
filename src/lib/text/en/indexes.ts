import type { Aggregation } from '$lib/composite/definition';
import type { ChoiceId } from '$lib/composite/robustness';
import type { NoModelReason } from '$lib/small-areas/fay-herriot';

/** The words of composite indexes: making, weighing, results by area. */
export const indexes = {
  title: 'Indexes',
  subtitle:
    'One number for each area, made of several measures. 0 is the least need, 100 the greatest.',
  areasNotPeople:
    'An index speaks of areas, not people. It says nothing about anyone who lives there.',
  make: 'Make an index',
  makeText:
    'Choose two measures or more. The goalposts are the shares that score 0 and 100; they stay with this version, so that surveys can be compared.',
  name: 'Name',
  nameHint: 'Such as "Housing need by neighborhood".',
  measures: 'Measures',
  use: 'Use',
  measure: 'Measure',
  low: 'Low goalpost, percent',
  high: 'High goalpost, percent',
  more: 'More means',
  directions: { 'lower-is-better': 'more need', 'higher-is-better': 'less need' },
  aggregation: 'How to put them together',
  aggregations: {
    arithmetic: 'Arithmetic mean: a good score makes up for a bad one',
    geometric: 'Geometric mean: a good score makes up for less'
  } satisfies Record<Aggregation, string>,
  aggregationShort: { arithmetic: 'arithmetic mean', geometric: 'geometric mean' } satisfies Record<
    Aggregation,
    string
  >,
  note: 'What is this version for?',
  noteHint: 'What changed against the version before, and why.',
  save: 'Save this version',
  empty: {
    title: 'No index yet',
    text: 'An index joins several measures into one number for each area, with weights your coalition sets.'
  },
  cannot: {
    title: 'No index can be made yet',
    text: 'An index needs a survey with areas, such as neighborhoods, and two measures or more.'
  },
  version: (number: number) => `Version ${number}`,
  versions: 'Versions',
  newVersion: 'New version',
  newVersionText:
    'A new version starts from the newest one. Earlier versions and their results stay as they are.',
  settled: (day: string) => `Weights settled on ${day}`,
  settledShort: 'Settled',
  open: 'Weights still open',
  openNote: 'The weights are still open, so the numbers below may change.',
  weights: 'Weights',
  weightsText: (count: number) =>
    count === 0
      ? 'No organization has given points yet, so all measures weigh the same.'
      : count === 1
        ? 'The points of 1 organization.'
        : `The mean of the points of ${count} organizations. Each counts the same.`,
  give: 'Give your 100 points',
  giveText: (organization: string) =>
    `Divide 100 points for ${organization}. They replace what it gave before.`,
  points: 'Points',
  spread: (least: string, most: string) => `${least} to ${most} points`,
  saved: 'The points are saved.',
  settle: 'Settle the weights',
  settleText: 'After this the weights of this version cannot change. A change is a new version.',
  weight: 'Weight',
  effective: 'Effective weight',
  effectiveNote:
    'The effective weight is how much a measure really moves the index here: a measure that hardly varies moves little.',
  readMethod: 'Read how an index is made',
  goalposts: 'Goalposts',
  goalpostRange: (low: string, high: string) => `${low} to ${high}`,
  resultIn: (wave: string) => `By area, ${wave}`,
  noWave: 'No survey measures everything in this version by area.',
  area: 'Area',
  index: 'Index',
  range: '95% range',
  likelyRank: 'Likely rank',
  drawRank: 'Rank if made otherwise',
  drawRankHint: 'Nine of ten draws',
  otherRank: (aggregation: string) => `Rank by ${aggregation}`,
  firstShare: 'In the first three',
  withoutTitle: 'Areas without an index',
  withoutText: 'An area has an index only where all its measures may be shown.',
  tooFew: 'Fewer than three areas may be shown, so nothing is said about their order.',
  robustness: 'How firm the ranks are',
  robustnessText: (draws: string, shift: string) =>
    `Over ${draws} other ways to make it, an area moves ${shift} places on average.`,
  robustnessNote:
    'Each way draws the weights around those of the coalition, the scale, the mean, and the numbers within their ranges.',
  sensitivity: 'What moves the ranks',
  choice: 'Choice',
  alone: 'Alone',
  withOthers: 'With the others',
  choices: {
    weights: 'Weights',
    normalization: 'Scale of the measures',
    aggregation: 'Kind of mean',
    values: 'Sampling error'
  } satisfies Record<ChoiceId, string>,
  nothingMoves: 'Nothing moves them.',
  finding: (area: string, rank: string) =>
    `${area} stands ${rank} for need when only the sampling error counts.`,
  modelled: 'Each measure by area, modelled',
  modelledText:
    'Marked [e]: a model draws each area toward the average of all areas, the more so the fewer its answers. It is not what the survey found in that area.',
  modelledHidden:
    'An area hidden for privacy, or with fewer than 30 answers, takes no part and gets no number. One that is only too imprecise does.',
  benchmarked: (factor: string) =>
    `All modelled numbers are multiplied by ${factor}, so that together they match what the survey found in these areas.`,
  chooseMeasure: 'Measure',
  show: 'Show',
  direct: 'From the survey',
  model: 'Modelled',
  ownWeight: 'Weight of its own answers',
  remark: 'Note',
  mostlyAverage: 'mostly the average of all areas',
  noModel: {
    'too-few-areas': 'Fewer than eight areas can be used, too few for a model.',
    'variance-not-positive': 'All areas answered alike, so there is nothing to model.',
    'covariate-missing': 'A known number is missing for some areas.',
    'covariate-constant': 'The known number is the same in all areas.'
  } satisfies Record<NoModelReason, string>,
  boundariesTitle: 'Do the boundaries matter?',
  boundaries: (zones: string, ways: string, correlation: string, depends: boolean) =>
    `Joined into ${zones} zones of neighbors in ${ways} ways, the areas keep their order with a correlation of ${correlation}. ${
      depends ? 'The order depends on boundaries.' : 'The order holds.'
    }`,
  noBoundaries: 'Too few areas with outlines are shown to try other boundaries.',
  problems: {
    'index-name-missing': 'Enter a name.',
    'index-name-taken': 'There is an index with this name. Choose another.',
    'index-too-few': 'Choose two measures or more.',
    'index-measure-twice': 'A measure is in the list twice.',
    'index-measure-unknown': 'No survey has this measure by area any more.',
    'goalposts-unreadable': 'Enter goalposts from 0 to 100 percent.',
    'goalposts-order': 'The high goalpost must be above the low one.',
    'direction-missing': 'Say whether more means more need or less need.',
    'points-unreadable': 'Enter 0 or more points.',
    'weights-settled': 'The weights of this version are settled. Make a new version.',
    'not-here': 'This is no longer here.',
    'index-wave-lacks': 'This survey does not measure everything in this version by area.'
  },
  pointsSum: (total: string) => `The points add up to ${total}. They must add up to 100.`,
  back: 'All indexes'
};
