import { borich } from './borich';
import { deprivation } from './deprivation';
import { hanlon } from './hanlon';
import { importanceSatisfaction } from './importance-satisfaction';
import { rankedDiscrepancy } from './ranked-discrepancy';
import { severity } from './severity';
import { unmetNeedSize } from './unmet-need';
import type { PriorityDefinition } from './definition';

/** Every method that ranks, one line each. Quadrants (./ipa.ts) sort services without ranking them. */
export const priorityMethods = [
  unmetNeedSize,
  hanlon,
  deprivation,
  severity,
  importanceSatisfaction,
  borich,
  rankedDiscrepancy
] as const satisfies readonly PriorityDefinition[];

export type PriorityMethodId = (typeof priorityMethods)[number]['id'];

/** @throws RangeError on an id that is not in the list */
export function getPriorityMethod(id: string): PriorityDefinition {
  const found = priorityMethods.find((method) => method.id === id);
  if (!found) throw new RangeError(`there is no priority method "${id}"`);
  return found;
}
