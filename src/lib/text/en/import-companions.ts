import type { Paired, PairKind } from '$lib/survey/companions/paired';

const count = (n: number, one: string, many: string): string =>
  n === 1 ? `1 ${one}` : `${n} ${many}`;

/** How files that were dropped together belong together. */
export const importCompanions = {
  title: 'Files that belong together',
  kinds: {
    form: 'Form',
    dictionary: 'Data dictionary',
    events: 'List of events',
    codebook: 'Codebook',
    weights: 'Replicate weights',
    columns: 'More columns of the same people',
    repeat: 'Repeated group',
    none: 'Not used'
  } satisfies Record<PairKind, string>,
  /** Why we think so, in one sentence. */
  reason({ reason, mainColumn, companionColumn }: Paired): string {
    const columns =
      mainColumn === companionColumn
        ? `"${mainColumn}"`
        : `"${companionColumn}", which is "${mainColumn}" in the responses`;
    switch (reason) {
      case 'headings':
        return 'Its headings say what it is.';
      case 'parent-key':
        return `Its rows name the response they belong to in ${columns}.`;
      case 'same-id':
        return `It has one row for each response, by ${columns}.`;
      case 'same-id-numbered':
        return `It has one row for each response, by ${columns}, and a numbered set of columns.`;
      case 'many-rows-per-id':
        return `It has several rows for a response, by ${columns}.`;
      case 'same-columns':
        return 'It has the same columns as the responses: another export or wave of the survey.';
      case 'unknown':
        return 'Nothing in it matches the responses.';
    }
  },
  /** What was found: fields of a form among the columns, or rows that found their response. */
  found({ kind, matched, unmatched }: Paired): string {
    if (kind === 'none') return '';
    const isForm = kind === 'form' || kind === 'dictionary' || kind === 'codebook';
    if (matched + unmatched === 0) return '';
    const all = matched + unmatched;
    return isForm
      ? `${matched} of ${count(all, 'field', 'fields')} found among the columns`
      : `${matched} of ${count(all, 'row', 'rows')} found their response`;
  }
};
