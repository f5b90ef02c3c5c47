import { mergeDefinitions, type Definition } from '../companions/definition';
import type { Pairing } from '../companions/pair-tables';
import { fromXlsForm } from '../companions/xlsform-definition';
import type { RepeatPlan } from '../plan';
import type { Planned, TableRequest } from './planned';

/**
 * Plans for the tables of repeated groups, each by itself; a table without rows has none.
 *
 * @param planTable plans one table (it calls this, so it hands itself over)
 */
export function planRepeats(
  { repeats, form, definition }: Pairing,
  asIs: boolean,
  planTable: (request: TableRequest) => Planned
): RepeatPlan[] {
  const said: Definition[] = [
    ...(definition ? [definition] : []),
    ...(form ? [fromXlsForm(form)] : [])
  ];
  return repeats.flatMap(({ table, key, name }): RepeatPlan[] => {
    const { plan } = planTable({
      text: { ...table, issues: [] },
      others: [],
      asIs,
      ...(said.length > 0 && { definition: mergeDefinitions(said) })
    });
    if (!plan) return [];
    const { file, container } = table;
    return [
      {
        name,
        file,
        ...(container && { container }),
        key,
        include: true,
        plan: { ...plan, repeat: name }
      }
    ];
  });
}
