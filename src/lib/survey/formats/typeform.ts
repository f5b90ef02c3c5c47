import type { Sheet } from '../sheet/sheet';
import { unnamed, type ColumnHint, type SurveyFormat } from './format';

/** Typeform: `#` first; a select-all is one column per option, headed by the option, which the cell repeats. */
export const typeform: SurveyFormat = {
  id: 'typeform',
  zone: 'UTC',
  tool: 'Typeform',
  headerRows: 1,
  system: {
    '#': { role: 'id' },
    'response type': { role: 'paradata' },
    'start date (utc)': { role: 'timestamp' },
    'stage date (utc)': { role: 'timestamp' },
    'submit date (utc)': { role: 'timestamp' },
    'network id': { role: 'identifier', identifier: 'device' },
    tags: { role: 'paradata' },
    ending: { role: 'paradata' }
  },
  sniff: ({ h }) =>
    h[0] === '#' &&
    h.some((heading) => heading === 'Network ID' || heading === 'Submit Date (UTC)'),
  read: (sheet) => readOptionColumns(sheet),
  examples: [
    { title: 'its first and last columns', records: [['#', 'q', 'Network ID']], matches: true },
    { title: 'a number column', records: [['#', 'q']], matches: false }
  ]
};

/** Neighbours whose cells only repeat their heading are the options of one question. */
function readOptionColumns(sheet: Sheet): ColumnHint[] {
  const repeats = sheet.columns.map(
    ({ heading, values }) => values.size === 1 && values.has(heading)
  );
  const hints: ColumnHint[] = [];
  let start = -1;
  sheet.columns.forEach(({ heading, values }, i) => {
    const before = sheet.columns[i - 1]?.heading ?? '';
    // "Other" closes a question; only "None" may still stand behind it.
    if (OTHER.test(before) && !(repeats[i] === true && NONE.test(heading))) start = -1;
    const isOther = OTHER.test(heading) && start >= 0;
    const isOption =
      repeats[i] === true || (values.size === 0 && start >= 0 && repeats[i + 1] === true);
    if (!isOption && !isOther) {
      start = -1;
      const isBeside = OTHER.test(heading) && i > 0;
      hints.push(
        isBeside
          ? { labels: unnamed(`${before}: ${heading}`), kind: 'other-specify' }
          : { labels: unnamed(heading) }
      );
      return;
    }
    if (start < 0) start = i;
    hints.push({
      group: { id: `o${start}`, labels: unnamed(optionsFrom(sheet, repeats, start)) },
      labels: unnamed(heading),
      code: heading,
      ...(isOther && { isOtherText: true })
    });
  });
  return hints;
}

const OTHER = /^(other|otro|otra)$/i;
const NONE = /^(none|ningun[oa])\b/i;

/** The question itself is not in the file: its first options stand for it. */
function optionsFrom(sheet: Sheet, repeats: readonly boolean[], start: number): string {
  const options: string[] = [];
  for (let i = start; repeats[i] === true && options.length < 3; i++)
    options.push(sheet.columns[i]?.heading ?? '');
  return `${options.join(' / ')} ...`;
}
