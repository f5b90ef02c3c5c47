import type { SampleType } from '$lib/privacy/table';

const people = (n: string): string => (n === '1' ? '1 answer' : `${n} answers`);

export const figures = {
  columns: {
    rank: 'Likely rank',
    value: 'Share',
    number: 'Value',
    people: 'People',
    range: '95% range',
    modelRange: 'Model-based range',
    answers: 'Answers',
    gap: 'Gap',
    gapRange: 'Gap range',
    flag: 'Note',
    need: 'Need',
    net: 'Together'
  },
  key: {
    bar: (value: string) => `${value} and 95% range`,
    barModel: (value: string) => `${value} and model-based range`,
    barAlone: (value: string) => `${value} of those who answered`,
    care: '[u] few answers or a wide range, use with care',
    reference: (label: string, range: string) => `${label}, ${range}`,
    private: '[c] private',
    missing: '[x] not available',
    line: 'Line: likely range',
    lineOpen: 'Line: model-based range'
  },
  flags: {
    care: '[u] use with care',
    careShort: '[u] care',
    private: '[c] Not shown, to protect privacy',
    missing: {
      'no-answers': '[x] Not available: no answers',
      'not-asked': '[x] Not available: not asked',
      'too-imprecise': '[x] The range is too wide to use',
      'whole-only': '[x] Not available: this kind of sample speaks for the whole community only',
      'too-few-groups':
        '[x] Not available: fewer than 85 percent of the groups have answers enough',
      undefined: '[x] Not available: it cannot be worked out'
    },
    missingPlain: '[x] Not available',
    explain: {
      '': '',
      u: '[u] few answers, or a wide range: use with care',
      c: '[c] not shown, to protect people in a small group',
      x: '[x] not available'
    },
    speech: {
      u: 'few answers, use with care',
      c: 'Not shown, to protect privacy',
      x: 'not available'
    }
  },
  phrase: {
    half: 'about half',
    'more-than-half': 'more than half',
    'nearly-all': 'nearly all',
    'under-one': 'fewer than 1 in 100',
    'over-ninety-nine': 'more than 99 in 100',
    none: 'none',
    all: 'all',
    about: (count: number, of: number) => `about ${count} in ${of}`,
    'more-than': (count: number, of: number) => `more than ${count} in ${of}`,
    'fewer-than': (count: number, of: number) => `fewer than ${count} in ${of}`,
    /** the words with the group they speak of: "about 4 in 10 renters", "about half of renters" */
    joined: (phrase: string, group: string) => `${phrase} ${group}`,
    of: (phrase: string, group: string) => `${phrase} of ${group}`
  },
  answers: people,
  ofRows: (place: number, rows: number) => `${place} of ${rows}`,
  speech: (label: string, value: string, range: string, answers: string) =>
    `${label}: ${value}, range ${range}, ${answers}`,
  speechAlone: (label: string, value: string, answers: string) => `${label}: ${value}, ${answers}`,
  title: {
    group: (label: string, parts: string) => `${label}: ${parts}`,
    rowNumber: (row: string, value: string) => `${row} ${value}`,
    predicate: (phraseAndGroup: string, predicate: string) => `${phraseAndGroup} ${predicate}`,
    hidden: (label: string) => `${label}: too few responses to show`
  },
  subtitle: {
    by: (dimension: string) => `by ${dimension}`,
    join: (parts: string[]) => parts.join(', ')
  },
  finding: {
    level: (phraseAndGroup: string, percent: string, predicate: string) =>
      `${phraseAndGroup} (${percent}) ${predicate}.`,
    levelNamed: (label: string, group: string, phrase: string, percent: string) =>
      `${label}, ${group}: ${phrase} (${percent}).`,
    levelAlone: (label: string, phrase: string, percent: string) =>
      `${label}: ${phrase} (${percent}).`,
    levelNumber: (label: string, group: string, value: string) => `${label}, ${group}: ${value}.`,
    numberAlone: (label: string, value: string) => `${label}: ${value}.`,
    likely: (range: string) => `The true share is likely ${range}.`,
    likelyNumber: (range: string) => `The true value is likely ${range}.`,
    census: 'Everyone was asked; this is what those who answered said.',
    records: 'This is what the records hold.',
    fewAnswered: 'Few of those drawn answered, and they may differ from the rest.',
    community: 'This speaks for the community as a whole.',
    answered: (answers: string, base: string) => `${answers} from ${base}.`,
    more: (a: string, b: string, predicate: string, pa: string, pb: string) =>
      `More ${a} than ${b} ${predicate} (${pa} and ${pb}).`,
    moreNamed: (label: string, a: string, b: string, pa: string, pb: string) =>
      `${label}: higher for ${a} than for ${b} (${pa} and ${pb}).`,
    gap: (points: string, range: string) =>
      points === '1' ? `The gap is 1 point (${range}).` : `The gap is ${points} points (${range}).`,
    aboveRest: (points: string, range: string) =>
      `That is ${points} points more than among everyone else (${range}).`,
    belowRest: (points: string, range: string) =>
      `That is ${points} points less than among everyone else (${range}).`,
    gapNumber: (size: string, range: string) => `The gap is ${size} (${range}).`,
    chance: 'A gap this large is unlikely to be due to chance.',
    cannotTell: (a: string, b: string, pa: string, pb: string, predicate: string) =>
      `${pa} of ${a} and ${pb} of ${b} ${predicate}. The survey cannot tell if these differ.`,
    cannotTellNamed: (label: string, a: string, b: string, pa: string, pb: string) =>
      `${label}: ${a} ${pa}, ${b} ${pb}. The survey cannot tell if these differ.`,
    rose: (from: string, to: string, fromWave: string, toWave: string) =>
      `The share rose from ${from} in ${fromWave} to ${to} in ${toWave}.`,
    fell: (from: string, to: string, fromWave: string, toWave: string) =>
      `The share fell from ${from} in ${fromWave} to ${to} in ${toWave}.`,
    cannotTellChange: (from: string, to: string, fromWave: string, toWave: string) =>
      `The share was ${from} in ${fromWave} and ${to} in ${toWave}. The survey cannot tell if this changed.`,
    roseNumber: (from: string, to: string, fromWave: string, toWave: string) =>
      `It rose from ${from} in ${fromWave} to ${to} in ${toWave}.`,
    fellNumber: (from: string, to: string, fromWave: string, toWave: string) =>
      `It fell from ${from} in ${fromWave} to ${to} in ${toWave}.`,
    cannotTellChangeNumber: (from: string, to: string, fromWave: string, toWave: string) =>
      `It was ${from} in ${fromWave} and ${to} in ${toWave}. The survey cannot tell if this changed.`,
    care: (answers: string) =>
      `Few people in this group answered (${answers}), so use this number with care.`,
    careRange: 'The range is wide, so use this number with care.',
    private: 'We do not show this number, to protect the privacy of people in a small group.',
    open: (n: string, group: string, percent: string, predicate: string) =>
      `Among the ${n} ${group} who took this open survey, ${percent} ${predicate}.`,
    openNamed: (n: string, label: string, group: string, percent: string) =>
      `${label}: ${percent} of the ${n} people in this open survey (${group}).`,
    openNote: (place: string) => `People chose to take part, so this may not match ${place}.`,
    wholeCounty: 'the whole county',
    parts: (row: string, part: string, percent: string) => `${row}: ${percent} said "${part}".`
  },
  alt: {
    'ranked-bar': (rows: string, label: string) =>
      `Bar chart of ${rows} rows: ${label}. Each bar has a line for its 95% range.`,
    'dot-whisker': (rows: string, label: string) =>
      `Dot chart of ${rows} rows: ${label}. Each dot has a line for its 95% range.`,
    'stacked-ordinal': (rows: string, label: string) =>
      `Stacked bar chart of ${rows} rows: ${label}. Each bar is split by answer.`,
    choropleth: (rows: string, label: string) =>
      `Map of ${rows} areas with the ranked list beside it: ${label}.`,
    /** what a chart of ranges says of them; taken out where there are none */
    rangeMark: {
      'ranked-bar': ' Each bar has a line for its 95% range.',
      'dot-whisker': ' Each dot has a line for its 95% range.'
    } as Record<string, string>,
    highest: (row: string, value: string, range: string) =>
      `Largest number: ${row}, ${value} (${range}).`,
    lowest: (row: string, value: string, range: string) =>
      `Smallest number: ${row}, ${value} (${range}).`,
    reference: (label: string, value: string, range: string) => `${label}: ${value} (${range}).`,
    hidden: (count: string) =>
      count === '1'
        ? '1 row is not shown, to protect privacy.'
        : `${count} rows are not shown, to protect privacy.`,
    care: (count: string) =>
      count === '1' ? '1 row is to be used with care.' : `${count} rows are to be used with care.`,
    tested: (rows: string, reference: string) => `Tested as different from ${reference}: ${rows}.`,
    noneTested: (reference: string) =>
      `The survey cannot tell if any row differs from ${reference}.`
  },
  notes: {
    several: 'People could choose more than one.',
    base: (base: string) => `Share of ${base}.`,
    gapsTested:
      'Gaps are in points, against everyone else or the group named, shown only where a test passed.',
    mostlyHidden: 'Most of this table is hidden for privacy. Larger groups would show more.',
    open: 'Open survey: people chose to take part, so it may not match everyone.',
    fewAnswered: 'Addresses were drawn at random, but few answered. The ranges do not cover that.',
    casper: 'A CASPER speaks for the whole community, not for its areas or groups.',
    census: 'Everyone was asked. Those who did not answer may differ, and no range covers that.',
    areas:
      'These are areas, not people: two things high in the same area need not meet in one person.',
    dontKnow: (label: string) => `"${label}" stands apart from the other answers.`,
    sample: 'Sample data: the place and the people are invented.'
  },
  source: {
    line: (survey: string, wave: string) => (wave === '' ? survey : `${survey}, ${wave}`),
    responses: (n: string) => `${n} responses`,
    weighting: { weighted: 'weighted', unweighted: 'not weighted' },
    sample: {
      probability: 'random sample',
      'address-based': 'random sample of addresses, few answered',
      casper: 'two-stage cluster sample of the whole community (CASPER)',
      census: 'everyone was asked',
      membership: 'all members were asked',
      'opt-in': 'open survey',
      administrative: 'from records'
    } satisfies Record<SampleType, string>,
    hidden: (count: string) =>
      count === '1' ? '1 number hidden for privacy' : `${count} numbers hidden for privacy`,
    noneHidden: 'nothing hidden',
    intervals: {
      'korn-graubard': 'Korn and Graubard',
      'log-t': 't on the log scale',
      wilson: 'Wilson',
      woodruff: 'Woodruff',
      t: "Student's t"
    } as Record<string, string>,
    method: (interval: string) => `95% ranges: ${interval}`,
    modelBased: (interval: string) =>
      `ranges: model-based interval (assumes weighting removes selection bias), ${interval}`,
    noRanges: 'no ranges: nobody was drawn',
    coverage: (answered: string, asked: string, percent: string) =>
      `${answered} of ${asked} people answered (${percent})`,
    /** American Association for Public Opinion Research, wording for samples people choose to join */
    openStatement:
      'Respondents were selected from among those who volunteered to take part. Because the sample is based on those who initially self-selected rather than a probability sample, no estimates of sampling error can be calculated.',
    source: 'Source',
    snapshot: (code: string) => `Snapshot ${code}`,
    dates: (months: string) => months
  },
  map: {
    under: (value: string) => `under ${value}`,
    between: (low: string, high: string) => `${low}–${high}`,
    over: (value: string) => `${value} +`
  },
  ui: {
    chart: 'chart',
    table: 'Table',
    download: 'Download',
    copyLink: 'Copy link',
    copied: 'Link copied',
    nowShowing: (rows: string, heading: string, subtitle: string) =>
      `Now showing ${rows} rows by ${heading}: ${subtitle}.`,
    method: 'Method',
    keysHint:
      'Use the arrow keys to move between rows, Enter for details, T for the table, D for the summary.',
    details: 'Details',
    summary: 'Summary',
    close: 'Close',
    sortBy: (column: string) => `Sort by ${column}`,
    moreRows: (n: string) => `Show all ${n}`
  },
  refused: {
    'part-hidden':
      'One part of a bar is hidden or not available, so the bar cannot be stacked: its length would give the hidden number away. Another view can show the rest.',
    'too-many-parts':
      'A stacked bar can show five answers at most. Dots can show one answer at a time.',
    'too-few-areas': 'A map needs at least six areas. Dots can show these.',
    'no-areas': 'The map of these areas is not known. Import it, or use dots.',
    'mixed-units': 'These measures have different units, so they cannot share one scale.',
    'nothing-to-show': 'There is no number to show for this choice.'
  },
  slide: {
    exhibit: (number: string) => `Exhibit ${number}`,
    moreRows: 'An exhibit shows seven rows at most.'
  },
  gallery: {
    title: 'Gallery of figures',
    lead: 'Every example of every chart, live and in light, dark and print. All numbers are invented.',
    themes: { light: 'Light', dark: 'Dark', print: 'Print, in grey' },
    phone: 'Phone width',
    slides: 'Exhibits for a hearing'
  },
  csv: {
    low: '95% low',
    high: '95% high',
    flag: 'Flag',
    source: 'Source',
    wave: 'Wave',
    hash: 'Hash'
  }
};
