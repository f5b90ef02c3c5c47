import type { Issue } from '$lib/base/issue';

type Params = Issue['params'];

/** The next wave of a survey and corrected files: comparing, taking over decisions, breaks over time. */
export const nextWave = {
  breakMark: 'Not comparable with the line above',
  breakNote: (reasons: string) => `Do not compare the two waves. ${reasons}`,
  breakTitle: 'The waves cannot be compared',
  cannotCompare: (need: string) => `${need}: cannot be compared`,
  /** why two waves of a measure were not asked alike */
  breaks: {
    'input-added': () => 'It rests on a question the earlier wave did not have.',
    'input-removed': () => 'It rested on a question the later wave does not have.',
    'wording-changed': ({ before, now }) =>
      `The question was reworded: "${before}" became "${now}".`,
    'answers-changed': ({ added, gone }) =>
      [
        'The answers to choose from changed.',
        added === '' ? '' : `New: ${added}.`,
        gone === '' ? '' : `Gone: ${gone}.`
      ]
        .filter(Boolean)
        .join(' '),
    'counting-changed': () => 'Other answers count as yes.',
    'base-changed': () => 'The question was put to other people.',
    'universe-changed': () => 'Other people were asked.',
    'universe-unknown': () => 'Whom the survey speaks for is written down for one wave only.',
    'mode-changed': () => 'People were asked in another way.',
    'mode-unknown': () => 'How people were asked is written down for one wave only.',
    'stack-without-units': () =>
      'The waves are said to share places, but one of them has no column of sampling units.',
    'stack-strata-differ': () =>
      'The waves are said to share places, but only one of them has strata.',
    'stack-no-shared-unit': () =>
      'The waves are said to share places, but no sampling unit has the same code in both.',
    'stack-two-stage': () => 'The waves share places and were drawn in two stages.',
    'stack-replicates-differ': () =>
      'The waves are said to share places, but their replicate weights were not made alike.',
    'stack-answers-differ': () =>
      'One wave keeps these answers as numbers, the other as words, or counts other people.',
    'design-population-varies': () =>
      'The waves are said to share places, but a stratum has another size in each.'
  } satisfies Record<string, (params: Params) => string>,
  /** Home: frozen figures on data that was corrected */
  olderData: (n: number) =>
    n === 1
      ? 'One exhibit rests on data that was corrected since.'
      : `${n} exhibits rest on data that was corrected since.`,
  olderClaims: (n: number) =>
    n === 1 ? 'One claim waits to be checked again.' : `${n} claims wait to be checked again.`,
  seeEvidence: 'Look at the evidence',
  compare: {
    title: 'Compare with the earlier wave',
    heading: (survey: string, wave: string) => `Compared with ${survey}, ${wave}`,
    exact: (_percent: string) => 'The headings are the same, in the same order.',
    partial: (percent: string) => `${percent} of the columns are the same.`,
    none: (percent: string) =>
      `Only ${percent} of the columns are the same. This may be another survey.`,
    noTemplate:
      'No earlier wave is here to compare with. Decisions are kept with every import, for the next one.',
    nothing: 'Nothing is different.',
    taken: 'The decisions of this wave are in use. You can undo that.',
    notTaken: 'The decisions of this wave are not in use yet.',
    choose: 'Compare with',
    show: 'Compare',
    use: 'Use these decisions',
    afresh: 'Start afresh',
    goOn: 'Go to the check',
    back: 'Back to the file',
    same: 'Same question',
    apart: 'Keep apart',
    above: 'as chosen above',
    choice: (column: string) => `What to do with ${column}`,
    column: 'Column',
    then: 'Earlier wave',
    now: 'This file',
    what: 'What is different',
    code: 'Code',
    means: 'Stands for',
    cells: 'Cells',
    columns: 'Columns',
    decide: 'Your choice',
    notCounted: 'not counted',
    ofRows: (n: string) => `of ${n} rows`,
    renamed: 'Renamed',
    renamedNote: 'Called otherwise, and the same question by its id or its wording.',
    likely: 'likely the same question',
    reworded: 'Asked in other words',
    rewordedNote:
      'As the same question, its change over time is shown with a break. Kept apart, it is a new question.',
    options: 'Other answers',
    optionsNote:
      'Lists that changed make a break in a change over time. Answers nobody gave this time stay in the list.',
    added: (list: string) => `New: ${list}`,
    gone: (list: string) => `Gone: ${list}`,
    notSeen: (list: string) => `Nobody gave: ${list}`,
    relabelled: (list: string) => `Now says: ${list}`,
    respelled: (list: string) => `Spelled otherwise: ${list}`,
    reordered: 'In another order',
    missing: 'Codes for no answer',
    missingNote: 'A code is used again only after you have seen how often it comes.',
    meansNow: (what: string) => `this file: ${what}`,
    newCode: 'new in this file',
    styles: 'Dates and numbers',
    stylesNote: 'The earlier reading is used.',
    dateOrder: 'Order of day and month',
    decimal: 'Decimal sign',
    columnsAdded: (n: number) => (n === 1 ? 'One new column' : `${n} new columns`),
    columnsAddedNote: 'They are used as proposed.',
    columnsGone: (n: number) => (n === 1 ? 'One column is gone' : `${n} columns are gone`),
    columnsGoneNote: 'What rests on them cannot be followed over time.',
    reasons: {
      blank: 'blank',
      'not-asked': 'not asked',
      'dont-know': "don't know",
      refused: 'no wish to answer',
      'not-applicable': 'does not apply',
      unreadable: 'unreadable',
      answer: 'an answer'
    } as Record<string, string>
  },
  correct: {
    title: 'Is this a corrected file?',
    text: 'Compare its responses with a wave that is already here.',
    wave: 'Wave',
    action: 'Compare responses',
    heading: (survey: string, wave: string) => `Responses compared with ${survey}, ${wave}`,
    key: (column: string) => `Responses are told apart by "${column}".`,
    rows: 'Responses',
    unchanged: 'As they were',
    changed: 'Changed',
    added: 'New',
    removed: 'Gone',
    cells: 'Changed cells by variable',
    variable: 'Variable',
    changedCells: 'Changed cells',
    line: 'Line',
    first: (n: string) => `The first ${n} changed cells`,
    hidden: 'not shown',
    notCompared: (list: string) =>
      `Not compared, because they are kept private or stand in one file only: ${list}.`,
    blank: 'no answer',
    replacesTitle: (wave: string) => `${wave} is already here`,
    sums: (changed: string, gone: string) =>
      `Compared: ${changed} responses changed, ${gone} are gone.`,
    replaces: (wave: string) =>
      `If you import this file as ${wave}, it becomes a new version of the wave and replaces the earlier one. Figures made from the earlier one stay as they are, marked as older data.`,
    nameWave: 'Name the wave: the same name replaces it, another name is a new wave',
    noAppend:
      'Rows cannot be added to a wave: a version is always made from one file, so that it can be made again. Export the whole wave, or import the rows as a wave of their own.',
    same: 'Every response is as it was.',
    large: 'A large file takes a while.'
  }
};
