type Params = Readonly<Record<string, string | number>>;
const counted = (n: number, one: string, many: string): string =>
  n === 1 ? `1 ${one}` : `${n.toLocaleString('en-US')} ${many}`;
const rows = (n: number) => counted(n, 'row', 'rows');

/** The import, step by step. */
export const importReview = {
  title: 'Import a survey',
  stepsLabel: 'Steps of the import',
  steps: {
    file: 'File',
    read: 'Read',
    questions: 'Questions',
    privacy: 'Privacy',
    design: 'Design',
    check: 'Check',
    done: 'Done'
  },
  stepDone: 'done',
  pageTitle: (step: string) => `Import: ${step}`,
  draftKept: 'A draft is kept at each step. No answers are stored until step 7.',
  discard: 'Discard this draft',

  file: {
    heading: 'Choose the survey file',
    reading: 'Reading the file. Large files take a minute.',
    privacyTitle: 'What happens to the file',
    privacyText:
      'Columns with names, e-mails, phones, addresses or places on a map are found and left off. The uploaded copy is deleted after the import, or after 14 days without one.'
  },

  read: {
    heading: (tool: string) => `This looks like ${tool}`,
    refusedHeading: 'This file cannot be imported',
    refusedLead: 'Nothing was stored.',
    unreadHeading: 'The file has not been read yet',
    unreadLead: 'It was sent, and reading it did not finish.',
    readNow: 'Read the file',
    chooseOther: 'Choose another file',
    summary: (rowCount: number, columns: number, questions: number) =>
      `${rows(rowCount)}, ${counted(columns, 'column', 'columns')}, grouped into ${counted(questions, 'question', 'questions')}.`,
    why: {
      kobo: 'It has the columns _id, _uuid and _submission_time, or a form beside it.',
      qualtrics: 'The third row has ImportId.',
      surveymonkey: 'The second row names kinds of response.',
      'google-forms': 'The first column is a timestamp.',
      generic: 'No mark of a known tool: each column is read by its heading and cells.',
      known: 'Its headings are those of this tool.'
    },
    already: (survey: string, wave: string, when: string) =>
      `This file was imported on ${when} as ${survey}, ${wave}. Importing it again makes a new version that replaces that one.`,
    howRead: 'How the file was read',
    fileName: 'File',
    size: 'Size',
    encoding: 'Characters',
    delimiter: 'Between cells',
    delimiters: {
      ',': 'comma',
      ';': 'semicolon',
      '\t': 'tab',
      '|': 'bar',
      '': 'one column only'
    } as Record<string, string>,
    headerRows: 'Header',
    headerCount: (n: number) => counted(n, 'row', 'rows'),
    found: 'What was found',
    nothingFound: 'Nothing to report.',
    severities: {
      error: 'Cannot be imported',
      question: 'Needs your answer',
      repaired: 'Repaired',
      note: 'Good to know'
    },
    moreIssues: (n: number) => `${counted(n, 'more like this', 'more like these')}`,
    preview: 'First rows',
    previewNote: 'Columns that look like personal data are hidden here and off in the next step.',
    line: 'Line',
    hidden: 'hidden',
    nothingOpen: 'Nothing needs your answer. You can look at the questions, or go on to design.',
    someOpen: (n: number) => `${counted(n, 'question needs', 'questions need')} your answer.`
  },

  questions: {
    heading: (columns: number, open: number) =>
      `${counted(columns, 'column', 'columns')} found. ${open === 0 ? 'None needs your answer.' : open === 1 ? '1 needs your answer.' : `${open} need your answer.`}`,
    lead: (rowCount: number, questions: number) =>
      `We read ${rows(rowCount)} and grouped the columns into ${counted(questions, 'question', 'questions')}. Change any guess. Nothing is stored until step 7.`,
    filters: 'Show',
    tabs: {
      all: 'All',
      open: 'Needs an answer',
      question: 'Questions',
      people: 'About people',
      design: 'Design and tool',
      personal: 'Personal data'
    },
    showing: (shown: number, all: number) => `Showing ${shown} of ${all}`,
    none: 'Nothing under this tab.',
    column: 'Column in file',
    filled: 'Filled',
    examples: 'Examples',
    looksLike: 'Looks like',
    useAs: 'Use as',
    useOf: (name: string) => `Use ${name} as`,
    hidden: 'Hidden',
    columnsOf: (n: number) => counted(n, 'column', 'columns'),
    headingRange: (first: string, last: string) => `${first} … ${last}`,
    open: (name: string) => `Open ${name}`,
    unsure: 'Not sure. Off until you choose.',
    personalOff: 'Personal data. Off.',
    personalOn: 'Personal data. Will be kept.',
    needsAnswer: 'Needs your answer',
    sure: (confidence: 'sure' | 'likely' | 'guess') =>
      ({ sure: 'sure', likely: 'likely', guess: 'a guess' })[confidence],
    save: 'Save uses',
    saved: 'Saved.',
    offCount: (n: number) =>
      n === 0
        ? 'Every question is on.'
        : `You can go on with ${counted(n, 'question', 'questions')} off.`,
    uses: {
      single: 'One choice',
      scale: 'Ordered scale',
      nps: 'Rating 0 to 10',
      'multiple-response': 'Choose all',
      matrix: 'Same scale, several items',
      rank: 'Ranking',
      numeric: 'Number',
      date: 'Date',
      'open-text': 'Own words, private',
      'other-specify': 'Other, in own words',
      area: 'Place',
      weight: 'Weight',
      'replicate-weight': 'Replicate weight',
      stratum: 'Stratum',
      psu: 'Sampling unit (PSU)',
      fpc: 'Units in the stratum',
      id: 'Key of the response',
      timestamp: 'Time stamp',
      paradata: 'About the interview',
      'attention-check': 'An attention check',
      identifier: 'Keep, private',
      off: 'Do not import'
    },
    looks: {
      single: (n: number) => `One choice, ${counted(n, 'answer', 'answers')}`,
      scale: (n: number) => `Ordered scale, ${counted(n, 'step', 'steps')}`,
      nps: () => 'Rating 0 to 10',
      'multiple-response': (n: number) => `Choose-all, ${counted(n, 'option', 'options')}`,
      matrix: (n: number) => `Same scale, ${counted(n, 'item', 'items')}`,
      rank: (n: number) => `Ranking, ${counted(n, 'item', 'items')}`,
      numeric: () => 'Number',
      date: () => 'Date',
      'open-text': (n: number) => `Own words, ${counted(n, 'answer', 'answers')}`,
      'other-specify': (n: number) => `Other, in own words, ${counted(n, 'answer', 'answers')}`,
      area: (n: number) => `Place, ${counted(n, 'name', 'names')}`,
      weight: () => 'Weight',
      'replicate-weight': () => 'Replicate weight',
      stratum: () => 'Stratum of the sample',
      psu: () => 'Sampling unit',
      fpc: () => 'Units in the stratum',
      id: () => 'Key of the response',
      timestamp: () => 'Time stamp',
      paradata: () => 'About the interview',
      'attention-check': () => 'An attention check',
      identifier: () => 'Personal data',
      off: () => 'Empty'
    },
    personal: {
      name: 'Names',
      email: 'E-mails',
      phone: 'Phone numbers',
      'national-id': 'Official numbers',
      address: 'Addresses',
      'birth-date': 'Birth dates',
      location: 'Places on a map',
      ip: 'Internet addresses',
      device: 'Device or person codes',
      marked: 'Marked as personal'
    }
  },

  detail: {
    label: (language: string) => `Wording, ${language}`,
    languages: { en: 'English', es: 'Spanish', und: 'as in the file' } as Record<string, string>,
    answers: 'Answers in this order',
    answer: 'Answer',
    code: 'Code',
    place: 'Place',
    placeOf: (label: string) => `Place of ${label}`,
    labelOf: (code: string, language: string) => `Label of ${code}, ${language}`,
    count: 'Rows',
    missingOf: (label: string) => `What ${label} means`,
    anAnswer: 'An answer',
    rawRows: 'Raw rows, before weights.',
    reasons: {
      blank: 'Blank',
      'not-asked': 'Not asked',
      'dont-know': 'Does not know',
      refused: 'Refused',
      'not-applicable': 'Does not apply',
      unreadable: 'Unreadable'
    },
    missing: 'Codes that stand for no answer',
    blankCells: 'Blank cells',
    base: 'Who is counted',
    bases: {
      answered: 'Those who answered',
      asked: 'Those who were asked',
      everyone: 'Everyone in the file'
    },
    direction: 'Which end is good',
    directions: {
      none: 'Neither, or not known',
      'low-is-good': 'The first answer is good',
      'low-is-bad': 'The first answer is bad'
    },
    relevant: 'Asked only when',
    why: 'Why it is read so',
    flip: 'Flip order',
    save: 'Save this question',
    close: 'Close',
    decide: 'Accept the proposal'
  },

  design: {
    heading: 'Who was asked, and how',
    lead: 'These facts decide which numbers may be shown and what may be said about them.',
    names: 'Names',
    surveyName: 'Survey',
    surveyHint: 'The same name for every wave.',
    waveName: 'Wave',
    waveHint: 'For example the year.',
    sampleType: 'How were people chosen?',
    sampleTypes: {
      probability: {
        label: 'At random',
        text: 'Everyone in the place had a known chance to be asked. Ranges and "in the county" are allowed.'
      },
      'address-based': {
        label: 'Random addresses, few answered',
        text: 'Addresses were drawn at random and fewer than about half answered. Ranges are allowed; that those who answered stand for the rest is not.'
      },
      casper: {
        label: 'CASPER (30 clusters of 7 homes)',
        text: 'A quick two-stage sample of a whole community. The answers speak for the community, not for its areas or groups.'
      },
      census: {
        label: 'Everybody was asked',
        text: 'All homes, members or clients got the survey. Those who did not answer may differ.'
      },
      membership: {
        label: 'From a list of members or clients',
        text: 'The answers speak for that list, not for the county.'
      },
      'opt-in': {
        label: 'Open link or event',
        text: 'Whoever wanted took part. The answers speak for those people only.'
      },
      administrative: {
        label: 'From records',
        text: 'Counted from case files or registrations, not from a survey.'
      }
    },
    facts: 'The fieldwork',
    population: 'People the survey speaks for',
    populationHint: 'For example adults in the county. Leave empty when not known.',
    fieldedFrom: 'First day',
    fieldedTo: 'Last day',
    universe: 'Who could take part',
    universeHint: 'For example: adults 18 and over living in homes in the county.',
    mode: 'How people answered',
    modeHint: 'For example: mail, web and telephone, in English and Spanish.',
    sponsor: 'Who paid and who ran it',
    weighting: 'How weights were made',
    limits: 'Known limits',
    inEnglish: 'in English',
    inSpanish: 'in Spanish',
    sampling: 'Sampling design',
    samplingLead:
      'Columns that say how the sample was drawn. Leave empty what the file does not have.',
    strata: 'Stratum column',
    psu: 'Sampling unit (PSU) column',
    weight: 'Weight column',
    noWeight: 'None: every answer counts the same',
    fpc: 'Units in the stratum (FPC)',
    none: 'None',
    area: 'Column of the place',
    panel: 'Same places as other waves',
    panelHint:
      'Only where several waves visited the same strata and sampling units. Give all of them the same name, such as "Panel 2023".',
    lonely: 'A stratum with a single sampling unit',
    lonelyRules: {
      adjust: 'compare it with the whole sample (careful)',
      average: 'give it the average of the other strata',
      certainty: 'treat it as drawn for certain',
      remove: 'leave it out of the variance',
      fail: 'refuse to compute'
    },
    threshold: 'Smallest group shown',
    thresholdUsual: 'The usual number for how people were chosen',
    thresholdReason: 'Why another number',
    thresholdReasonHint: 'Kept with every figure. Needed when it is not the usual number.'
  },

  check: {
    heading: (n: number) => `${rows(n)} ready to import`,
    lead: (survey: string, wave: string) => `As ${survey}, ${wave}.`,
    sums: 'Every row of the file',
    inFile: 'Rows in the file',
    imported: 'Will be imported',
    excluded: {
      duplicate: 'Left out: the same row twice',
      'no-answers': 'Left out: no answers',
      footer: 'Left out: totals and notes at the end',
      truncated: 'Left out: cut off',
      'header-repeated': 'Left out: header repeated'
    } as Record<string, string>,
    questions: 'Questions',
    questionsOf: (on: number, all: number) => `${on} of ${all} on`,
    weight: 'Weight',
    sample: 'Sample',
    openTitle: (n: number) => (n === 1 ? '1 decision is open' : `${n} decisions are open`),
    openLead: 'Nothing is imported until each is decided.',
    acceptAll: 'Accept all proposals',
    accept: 'Accept the proposal',
    acceptOf: (what: string) => `Accept the proposal: ${what}`,
    decline: 'Leave the cells as they are',
    otherOrder: 'Read the other order',
    declineOf: (what: string) => `Not as proposed: ${what}`,
    keepRow: 'Keep the row',
    keepRowOf: (line: number) => `Keep the row on line ${line}`,
    goTo: {
      surveyName: 'Name the survey',
      waveName: 'Name the wave',
      sampleType: 'Say how people were chosen'
    } as Record<string, string>,
    report: 'Report',
    import: 'Import',
    undoable: 'One import is one step: it can be undone as a whole.'
  },

  done: {
    runningHeading: 'Importing',
    runningLead: 'You can leave this page. The import goes on.',
    progressLabel: 'Progress of the import',
    refresh: 'Look again',
    failedHeading: 'The import did not finish',
    failedLead: 'Nothing was stored. The draft is as it was.',
    cancelledHeading: 'The import was cancelled',
    backToCheck: 'Back to check',
    heading: 'Imported',
    lead: (n: number, survey: string, wave: string) => `${rows(n)} stored as ${survey}, ${wave}.`,
    stored: 'What was stored',
    version: 'Version',
    by: 'Imported by',
    when: 'When',
    hash: 'Fingerprint of the file',
    build: 'Build the overview',
    buildText: (n: number) =>
      n === 0
        ? 'No measure could be proposed from the questions. Tie them by hand.'
        : `${counted(n, 'measure was', 'measures were')} proposed from the questions.`,
    mapping: 'Check the measures',
    quality: 'See how good the survey is',
    undo: 'Undo this import'
  },

  issue: {
    'other-site': () => 'This request did not come from a page of this site. Load the page again.',
    'file-name-missing': () => 'The file has no name. Choose it again.',
    'upload-empty': () => 'The file is empty. Export it again, and choose it again.',
    'upload-too-large': () =>
      'The file is larger than this program takes. Ask whoever runs it to raise the limit.',
    'no-such-draft': () => 'This draft is no longer here: it was imported or discarded.',
    'not-inspected': () => 'The file has not been read yet. Go back to step 2.',
    'import-failed': () =>
      'The import stopped for a reason on our side. Nothing was stored. Try again.',
    'no-such-file': () => 'The uploaded file is no longer here. Choose it again.',
    'survey-name-missing': () => 'Enter a name for the survey.',
    'wave-name-missing': () => 'Enter a name for the wave.',
    'sample-type-missing': () =>
      'Choose how people were chosen. Until then no number can be shown.',
    'population-below-responses': () =>
      'The survey cannot speak for fewer people than answered it. Check the number.',
    'field-dates-reversed': () => 'The last day is before the first day. Correct one of them.',
    'date-unreadable': () => 'Enter a date that is in the calendar, such as 2026-05-31.',
    'number-unreadable': () => 'Enter a whole number above 0, such as 186,000.',
    'factor-unreadable': () => "Enter Fay's factor, a number from 0 to below 1, such as 0.5.",
    'text-long': () => 'This is too long. Shorten it.',
    'threshold-not-offered': () => 'Choose one of the numbers in the list.',
    'panel-without-psu': () =>
      'Waves share places through their sampling units. Choose the column of the sampling unit.',
    'threshold-reason-missing': () => 'Say why, when it is not the usual number.',
    'design-variable-unknown': ({ variable }: Params) =>
      `The survey has no column "${variable}". Choose another.`,
    'decisions-open': ({ count }: Params) =>
      Number(count) === 1
        ? 'Decide the open question first.'
        : `Decide the ${count} open questions first.`,
    'no-variables': () => 'Everything is off. Turn on at least one question.',
    'no-rows': () => 'No row is left to import.',
    'already-imported': ({ survey, wave, at }: Params) =>
      `This file was imported with the same decisions on ${String(at).slice(0, 10)} as ${survey}, ${wave}. Change a decision, or use that import.`,
    'no-such-version': () => 'This import is no longer here. It may have been undone already.',
    'version-in-use': () =>
      'A frozen figure rests on this import, so it stays. Import a corrected file for the same wave: it replaces this one.',
    'no-such-wave': () => 'This wave is no longer here.',
    'wave-without-responses': () => 'This wave has no answers. Import its file first.',
    'no-such-indicator': () => 'This measure is not known. Load the page again.',
    'input-missing': () => 'Choose the question.',
    'variable-unknown': ({ variable }: Params) =>
      `The survey has no question "${variable}". Choose another.`,
    'benchmark-missing': () =>
      'The measure needs a published number that is not here. Add it under Indicators, Numbers and readings.',
    'nothing-counts': () => 'Choose at least one answer that counts as yes.',
    'code-unknown': ({ code }: Params) => `"${code}" is not an answer of this question.`,
    'code-both-ways': ({ code }: Params) => `"${code}" cannot be both yes and no.`
  }
};
