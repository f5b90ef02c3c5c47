export const weighting = {
  link: 'Weights',
  title: (wave: string) => `Weights: ${wave}`,
  lead: 'Make the answers look like the people they stand for, and see what it costs.',
  inUse: 'In use now',
  usesMade: (when: string) => `Weights made here on ${when}.`,
  usesFile: (variable: string) => `The weights of the file: ${variable}.`,
  usesNone: 'None: every answer counts the same.',
  usesBroken:
    'The weights in use do not fit these answers. Make them again, or use those of the file.',
  make: 'Make weights',
  method: 'How',
  methods: {
    rake: 'Raking: several tables of known totals',
    poststratify: 'Post-stratification: one table of known totals',
    casper: 'CASPER: homes over interviews, by cluster'
  },
  methodHint:
    'Raking is the usual choice. CASPER weights need no totals of people, only the count of homes.',
  base: 'Start from',
  baseNone: 'Equal weights',
  baseCasper: 'CASPER weights (fill in below)',
  baseHint: 'The weight each answer got when the sample was drawn, if it has one.',
  margins: 'Known totals',
  marginsHint:
    'One line a group: question, answer, people. For example "tenure,rent,90000". Shares such as 52% work too. A table for each question, with blank lines between, works as well.',
  marginsFile: 'Or a CSV file of them',
  marginsFileHint: 'What is in the file takes the place of the text.',
  boxes: 'Or fill in boxes',
  boxesLead: 'Choose questions to get a box for each of their answers.',
  showBoxes: 'Show the boxes',
  targetOf: (question: string, answer: string) => `${question}: ${answer}`,
  answered: (n: string) => `${n} answered this`,
  total: 'People in all',
  totalHint:
    'Needed when tables add up to different numbers, or when you give shares. Empty: as the tables say.',
  keepUnknown: 'Keep answers with a blank as a group of their own',
  keepUnknownHint:
    'They hold the share of the weight they have now. Without it blanks are refused.',
  trim: 'Heaviest weights',
  trims: {
    none: 'Leave them as they are',
    usual: 'Cut at the usual limit (median plus six times the middle range)',
    ratio: 'Cut at multiples of the mean weight'
  },
  lower: 'At least, times the mean',
  upper: 'At most, times the mean',
  casper: 'CASPER',
  cluster: 'Column of the cluster',
  noCluster: 'Choose a column',
  households: 'Homes in the whole area',
  clusters: 'Clusters chosen',
  clustersHint: 'Also those where nobody was met. Usually 30.',
  makeAction: 'Make weights',
  made: 'The weights are made. Nothing uses them yet: look at them first.',
  nowUsed: 'Every figure of this wave uses these weights from now on.',
  nowDropped: 'Every figure of this wave uses the weights of the file again.',
  report: 'What came out',
  reportOf: (when: string) => `Made on ${when}`,
  converged: (rounds: string) =>
    rounds === '1'
      ? 'Every target is met, after one round.'
      : `Every target is met, after ${rounds} rounds.`,
  cut: (times: string, answers: string, most: string) =>
    `${answers} weights were cut to at most ${most}, and the targets met again (${times} times).`,
  notCut: (most: string) => `No weight is above the limit of ${most}.`,
  stands: (n: string, people: string) => `${n} answers stand for ${people} people.`,
  effect: (deff: string, n: string, effective: string) =>
    `Design effect ${deff}: ${n} answers are worth as much as ${effective} equal ones.`,
  effectMeans: {
    low: 'That is little. Ranges get hardly wider.',
    medium: 'That is usual. Ranges get a bit wider.',
    high: 'That is a lot. Merge small groups or cut the heaviest weights.'
  },
  effectBefore: (deff: string) => `Before it was ${deff}.`,
  range: (min: string, median: string, max: string) =>
    `The lightest answer stands for ${min} people, the middle one for ${median}, the heaviest for ${max}.`,
  spread: (cv: string) => `The weights differ by ${cv} of their mean.`,
  fit: (question: string) => `Fit: ${question}`,
  fitColumns: {
    group: 'Group',
    answers: 'Answers',
    target: 'Target',
    before: 'Before',
    after: 'After'
  },
  unknown: '(no answer)',
  forAnalysts: 'These counts are for analysts. They are not for publishing.',
  notes: 'Worth knowing',
  use: 'Use these weights',
  stop: 'Stop using them',
  stopText: 'Figures then use the weights of the file, or none.',
  using: 'In use',
  all: 'Weights made for these answers',
  show: 'Show',
  whatChanges:
    'Frozen figures keep their numbers. Claims on other weights are marked so that somebody looks at them again.',
  afterImport: 'Make weights from known totals',
  weightsLater:
    'Weights can also be made after the import from known totals. For a CASPER sample choose "At random", the cluster as sampling unit, and make the CASPER weights then.',
  replicates: 'Replicate weights',
  replicatesFound: (first: string, last: string, n: string) =>
    `Found ${n} columns of replicate weights, ${first} to ${last}. Ranges come from them once you say how they were made; until then from strata and sampling units.`,
  replicatesType: 'How they were made',
  replicateTypes: {
    jackknife: 'Jackknife',
    brr: 'Balanced repeated replication',
    fay: "Fay's method",
    bootstrap: 'Bootstrap',
    'successive-difference': 'Successive differences (ACS)'
  },
  replicatesUnknown: 'Not known',
  replicatesRho: "Fay's factor",
  replicatesRhoHint: "Only for Fay's method: a number from 0 to below 1, such as 0.5"
};
