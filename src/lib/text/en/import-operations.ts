import { importPrivacy } from './import-privacy';
import { importReview } from './import-review';

type Params = Readonly<Record<string, string | number>>;

const useName = (use: string | number | undefined): string =>
  (importReview.questions.uses as Record<string, string>)[String(use)] ?? String(use);
const bases: Record<string, string> = importReview.detail.bases;
const directions: Record<string, string> = importReview.detail.directions;
const list = (parts: readonly (string | false)[]): string =>
  parts.filter((part) => part !== false && part !== '').join('; ');

/** What was decided, one sentence for each kind of operation. */
export const importOperations: Record<string, (params: Params) => string> = {
  use: ({ count, question, use }) =>
    Number(count) === 1
      ? `${question}: ${useName(use)}`
      : `Uses of ${count} questions, the first ${question}`,
  edit: ({ question }) => `Wording, answers and codes of ${question}`,
  bulk: ({ count, question, include, base, direction, missing }) =>
    `${Number(count) === 1 ? question : `${count} questions`}: ${list([
      include === 'off' && 'left out',
      include === 'use' && 'used as proposed',
      base !== '' && (bases[String(base)] ?? ''),
      direction !== '' && (directions[String(direction)] ?? ''),
      missing !== '' && `no answer is written as ${missing}`
    ])}`,
  flip: ({ question }) => `Order of answers turned round: ${question}`,
  decide: ({ choice, line, column }) =>
    choice === 'keep-rows'
      ? `The row on line ${line} is kept`
      : choice === 'decline'
        ? `Proposal declined${column === '' ? '' : `, column ${column}`}`
        : `Proposal accepted${Number(line) > 0 ? `, line ${line}` : ''}${column === '' ? '' : `, column ${column}`}`,
  'accept-all': ({ count }) =>
    Number(count) === 1 ? 'The open proposal accepted' : `All ${count} open proposals accepted`,
  'accept-open': ({ count }) =>
    Number(count) === 1 ? 'The open proposal accepted' : `All ${count} open proposals accepted`,
  layout: ({ encoding, delimiter, preambleRecords, headerRows, decimal }) =>
    `How the file is read: ${list([
      encoding !== undefined && `characters ${String(encoding).toUpperCase()}`,
      delimiter !== undefined &&
        `between cells ${importReview.read.delimiters[String(delimiter)] ?? delimiter}`,
      preambleRecords !== undefined && `${preambleRecords} lines before the header`,
      headerRows !== undefined && `${headerRows} header rows`,
      decimal !== undefined && `decimal sign ${decimal}`
    ])}`,
  design: ({ survey, wave }) => `Names and design: ${survey}, ${wave}`,
  protect: ({ count, variable, way }) =>
    Number(count) === 1
      ? `${variable}: ${(importPrivacy.ways as Record<string, string>)[String(way)] ?? way}`
      : `Privacy of ${count} columns, the first ${variable}`,
  template: ({ survey, wave, isAfresh }) =>
    Number(isAfresh) === 1
      ? 'The file judged afresh, without an earlier wave'
      : `Decisions taken over from ${survey}, ${wave}`
};
