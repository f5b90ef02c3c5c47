import type { Inspection } from '../inspect';
import type { ImportPlan } from '../plan';
import type { Sight } from './template';

/** What a file holds, out of its inspection: cells by code, whatever the code means, and every answer. */
export function sightOf(inspection: Inspection, proposal: ImportPlan): Sight {
  const cells: Sight['cells'] = {};
  const values: Sight['values'] = {};
  const byColumn = new Map(inspection.variables.map((one) => [one.index, one]));
  const questions = new Map(inspection.questions.map((one) => [one.id, one]));
  const single = new Map(
    proposal.questions.flatMap(({ id, kind, variables }) =>
      variables.length === 1 && kind !== 'multiple-response'
        ? [[variables[0] ?? '', questions.get(id)?.options]]
        : []
    )
  );
  for (const { name, kind, columnIndex } of proposal.variables) {
    const counted = columnIndex === null ? undefined : byColumn.get(columnIndex);
    if (!counted) continue;
    const options = single.get(name);
    const answers =
      options?.map(({ code, count }): [string, number] => [code, count]) ??
      (kind === 'categorical' ? Object.entries(counted.counts ?? {}) : []);
    const missing = counted.missing.map(({ token, count }): [string, number] => [token, count]);
    cells[name] = Object.fromEntries([...answers, ...missing].filter(([token]) => token !== ''));
    if (options && kind === 'categorical')
      values[name] = options.filter(({ count }) => count > 0).map(({ code }) => code);
  }
  return { rows: inspection.rows, cells, values };
}
