/** The list of indicators, what feeds them, and the numbers and readings people bring in. */
export const inventory = {
  title: 'Indicators',
  lead: 'Everything Groundswell can measure about a community: groups, places and organizations (mezzo), and whole populations, systems and policies (macro).',
  all: 'All indicators',
  levels: {
    mezzo: 'Mezzo: organizations, groups, places',
    macro: 'Macro: populations, systems, policies'
  },
  find: 'Find',
  findHint: 'A word of its name, such as language or income',
  level: 'Level',
  state: 'Where it stands',
  anyLevel: 'Both levels',
  anyState: 'All',
  show: 'Show',
  states: { measured: 'Measured', mappable: 'Can be mapped', missing: 'Not yet' },
  shown: (n: string, all: string) => `${n} of ${all} indicators`,
  none: 'No indicator fits. Try another word or level.',
  code: 'Code',
  bring: 'Bring in numbers and readings',
  measures: (n: number, text: string) => (n === 1 ? '1 measure' : `${text} measures`),
  assessed: 'Read from records',
  look: 'Look at the proposal',
  map: 'Choose its questions',
  missing: {
    noSurvey: 'No survey has responses yet. Import one.',
    noQuestion: (input: string) =>
      `No question fits “${input}”. Ask it in the next survey, or import a survey that does.`,
    notMapped: (input: string) => `No question about “${input}” is mapped.`,
    unsure: 'A proposal waits for a person to look at it.',
    noBenchmark: (kind: string) => `No published number of this kind: ${kind}.`,
    reviews: 'No policy has been read yet. Add readings, clause by clause.',
    benchmarks: 'No table of community assets yet. Add how many there are in each place.',
    coalition: 'The coalition has fewer than two member organizations.'
  },
  facts: {
    what: 'What it measures',
    level: 'Level',
    unit: 'Unit',
    target: 'About',
    lever: 'Who can change it',
    direction: 'Direction',
    universe: 'Speaks for',
    within: 'Out of',
    feeds: 'Fed by',
    inputs: 'Questions it needs',
    published: 'Published numbers it needs',
    formula: 'Formula',
    source: 'Source',
    method: 'How it is computed',
    examples: 'Worked examples',
    optional: 'optional',
    measures: 'Measured here',
    nothing: 'None'
  },
  rule: 'Level rule',
  rules: {
    L1: 'L1: policies, budgets, service systems, whole jurisdictions, and gaps between groups across a jurisdiction are macro.',
    L2: 'L2: organizations, programs, coalitions and neighborhoods are mezzo.',
    L3: 'L3: people are shown only added up: a whole population is macro, a part of it is mezzo.',
    L4: 'L4: where a public body alone can change it, it is macro.'
  },
  exampleOf: (value: string, n: string) => `Result ${value} from ${n} answers.`,
  exampleRecord: (value: string) => `Result ${value}.`,
  units: {
    proportion: 'Share of people (percent)',
    number: 'Number',
    people: 'People',
    minutes: 'Minutes'
  } as Record<string, string>,
  analysis: {
    person: 'Person',
    household: 'Household',
    organization: 'Organization',
    program: 'Program',
    coalition: 'Coalition',
    neighborhood: 'Neighborhood',
    'service-system': 'Service system',
    policy: 'Policy',
    'budget-line': 'Budget line',
    jurisdiction: 'Jurisdiction'
  } as Record<string, string>,
  targets: {
    population: 'The whole population',
    groups: 'Groups of people',
    neighborhood: 'Neighborhoods',
    school: 'Schools',
    organization: 'Organizations',
    program: 'Programs',
    coalition: 'The coalition',
    'service-system': 'A system of services',
    policy: 'Policies',
    'budget-line': 'Budget lines',
    jurisdiction: 'The jurisdiction',
    'legislative-district': 'Legislative districts'
  } as Record<string, string>,
  levers: {
    'public-body': 'A public body: by law, rule or budget',
    organization: 'Organizations',
    community: 'A coalition or a neighborhood',
    none: 'Nobody in particular'
  } as Record<string, string>,
  directions: {
    'higher-is-better': 'Higher is better',
    'lower-is-better': 'Lower is better',
    neutral: 'Neither is better by itself'
  } as Record<string, string>,
  feeds: {
    'respondent-survey': 'A survey of people',
    'organization-survey': 'A survey of organizations',
    roster: 'A list of members or assets',
    benchmark: 'A published table',
    'network-ties': 'Ties in the coalition',
    'policy-review': 'A reading of policies'
  } as Record<string, string>,
  kinds: {
    population: 'People (population)',
    supply: 'Places in a program (supply)',
    budget: 'Dollars of a budget',
    enrolled: 'People enrolled',
    assets: 'Community assets, counted',
    'language-supply': 'Share of services in a language',
    share: 'A published share (benchmark)'
  } as Record<string, string>,
  words: {
    title: 'Mezzo and macro: whose words?',
    lead: 'The same words mean other things elsewhere. Here they are those of social work.',
    here: 'Here',
    others: ['Social work', 'CSBG and ROMA', 'Kaufman', 'Ecological model'],
    rows: [
      [
        'People, never shown one by one',
        'micro',
        'family level',
        'micro',
        'individual, interpersonal'
      ],
      ['Mezzo', 'mezzo', 'agency level, with neighborhoods', 'macro', 'organizational, community'],
      ['Macro', 'macro', 'community level', 'mega', 'policy, society']
    ],
    kaufman:
      'Kaufman calls an organization macro and society mega. Say which words you use when you read from both.'
  },
  inputs: {
    title: 'Numbers and readings',
    lead: 'What no survey can tell: published tables, budgets, places in programs, and what policies say. Every number keeps its source and date.',
    benchmarks: 'Published numbers',
    noBenchmarks: 'No published number yet.',
    reviews: 'Readings of policies',
    noReviews: 'No policy has been read yet.',
    addNumber: 'Add a number',
    addReading: 'Add a reading',
    paste: 'Paste a table',
    pasteNumbers: 'First line: kind, topic, place, value, moe, source, date, note.',
    pasteReviews: 'First line: policy, kind, clause, coder, score, document, date, note.',
    table: 'Table',
    kind: 'Kind',
    topic: 'Topic',
    topicHint: 'The need or question it belongs to; empty for all.',
    allTopics: 'All',
    place: 'Place',
    placeHint: 'Code of the neighborhood, district or language; empty for the whole.',
    value: 'Value',
    valueHint: 'A share as 38% or 0.38.',
    moe: 'Margin of error',
    moeHint: 'As the census prints it, for 90% confidence.',
    source: 'Source',
    date: 'Year or day',
    dateHint: '2024, 2020-2024 or 2026-01-31',
    note: 'Note',
    policy: 'Policy',
    clause: 'Clause or step',
    coder: 'Who read it',
    score: 'Score',
    scoreHint: 'A clause: 0 absent, 1 weak, 2 strong. A step: 0 not done, 1 done.',
    document: 'Document',
    reviewKinds: { strength: 'Clause of the text', step: 'Step carried out' } as Record<
      string,
      string
    >,
    add: 'Add',
    addAll: 'Add the table',
    remove: 'Remove',
    removeOf: (what: string) => `Remove ${what}`,
    saved: (n: number, text: string) => (n === 1 ? '1 row is kept.' : `${text} rows are kept.`),
    removed: 'The row is removed. What was frozen with it stays.',
    results: 'What the readings say',
    agreement: (kappa: string) => `Two readers agree beyond chance: kappa ${kappa}.`,
    noAgreement: 'Only one reader: nobody has checked the scores.',
    lowAgreement: 'Below .70: talk through the differences before you publish.',
    readings: (n: number, text: string) => (n === 1 ? '1 reading' : `${text} readings`),
    unknown: 'not known: the place has no published population'
  },
  add: {
    title: 'Add a measure',
    lead: 'Choose an indicator and its questions. You then check how each answer counts.',
    indicator: 'Indicator',
    choose: 'Choose',
    none: 'None',
    noFit: 'No question of this wave fits.',
    several: 'Choose one or more.',
    add: 'Add'
  },
  unsure: 'Unsure: check',
  unsureNote: 'This was found but is not plain. It is shown nowhere until you confirm it.',
  outside: 'Not counted',
  step: (n: string, isFirst: boolean) => (isFirst ? `${n} (low end)` : n),
  beside: (sources: string) => `beside ${sources}`,
  problems: {
    'inputs-none': () => 'The table has no rows. Paste it with its first line.',
    'inputs-too-many': ({ most }: Record<string, string | number>) =>
      `A table may have ${most} rows at once. Split it.`,
    'heading-missing': ({ heading }: Record<string, string | number>) =>
      `The first line has no “${heading}”. Add that column.`,
    'kind-unknown': ({ value }: Record<string, string | number>) =>
      `“${value}” is no kind of number. Choose one of the list.`,
    'number-unreadable': ({ value }: Record<string, string | number>) =>
      `“${value}” is not a number. Write it in digits.`,
    'number-negative': () => 'The number is below zero. Check it.',
    'share-out-of-range': ({ value }: Record<string, string | number>) =>
      `“${value}” is no share. Write 38% or 0.38.`,
    'moe-unreadable': ({ value }: Record<string, string | number>) =>
      `“${value}” is no margin of error. Leave it empty if there is none.`,
    'source-missing': () => 'Say where the number is from.',
    'date-missing': () => 'Say which year or day it speaks of.',
    'date-unreadable': ({ value }: Record<string, string | number>) =>
      `“${value}” is no year or day. Write 2024, 2020-2024 or 2026-01-31.`,
    'policy-missing': () => 'Name the policy.',
    'clause-missing': () => 'Name the clause or step.',
    'coder-missing': () => 'Say who read it.',
    'document-missing': () => 'Name the document it was read in.',
    'score-unreadable': ({ highest }: Record<string, string | number>) =>
      `The score is a whole number from 0 to ${highest}.`,
    'no-such-row': () => 'That row is not there any more.',
    'no-such-indicator': () => 'There is no such indicator.'
  } as Record<string, (params: Record<string, string | number>) => string>,
  atLine: (line: string, sentence: string) => `Line ${line}: ${sentence}`,
  otherProblem: 'This could not be done. Check what you typed.'
};
