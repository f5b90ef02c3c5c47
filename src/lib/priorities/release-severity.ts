import { release } from '$lib/privacy/release';
import { combinedSeverity, phaseOf, severityLabels, type Phase, type Severity } from './severity';
import { tableOf } from './release-scores';
import type { ReleasePolicy } from '$lib/privacy/policy';
import type { Released, ReleasedTable } from '$lib/privacy/table';
import type { PriorityContext } from './definition';

/** People at a severity or worse, all needs together, and the phase that follows. */
export interface ReleasedSeverity {
  /** one row for each severity from 2 on, "or worse" */
  table: Released<ReleasedTable>;
  /** null where a step may not be shown */
  phase: Phase | null;
}

/** Null where the answers do not tell partly from not at all. */
export function releaseSeverity(
  context: PriorityContext,
  policy: ReleasePolicy
): ReleasedSeverity | null {
  const steps = combinedSeverity(context.responses, context.design, context.needs);
  if (!steps) return null;
  const items = steps.map(({ from, estimate, n, x }, i) => ({
    key: String(from),
    labels: severityLabels[from],
    estimate,
    bounds: null,
    n,
    x,
    psus: estimate.psus,
    // Neighboring steps stand side by side, so their difference is known too.
    classes: [x, n - x, x - (steps[i + 1]?.x ?? 0)]
  }));
  const method = {
    id: 'combined-severity',
    labels: { en: 'Combined severity', es: 'Gravedad combinada' },
    meaning: {
      en: 'households that answered about every need; the most severe need decides',
      es: 'hogares que respondieron sobre todas las necesidades; decide la más grave'
    },
    unit: 'proportion',
    decimals: 0,
    first: 'highest'
  } as const;
  const table = release(tableOf(method, items, 'proportion', context), policy);
  const shown = table.cells.flatMap(({ at, value, low, high }) =>
    value === null || low === null || high === null
      ? []
      : [{ from: Number(at.item) as Severity, value, low, high }]
  );
  return { table, phase: shown.length === items.length ? phaseOf(shown) : null };
}
