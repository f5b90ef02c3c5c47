import type { Draft } from '$lib/server/use-cases/import-drafts';
import { layoutSaid } from '$lib/survey/operations/layout';

/** How a file is read now, as the form shows it. */
export interface LayoutValues {
  encoding: string;
  delimiter: string;
  headerRows: number;
  preambleRecords: number;
  decimal: '.' | ',' | '';
}

/** How the file of a draft is read now: by its plan, else as was said last. */
export function layoutNow(draft: Draft): LayoutValues {
  const said = layoutSaid(draft.operations.slice(0, draft.operationCount));
  const { plan } = draft;
  const styles = new Set(
    plan?.variables.flatMap(({ source }) =>
      source.from === 'column' && source.number ? [source.number.decimal] : []
    )
  );
  const [decimal] = styles;
  return {
    encoding: plan?.layout.encoding ?? said.encoding ?? 'utf-8',
    delimiter: plan?.layout.delimiter ?? said.delimiter ?? ',',
    headerRows: plan?.layout.headerRows ?? said.headerRows ?? 1,
    preambleRecords: plan?.layout.preambleRecords ?? said.preambleRecords ?? 0,
    decimal: styles.size === 1 && decimal ? decimal : ''
  };
}

/** What a form says otherwise than the file is read now, as a decision. */
export function layoutChange(form: FormData, draft: Draft): { kind: string } {
  const now = layoutNow(draft);
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const count = (name: 'headerRows' | 'preambleRecords') => {
    const value = text(name).trim();
    return /^\d+$/.test(value) && Number(value) !== now[name] ? { [name]: Number(value) } : {};
  };
  const said = (name: 'encoding' | 'delimiter' | 'decimal') => {
    const value = text(name) === 'tab' ? '\t' : text(name);
    return value !== '' && value !== now[name] ? { [name]: value } : {};
  };
  const changes = {
    ...said('encoding'),
    ...said('delimiter'),
    ...said('decimal'),
    ...count('headerRows'),
    ...count('preambleRecords')
  };
  return { kind: Object.keys(changes).length > 0 ? 'layout' : '', ...changes };
}
