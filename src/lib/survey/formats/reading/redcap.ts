import type { Sheet } from '../../sheet/sheet';
import { unnamed, type ColumnHint } from '../format';

const STATUS = /_complete$/;
const CHECKBOX = /^(.+?)___(.+)$/s;
const CHOICE = /^(.*\S)\s*\(choice=(.*)\)$/s;

/**
 * Hints for both exports of REDCap: the record id stands first whatever its name, `<form>_complete` and
 * `<form>_timestamp` are its own, checkboxes are `var___code` (`var____1` for code -1) or
 * `Label (choice=Text)`. Further fields of one question follow only from the data dictionary.
 */
export function readRedcap(sheet: Sheet): ColumnHint[] {
  return sheet.columns.map(({ heading, values }, i): ColumnHint => {
    const raw = CHECKBOX.exec(heading);
    const labelled = CHOICE.exec(heading);
    if (raw) {
      const [, variable = '', code = ''] = raw;
      return {
        group: { id: variable, labels: unnamed(variable) },
        labels: unnamed(heading),
        code: code.replace(/^_/, '-'),
        kind: 'multiple-response',
        marks: { chosen: ['1'], notChosen: ['0'] }
      };
    }
    if (labelled) {
      const [, question = '', text = ''] = labelled;
      return {
        group: { id: question, labels: unnamed(question) },
        labels: unnamed(text),
        code: text,
        kind: 'multiple-response',
        marks: marksOf(values)
      };
    }
    const labels = unnamed(heading);
    const isStatus = [...values.keys()].every((value) =>
      /^([012]|incomplete|unverified|complete)$/i.test(value)
    );
    if (STATUS.test(heading) && isStatus) return { labels, role: 'paradata' };
    if (heading.endsWith('_timestamp')) return { labels, role: 'timestamp' };
    return i === 0 && isRecord(sheet) ? { labels, role: 'id' } : { labels };
  });
}

/** The record id is unique, or comes again for each event and instance. */
function isRecord({ columns, rows }: Sheet): boolean {
  const isLong = columns.some(({ heading }) =>
    /^(redcap_)?(event[_ ]name|repeat[_ ]instrument)$/i.test(heading)
  );
  return isLong || columns[0]?.values.size === rows.length;
}

/** Labels are written in the language of the project: the one that is not "Unchecked" means chosen. */
const marksOf = (values: ReadonlyMap<string, number>): NonNullable<ColumnHint['marks']> => {
  const written = [...values.keys()];
  const notChosen = written.filter((value) => /^(0|un\w+|no)$/i.test(value));
  const chosen = written.filter((value) => !notChosen.includes(value));
  return {
    chosen: [...new Set(['Checked', '1', ...chosen])],
    notChosen: ['Unchecked', '0', ...notChosen]
  };
};
