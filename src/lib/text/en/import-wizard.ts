type Params = Readonly<Record<string, string | number>>;
const counted = (n: number, one: string, many: string): string =>
  n === 1 ? `1 ${one}` : `${n.toLocaleString('en-US')} ${many}`;
const rows = (n: number) => counted(n, 'row', 'rows');

/** How long something still takes, roughly. */
const left = (seconds: number): string =>
  seconds < 5
    ? 'a few seconds left'
    : seconds < 90
      ? `about ${counted(Math.ceil(seconds / 5) * 5, 'second', 'seconds')} left`
      : `about ${counted(Math.round(seconds / 60), 'minute', 'minutes')} left`;

/** Words of the import wizard that every step shares, and of its newer parts. */
export const importWizard = {
  continue: 'Continue',
  back: 'Back',
  cancel: 'Cancel',
  left,

  log: {
    title: (n: number) => `What was decided (${n})`,
    none: 'Nothing has been decided yet.',
    undo: 'Undo',
    redo: 'Redo',
    keys: 'Undo: Ctrl+Z. Redo: Shift+Ctrl+Z.',
    undone: 'undone',
    bar: 'Decisions',
    by: (who: string, when: string) => `${who}, ${when}`
  },

  upload: {
    drop: 'Drop files here, or choose them',
    dropNow: 'Let go to send the files',
    lead: 'A CSV or Excel export from KoboToolbox, SurveyMonkey, Qualtrics, Google Forms or another tool, or an SPSS file. Choose what belongs to it in the same go: form sheets, codebooks, weights, repeated groups.',
    label: 'Survey file, and the files that belong to it',
    arranged:
      'Several files are fine. We work out which one holds the answers, and show how they fit.',
    limits: (size: string) => `Up to ${size} a file. Files stay on the machine of your coalition.`,
    sendingAll: (n: number) => `Sending ${counted(n, 'file', 'files')}`,
    progress: (sent: string, all: string, seconds: number | null) =>
      `${sent} of ${all}${seconds === null ? '' : `, ${left(seconds)}`}`,
    waiting: 'The connection is gone. Trying again. What has arrived is kept.',
    lost: 'The connection broke. What has arrived is kept: open the draft below and choose the same file to send the rest.',
    cancelled: 'Cancelled. Nothing was kept.',
    noScript: 'Without scripts in this browser, send the files with this form.',
    noScriptSize: (size: string) =>
      `It sends them in one go, up to ${size} together. For more, whoever runs the program can use the command line.`,
    noScriptFiles: 'Files',
    send: 'Send the files',
    half: (name: string, have: string, all: string) =>
      `${name}: ${have} of ${all} have arrived. Choose the same file again to send the rest.`,
    halfHeading: 'The upload is not finished',
    halfLead: 'What has arrived is kept for 14 days.',
    otherFile: (name: string, size: string) =>
      `This is another file. Choose ${name}, with ${size}, or begin a new import.`,
    resumeLabel: 'The same file'
  },

  drafts: {
    title: 'Imports under way',
    continueOf: (name: string) => `Continue: ${name}`,
    discard: 'Discard',
    discardOf: (name: string) => `Discard: ${name}`,
    states: {
      uploading: 'upload not finished',
      uploaded: 'not read yet',
      inspected: 'under review',
      committing: 'being imported',
      failed: 'stopped',
      done: 'done'
    },
    meta: (size: string, when: string, state: string) => `${size}, begun ${when}, ${state}`,
    as: (survey: string, wave: string) => `${survey}, ${wave}`
  },

  reading: {
    heading: 'Reading the file',
    lead: 'You can leave this page. The reading goes on.',
    label: 'Progress of the reading',
    progress: (percent: number, seconds: number | null) =>
      `${percent}% read${seconds === null ? '' : `, ${left(seconds)}`}`,
    rows: (n: string) => `${n} rows`,
    again: 'Look again',
    stopped: 'The reading was stopped.',
    keptOld: 'The file could not be read that way. It is read as before.'
  },

  read: {
    change: 'Change how the file is read',
    changeLead: 'The file is read again at once. Decisions about its questions are kept.',
    readAgain: 'Read again',
    encoding: 'Characters',
    delimiter: 'Between cells',
    headerRows: 'Header rows',
    preamble: 'Lines before the header',
    decimal: 'Decimal sign',
    decimals: { '.': 'point, as in 1.5', ',': 'comma, as in 1,5' } as Record<string, string>,
    automatic: 'as found',
    encodings: {
      'utf-8': 'UTF-8',
      'utf-16le': 'UTF-16, little endian',
      'utf-16be': 'UTF-16, big endian',
      'windows-1252': 'Windows (Western)',
      macintosh: 'Mac OS Roman'
    } as Record<string, string>,
    container: 'Packed in',
    sheet: (name: string) => `Excel, sheet "${name}"`,
    sav: 'SPSS',
    rowsShown: {
      first: 'First rows',
      last: 'Last rows',
      widest: 'Widest rows'
    },
    previewNav: 'Rows to look at',
    rowsOnLines: (n: number) => `${rows(n)}, with their line in the file`,
    rowAt: (line: string) => `Row on line ${line}`,
    files: 'Files that belong together',
    filesLead: 'How the files fit. Add what is missing, or take off what does not belong.',
    main: 'holds the answers',
    remove: 'Take off',
    removeOf: (name: string) => `Take off: ${name}`,
    addFile: 'Add a file',
    addHint: 'A form sheet, a codebook, weights, or a repeated group.',
    pairKinds: {
      form: 'sheet of the form',
      dictionary: 'data dictionary',
      events: 'list of events',
      codebook: 'codebook',
      weights: 'replicate weights',
      columns: 'further columns of the same people',
      repeat: 'rows of a repeated group',
      none: 'not used: nothing in it fits the survey file'
    },
    pairWhy: {
      headings: 'known by its headings',
      'parent-key': 'its rows name the row they belong to',
      'same-id': 'both files have the same key',
      'same-id-numbered': 'same key, numbered columns',
      'many-rows-per-id': 'several rows for one key',
      unknown: '',
      'same-columns': 'it has the columns of the survey file'
    },
    pairKey: (main: string, other: string) => `paired by ${main} and ${other}`,
    pairMatched: (n: string, unmatched: string) => `${n} found their place, ${unmatched} did not`,
    compareTitle: 'This looks like an earlier wave',
    compareText: 'Its headings are those of an earlier import. See what changed since then.',
    compare: 'Compare with the earlier wave',
    straightOn: 'Go straight to the design',
    again: (survey: string, wave: string) => `Already imported as ${survey}, ${wave}`,
    againText:
      'The same file with the same decisions is refused. Go on only to import it as another survey or wave, or with other decisions.',
    againLink: 'Open that import',
    seeIssues: 'See everything that was found'
  },

  questions: {
    find: 'Find in headings and wording',
    findAction: 'Find',
    pick: (name: string) => `Select ${name}`,
    pickAll: 'Select all that are shown',
    bulkTitle: 'Change several at once',
    bulkTarget: 'Which',
    bulkPicked: 'the selected',
    bulkShown: (n: number) => `all ${n} that are shown`,
    bulkUse: 'Use',
    bulkBase: 'Who is counted',
    bulkDirection: 'Which end is good',
    bulkMissing: 'Codes for no answer',
    bulkMissingHint: 'For example: 8, 9, 99',
    bulkReason: 'They mean',
    asIs: 'Leave as it is',
    includes: { use: 'Use as proposed', off: 'Leave out' },
    apply: 'Apply',
    picked: (n: number) => `${n} selected`
  },

  detail: {
    preview: 'What this gives',
    answered: (n: string, all: string) => `${n} of ${all} answered`,
    base: (n: string) => `Bars are parts of ${n}.`,
    notCounted: 'It is counted when the file is imported.',
    off: 'Left out: it gives nothing.',
    samples: 'Values in the file',
    warnings: 'What was found here'
  },

  issues: {
    heading: 'What was found in the file',
    lead: (shown: number, all: number) =>
      shown === all
        ? counted(all, 'entry', 'entries')
        : `${shown} of ${counted(all, 'entry', 'entries')}`,
    severity: 'Kind',
    code: 'What',
    column: 'Column',
    text: 'Words',
    all: 'All',
    filter: 'Show',
    clear: 'Show all',
    none: 'Nothing fits.',
    line: 'Line',
    columnHead: 'Column',
    value: 'Value',
    done: 'What was found, and what was done',
    rows: 'Rows',
    seeRows: 'See the rows',
    seeRowsOf: (line: string) => `See the rows around line ${line}`,
    csv: 'Download as CSV',
    badRows: 'Download the rows that could not be read',
    badRowsNote:
      'Rows with something that could not be read or had to be put right, with personal data left out.',
    group: (n: number) => counted(n, 'place', 'places'),
    more: (n: number) => `${counted(n, 'more place', 'more places')} in the download`,
    around: (line: string) => `Rows around line ${line}`,
    groupBy: 'By kind',
    columnName: (letter: string, name: string) => (name === '' ? letter : `${letter} (${name})`)
  },

  check: {
    sum: (file: string, imported: string, excluded: string) =>
      `${file} in the file = ${imported} imported + ${excluded} left out`,
    respondents: 'Respondents',
    respondentsOf: (respondents: string, all: string) =>
      respondents === all
        ? `${respondents}: each row is one person`
        : `${respondents}, in ${all} rows`,
    repeat: (name: string) => `Rows are entries of "${name}", not people.`,
    noKey: 'Not known: no column tells people apart. Each row counts as one.',
    weightTotal: 'Sum of the weights'
  },

  done: {
    links: 'Where to go now',
    indicators: 'See the indicators',
    explore: 'Explore',
    supersede:
      'Something rests on this import, so it can no longer be undone. Import a corrected file for the same wave: it replaces this one, and what rests on it is marked.',
    undoUntil: 'It can be undone until a frozen figure rests on it.',
    replaced: (n: number) => `It replaces version ${n} of this wave.`,
    excluded: 'Left out',
    secondsLeft: (percent: number, rowsDone: string, seconds: number | null) =>
      `${percent}% read, about ${rowsDone} rows${seconds === null ? '' : `, ${left(seconds)}`}`
  },

  csv: {
    headings: {
      severity: 'kind',
      code: 'code',
      line: 'line',
      column: 'column',
      name: 'name',
      value: 'value',
      text: 'what was found, and what was done',
      reason: 'why'
    }
  },

  issue: {
    'no-files': () => 'Choose at least one file.',
    'too-many-files': () => 'That is more than 40 files. Choose fewer.',
    'upload-offset': () => 'The upload lost its place. Load the page again; what arrived is kept.',
    'upload-incomplete': ({ file }: Params) =>
      `${file} has not arrived whole. Choose it again to send the rest.`,
    'reading-cancelled': () => 'The reading was cancelled. The draft is as it was.',
    'reading-failed': () =>
      'The reading stopped for a reason on our side. The draft is as it was. Try again.',
    'operation-unknown': () => 'This change was not understood. Load the page again.',
    'nothing-to-undo': () => 'There is nothing to undo.',
    'nothing-to-redo': () => 'There is nothing to redo.',
    'nothing-picked': () => 'Select at least one question first.',
    'nothing-set': () => 'Choose what to change first.'
  }
};
