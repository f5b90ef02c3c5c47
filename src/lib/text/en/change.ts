type Params = Record<string, string | number | boolean>;

const points = (n: string): string => (n === '1' ? '1 point' : `${n} points`);

/** Change over waves, and published figures beside the survey. */
export const change = {
  title: 'Change over time',
  lead: 'One measure, wave by wave. A change is told only where a test supports it.',
  survey: 'Survey',
  measure: 'Measure',
  part: 'Part',
  waves: 'Waves',
  margin: 'A change smaller than this would not matter',
  marginHint: 'In points for shares, otherwise in the unit of the measure.',
  planned: 'Answers planned for the next wave',
  plannedHint: 'To see what that wave could tell.',
  showAction: 'Show',
  method: 'How change is worked out',
  oneWave: 'There is one wave so far. Import the next one to see change.',
  noMeasure: {
    title: 'Nothing to follow yet',
    text: 'Import a survey and tie its questions to measures. With the next wave, change shows here.'
  },
  inWave: (value: string, wave: string) => `${value} in ${wave}`,
  steps: 'From wave to wave',
  between: (earlier: string, later: string) => `${earlier} to ${later}`,
  by: (signed: string, range: string) => `The change is ${signed} points (${range}).`,
  byNumber: (signed: string, range: string) => `The change is ${signed} (${range}).`,
  shared: 'These waves visited the same places, which the range takes into account.',
  within: (margin: string) => `Any change was smaller than ${points(margin)}.`,
  withinNumber: (margin: string) => `Any change was smaller than ${margin}.`,
  seen: (size: string) => `This survey could have seen a change of ${points(size)}.`,
  seenNumber: (size: string) => `This survey could have seen a change of ${size}.`,
  seenMeans: 'A change of that size would be found four times in five.',
  hidden: 'One of the two numbers is not shown, so nothing is said about a change.',
  amongThose: (from: string, to: string, earlier: string, later: string) =>
    `Among those who answered it was ${from} in ${earlier} and ${to} in ${later}. They may be different people each time.`,
  notCompared: 'Do not compare these two waves.',
  trend: 'Over all waves',
  trendWaves: (n: string) => `The last ${n} waves were asked alike.`,
  rose: {
    year: (by: string, range: string) => `It rose by ${points(by)} a year (${range}).`,
    wave: (by: string, range: string) => `It rose by ${points(by)} from wave to wave (${range}).`
  },
  fell: {
    year: (by: string, range: string) => `It fell by ${points(by)} a year (${range}).`,
    wave: (by: string, range: string) => `It fell by ${points(by)} from wave to wave (${range}).`
  },
  roseNumber: {
    year: (by: string, range: string) => `It rose by ${by} a year (${range}).`,
    wave: (by: string, range: string) => `It rose by ${by} from wave to wave (${range}).`
  },
  fellNumber: {
    year: (by: string, range: string) => `It fell by ${by} a year (${range}).`,
    wave: (by: string, range: string) => `It fell by ${by} from wave to wave (${range}).`
  },
  noTrend: 'The waves cannot tell if it rises or falls.',
  plan: 'The next wave',
  plannedSees: (answers: string, wave: string, size: string) =>
    `With ${answers} answers, the next wave could see a change of ${points(size)} from ${wave}.`,
  plannedNeeds: (answers: string, wave: string, size: string) =>
    `To see a change of ${points(size)} from ${wave}, it needs about ${answers} answers.`,
  plannedCannot: (wave: string, size: string) =>
    `${wave} has too few answers for any next wave to show a change of ${points(size)}.`,
  plannedNot: 'This can be planned for a share that is shown.',
  published: {
    title: 'Compare with a published figure',
    lead: 'For example from the American Community Survey, with its margin of error.',
    estimate: 'Published estimate',
    estimateHint: 'In percent for shares.',
    error: 'Its margin of error or standard error',
    errorIs: 'That number is',
    kinds: { margin: 'a margin of error', se: 'a standard error' },
    level: 'Level of the margin of error',
    levels: { 90: '90%', 95: '95%', 99: '99%' } as Record<number, string>,
    source: 'Source',
    sourceHint: 'Who published it, and where.',
    year: 'Year or period',
    same: 'It speaks of the same people in the same place as the survey',
    rho: 'Correlation with the survey',
    rhoHint: 'Between −1 and 1. Leave empty for 0.',
    second: 'Or compare it with a second published figure',
    estimate2: 'Second estimate',
    error2: 'Its error, of the same kind',
    year2: 'Its year or period',
    period: 'Years in a period',
    periodHint: '5 for five-year estimates.',
    shared: 'Years both periods have',
    action: 'Compare',
    wave: (wave: string) => `This survey, ${wave}`,
    figure: (source: string, year: string) => (year === '' ? source : `${source}, ${year}`),
    line: (name: string, value: string, range: string) => `${name}: ${value} (${range}).`,
    lineAlone: (name: string, value: string) => `${name}: ${value}.`,
    above: (by: string, range: string) =>
      `The survey is ${points(by)} above the published figure (${range}).`,
    below: (by: string, range: string) =>
      `The survey is ${points(by)} below the published figure (${range}).`,
    aboveNumber: (by: string, range: string) =>
      `The survey is ${by} above the published figure (${range}).`,
    belowNumber: (by: string, range: string) =>
      `The survey is ${by} below the published figure (${range}).`,
    cannotTell: 'The two cannot be told apart.',
    otherPeople:
      'They speak of other people or another place. They stand side by side, and no number is made from both.',
    notDrawn:
      'Nobody was drawn for this survey, so nothing is worked out between the two. They stand side by side.',
    hidden: 'The number of the survey is not shown, so it is not compared.',
    higher: (a: string, b: string, by: string, range: string) =>
      `${a} is ${by} above ${b} (${range}).`,
    pointsBy: points,
    same2: (a: string, b: string) => `${a} and ${b} cannot be told apart.`,
    tested: (level: string) => `Tested at ${level}.`
  },
  issues: {
    'number-unreadable': () => 'This is not a number. Use digits, such as 3.2.',
    'number-out-of-range': ({ low, high }: Params) =>
      high === '' ? `Use ${low} or more.` : `Use a number from ${low} to ${high}.`,
    'published-incomplete': () => 'A published figure needs its estimate and its error.',
    'source-missing': () => 'Say who published it.',
    'no-such-measure': () => 'One of these waves does not have this measure.',
    'sample-type-missing': () => 'Say first how people were chosen, on the page of the survey.'
  } as Record<string, (params: Params) => string>
};
