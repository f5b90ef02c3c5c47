/** The offline hearing file and the print pages of a hearing. */
export const hearingFile = {
  title: (body: string, day: string) => `${body}, ${day}`,
  opening: 'Opening',
  exhibit: (label: string) => `Exhibit ${label}`,
  limit: (time: string) => `${time} to speak`,
  noLimit: 'No time limit noted',
  sample: 'Sample data: everything here is fictional.',
  stale: 'Older data',
  script: 'Script',
  noScript: 'No script was written.',
  notes: 'Notes',
  asked: 'If asked',
  questions: {
    who: 'Who answered?',
    how: 'How were they chosen?',
    sure: 'How sure are you?',
    compared: 'Compared with what?',
    paid: 'Who paid?',
    cannot: 'What can it not show?'
  },
  answers: {
    who: (responses: string, universe: string, months: string) =>
      [`${responses} people answered`, universe, months].filter(Boolean).join(', ') + '.',
    sample: {
      probability: 'They were drawn at random, by a stated design.',
      'address-based':
        'Addresses were drawn at random. Few answered, and they may differ from the rest.',
      casper:
        'Homes were drawn in two steps: 30 clusters, 7 homes in each. They speak for the whole.',
      census: 'Everyone was asked.',
      membership: 'Members of the organization were asked.',
      'opt-in': 'People chose to take part, so this may not match the whole county.',
      administrative: 'The numbers come from records.'
    },
    sure: (value: string, range: string) => `We say ${value}. The true number is likely ${range}.`,
    sureOpen: (value: string) => `We say ${value} of those who took part, and no more than that.`,
    tested: (group: string, other: string) =>
      `${group} compared with ${other}. We call it a gap only where a test supports it.`,
    notCompared: 'Each group stands for itself. We do not say that one is larger.',
    paid: (sponsor: string) => `Sponsor of the survey: ${sponsor}.`,
    unknown: 'We will find out and send the answer.',
    cannot:
      'It shows what people told us, and not why. It cannot speak for people who were not asked.',
    hidden: 'Some numbers are not shown, to protect people in small groups.'
  },
  more: (shown: number, all: number) => `${shown} of ${all} rows shown`,
  toolbar: 'Presentation',
  buttons: {
    back: 'Back',
    next: 'Next',
    black: 'Black screen',
    white: 'White screen',
    timer: 'Timer',
    reset: 'Reset timer',
    notes: 'Notes',
    presenter: 'Presenter window',
    full: 'Full screen',
    smaller: 'Smaller',
    larger: 'Larger',
    contrast: 'Contrast',
    alt: 'Describe',
    help: 'Keys',
    close: 'Close'
  },
  keys: {
    title: 'Keys',
    key: 'Key',
    does: 'Does',
    rows: [
      ['Right, Space, Page Down', 'Next exhibit'],
      ['Left, Page Up', 'Exhibit before'],
      ['Digits, then Enter', 'Go to the exhibit with this number'],
      ['Up, Down', 'Paragraph of the script'],
      ['B or .', 'Black screen, and back'],
      ['W or ,', 'White screen, and back'],
      ['T', 'Start or stop the timer'],
      ['R', 'Reset the timer'],
      ['N', 'Script and notes'],
      ['P', 'Presenter window'],
      ['F', 'Full screen'],
      ['+ and -', 'Size of the script'],
      ['C', 'More contrast'],
      ['A', 'Describe the picture in words'],
      ['?', 'These keys'],
      ['Esc', 'Leave the black screen or this list']
    ] as [string, string][]
  },
  say: {
    cues: {
      minute: '1 minute left',
      thirty: '30 seconds left',
      ten: '10 seconds left',
      over: 'Time is up'
    },
    now: 'On screen: {label}',
    next: 'Next: {label}',
    last: 'This is the last one.',
    noExhibit: 'There is no Exhibit {label} in this file.',
    jumping: 'Exhibit {label}. Press Enter to go there.',
    timerRuns: 'Timer runs',
    timerStopped: 'Timer stopped',
    timerReset: 'Timer reset',
    fullRefused: 'This window cannot fill the screen.',
    blocked: 'The browser blocked the second window. Press N for script and notes in this one.'
  },
  blackNow: 'The audience sees a black screen.',
  whiteNow: 'The audience sees a white screen.',
  timeLeft: (limit: string) => `left of ${limit}`,
  timeSpent: 'since the start',
  fixTitle: 'The hearing file needs a fix first',
  fixText:
    'A hearing file holds only exhibits that can stand at the hearing. Fix these, then make it.',
  markStale: 'Make it anyway, with the older data marked',
  toHearing: 'Back to the hearing',
  problems: {
    'hearing-exhibit-draft': (label: string) =>
      `Exhibit ${label} is still a draft. Freeze it first.`,
    'hearing-exhibit-withdrawn': (label: string) =>
      `Exhibit ${label} was withdrawn. Take it off this hearing, or use a newer version.`,
    'hearing-exhibit-stale': (label: string) =>
      `Exhibit ${label} rests on data that were replaced. Make a new version, or show it marked.`,
    'hearing-without-exhibits': (_label: string) =>
      'This hearing has no exhibits yet. Add at least one.'
  },
  fileAction: 'Download the hearing file',
  print: {
    title: 'Hearing packet',
    for: (position: string) => `Position: ${position}`,
    facts: 'Hearing',
    body: 'Body',
    subject: 'Subject',
    when: 'When',
    place: 'Place',
    limit: 'Time limit',
    copies: 'Copies',
    contact: 'Contact',
    exhibitList: 'Exhibits',
    testimony: 'Testimony',
    timeMark: (time: string) => `about ${time}`,
    method: 'How we know',
    question: 'Question',
    dataTables: 'Data tables',
    frozen: (code: string, day: string) => `Snapshot ${code}, frozen ${day}`,
    how: 'Use the print function of your browser. Paper: Letter or A4.',
    printAction: 'Print',
    wordsAndTime: (words: number, time: string) => `${words} words, about ${time}`
  }
};
