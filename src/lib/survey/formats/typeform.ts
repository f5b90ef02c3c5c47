import type { Sheet } from '../sheet';
import { unnamed, type ColumnHint, type SurveyFormat } from './format';

/** Typeform: `#` first; a select-all is one column per option, headed by the option, which the cell repeats. */
export const typeform: SurveyFormat = {
  id: 'typeform',
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
    const isOther = /^(other|otro)/i.test(heading) && start >= 0;
    const isOption =
      repeats[i] === true || (values.size === 0 && start >= 0 && repeats[i + 1] === true);
    if (!isOption && !isOther) {
      start = -1;
      hints.push({ labels: unnamed(heading) });
      return;
    }
    if (start < 0) start = i;
    hints.push({
      group: { id: `o${start}`, labels: unnamed('') },
      labels: unnamed(heading),
      code: heading,
      ...(isOther && { isOtherText: true })
    });
  });
  return hints;
}
