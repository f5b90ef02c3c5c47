import type { Issue, Place } from '$lib/base/issue';

type Sentences = Record<
  string,
  (params: Issue['params'], where: Place) => { problem: string; fix: string }
>;

const counted = (count: string | number | undefined, one: string, many: string): string =>
  Number(count) === 1 ? `1 ${one}` : `${count} ${many}`;
const rows = (count: string | number | undefined): string => counted(count, 'row', 'rows');
const from = ({ line, column }: Place): string =>
  `${column ? `Column "${column}"` : 'The file'}${line ? `, first on line ${line}` : ''}`;
const first = (order: string | number | undefined): string =>
  order === 'dmy' ? 'the day' : 'the month';
/** A file too large to be held is looked at from its first rows. */
const seen = (lookedAt: string | number | undefined): string =>
  lookedAt === undefined ? '' : ` Only its first ${rows(lookedAt)} were looked at.`;

/** What the answers themselves say when they are looked at together. */
export const answerIssues = {
  DATE_ORDER_SETTLED: ({ by, order }, where) => ({
    problem: `${from(where)}: nothing in this column says whether day or month comes first. We read ${first(order)} first, ${by === 'sibling' ? 'as in the other dates of the file' : 'because otherwise some answers would end before they start'}.`,
    fix: 'Check some dates in the preview.'
  }),
  DATE_ORDER_MIXED: ({ value, order, lines }, where) => ({
    problem: `${from(where)}: most dates have ${first(order)} first, but "${value}" can only be read the other way (lines ${lines}).`,
    fix: 'Dates such as 03/04 may be wrong on those lines. Correct them in the file, or accept them.'
  }),
  TIME_ZONE_UNKNOWN: (_params, where) => ({
    problem: `Column "${where.column}": the times name no time zone. They are kept as the clock showed them.`,
    fix: 'Nothing to do, unless times from several places are compared.'
  }),
  EXCLUSIVE_CONFLICT: ({ count, option, lookedAt }, where) => ({
    problem: `${counted(count, 'person', 'people')} chose "${option}" and another answer with it, first on line ${where.line}. Both are kept.${seen(lookedAt)}`,
    fix: 'Look at the rows, and decide which answer counts.'
  }),
  BASE_MAY_BE_WIDER: ({ count, next, lookedAt }, where) => ({
    problem: `Column "${where.column}": ${rows(count)} have no tick at all, first on line ${where.line}, yet they answer the next question ("${next}"). They count as not asked.${seen(lookedAt)}`,
    fix: 'Nothing was changed. If they saw the question, shares of all who were asked are lower than shown.'
  }),
  OPTIONS_WRITTEN_IN: ({ value, count }, where) => ({
    problem: `Column "${where.column}": ${counted(count, 'text', 'texts')} such as "${value}" always stand last and never together. We count them as "other", in people's own words.`,
    fix: 'If it is an answer of the form, make it an option.'
  }),
  CODES_MAY_BE_MISSING: ({ values, none }, where) => ({
    problem: `${from(where)}: ${values} stand far above all other numbers. In public health files they mean "don't know" and "refused"${none ? `, and ${none} means none, 0` : ''}.`,
    fix: 'Accept to read them so, or attach the codebook.'
  }),
  DUPLICATE_ROWS: ({ count, first: before }, where) => ({
    problem: `${rows(count)} are the same as a row before them in every cell, the first on line ${where.line} (the same as line ${before}).`,
    fix: 'Leave them out, or keep them if different people gave the same answers.'
  }),
  SPEEDERS: ({ count, seconds, lookedAt }, where) => ({
    problem: `${counted(count, 'person', 'people')} took less than ${seconds} seconds, a third of the usual time, first on line ${where.line}.${seen(lookedAt)}`,
    fix: 'Nothing was left out. Look at their answers if it matters.'
  }),
  STRAIGHT_LINERS: ({ count, items, lookedAt }, where) => ({
    problem: `${counted(count, 'person', 'people')} gave the same answer to all ${items} items from "${where.column}" on, first on line ${where.line}.${seen(lookedAt)}`,
    fix: 'Nothing was left out. It may be their opinion, or haste.'
  }),
  SAME_DEVICE: ({ count, minutes, lookedAt }, where) => ({
    problem: `${rows(count)} came from the same device or address as another within ${minutes} minutes, first on line ${where.line}.${seen(lookedAt)}`,
    fix: 'Nothing was left out: a shared tablet or a household is no fraud.'
  }),
  ANSWERS_FURTHER_DOWN: ({ count }, where) => ({
    problem: `Column "${where.column}": ${counted(count, 'answer comes', 'answers come')} only after the first rows. Each is kept as an answer of its own.`,
    fix: 'Look at the list of answers: a word for no answer may be among them.'
  }),
  TEXT_NEARLY_SAME: ({ count, first: before, lookedAt }, where) => ({
    problem: `Column "${where.column}": ${counted(count, 'long answer is', 'long answers are')} nearly the same as one before, first on line ${where.line} (like line ${before}).${seen(lookedAt)}`,
    fix: 'Look at the rows: somebody may have answered twice.'
  })
} satisfies Sentences;
