import type { Issue } from '$lib/base/issue';
import { detailKinds, redacted, type DetailKind } from '../identifiers/free-text';
import type { PlannedVariable } from '../plan';
import { HIDDEN } from './hidden';

/** Personal data, the key of the response and people's own words: no cell of theirs is quoted anywhere. */
const isQuotable = ({ role, kind }: Pick<PlannedVariable, 'role' | 'kind'>): boolean =>
  role !== 'identifier' && role !== 'id' && kind !== 'text';

/** Params that repeat what a cell says. */
const QUOTING = ['value', 'proposal', 'example', 'text'];
/** A number or a code says nothing about a person; a cell that belongs to no column may say anything. */
const PLAIN = /^[\d.,%$ :/-]{1,12}$/;
/** In any other place only what is surely personal is taken out. */
const SURE: readonly DetailKind[] = ['email', 'phone', 'national-id'];
const hiddenWords = Object.fromEntries(detailKinds.map((kind) => [kind, HIDDEN])) as Record<
  DetailKind,
  string
>;

/**
 * Issues that quote no personal data: cells of personal columns, of keys and of open texts are hidden;
 * so are cells that belong to no column, unless they are plain numbers; e-mail addresses, telephones and
 * person numbers are, wherever they stand.
 */
export function withoutPersonalValues(
  issues: readonly Issue[],
  variables: readonly PlannedVariable[]
): Issue[] {
  const hidden = new Set(
    variables.flatMap((variable) =>
      isQuotable(variable)
        ? []
        : [variable.columnIndex ?? ('column' in variable.source ? variable.source.column : -1)]
    )
  );
  return issues.map((issue) => {
    const { columnIndex } = issue.where;
    const isHidden = columnIndex !== undefined && hidden.has(columnIndex);
    const params: Issue['params'] = Object.fromEntries(
      Object.entries(issue.params).map(([name, value]): [string, string | number] => {
        if (typeof value !== 'string') return [name, value];
        if (isHidden && QUOTING.includes(name)) return [name, HIDDEN];
        const isLoose = columnIndex === undefined && name === 'value' && !PLAIN.test(value);
        if (isLoose) return [name, HIDDEN];
        return [name, redacted(value, hiddenWords, name === 'text' ? detailKinds : SURE)];
      })
    );
    return { ...issue, params };
  });
}
