import type { Issue, Place } from '$lib/base/issue';

type Params = Issue['params'];
type Sentence = (params: Params, where: Place) => { problem: string; fix: string };

const named = ({ column }: Place): string => (column ? `"${column}"` : 'The file');
const list = (parts: readonly [label: string, text: string | number | undefined][]): string =>
  parts
    .filter(([, text]) => text !== undefined && text !== '')
    .map(([label, text]) => `${label}: ${text}`)
    .join('. ');

/** What differs between a file and the wave before it, and about a corrected file. */
export const nextWaveIssues = {
  'not-a-template': () => ({
    problem: 'This file is not an import template.',
    fix: 'Print one with "groundswell template SURVEY".'
  }),
  TEMPLATE_OTHER_COLUMNS: ({ survey, share }) => ({
    problem: `The template of "${survey}" was made for a file with other columns: ${share}% are the same.`,
    fix: 'Import the file without the template.'
  }),
  TEMPLATE_COLUMN_RENAMED: ({ before, by }, where) => ({
    problem:
      by === 'similar'
        ? `${named(where)} was likely "${before}" in the earlier wave.`
        : `${named(where)} was called "${before}" in the earlier wave.`,
    fix: 'Accept it as the same question, or keep it apart on the compare screen.'
  }),
  TEMPLATE_WORDING_CHANGED: ({ before, now }, where) => ({
    problem: `${named(where)} is asked in other words. Then: "${before}". Now: "${now}".`,
    fix: 'Accept it: a change over time is then shown with a break. Or keep it apart.'
  }),
  TEMPLATE_OPTIONS_CHANGED: ({ added, gone, relabelled }, where) => ({
    problem: `${named(where)} has other answers to choose from. ${list([
      ['New', added],
      ['Gone', gone],
      ['Now says', relabelled]
    ])}.`,
    fix: 'Accept it: a change over time is then shown with a break. Or keep it apart.'
  }),
  TEMPLATE_OPTIONS_REORDERED: (_, where) => ({
    problem: `${named(where)} lists its answers in another order.`,
    fix: 'Nothing to do: the new order is used.'
  }),
  TEMPLATE_NEW_VALUES: ({ added, respelled }, where) => ({
    problem: `${named(where)} has answers that nobody gave before. ${list([
      ['New', added],
      ['Spelled otherwise', respelled]
    ])}.`,
    fix: 'Accept them as answers, or set them as codes for no answer.'
  }),
  TEMPLATE_VALUES_NOT_SEEN: ({ gone }, where) => ({
    problem: `${named(where)}: nobody gave these answers this time: ${gone}.`,
    fix: 'They stay in the list. Change the question if they were not offered any more.'
  }),
  TEMPLATE_MISSING_COUNTS: ({ codes }) => ({
    problem: `Codes for no answer come more or less often than in the earlier wave: ${codes}.`,
    fix: 'Check that they still stand for no answer, then accept.'
  }),
  TEMPLATE_MISSING_MEANING: ({ codes }) => ({
    problem: `Codes for no answer may mean something else in this file: ${codes}.`,
    fix: 'Look at them on the compare screen before you accept.'
  }),
  TEMPLATE_STYLE_CHANGED: ({ what, before, now }, where) => ({
    problem: `${named(where)}: ${
      what === 'date-order' ? 'days and months stand' : 'the decimal sign stands'
    } otherwise (then ${before}, now ${now}).`,
    fix: 'The earlier reading is used. Check some cells before you accept it.'
  }),
  TEMPLATE_COLUMN_NEW: (_, where) => ({
    problem: `${named(where)} is new.`,
    fix: 'It is used as proposed.'
  }),
  TEMPLATE_COLUMN_GONE: (_, where) => ({
    problem: `${named(where)} is gone.`,
    fix: 'Nothing to do if it was not asked any more.'
  }),
  REIMPORT_ROWS_GONE: ({ count: rows, wave }) => ({
    problem: `${rows} responses of ${wave} are not in this file. The import replaces the whole wave, so they would be gone.`,
    fix: 'Export the whole wave again, or give this file another wave name.'
  }),
  REIMPORT_NO_KEY: () => ({
    problem: 'No column names each response, so rows are compared by all their answers.',
    fix: 'A corrected answer counts as one row gone and one added. Export with the response id to see more.'
  })
} satisfies Record<string, Sentence>;
