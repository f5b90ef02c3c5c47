import type { Status, Verdict } from './judge';

const statuses: Status[] = ['passed', 'failed', 'refused', 'not-implemented'];

/** Verdicts per family as a text table, then what is not implemented by name. */
export function familyTable(verdicts: readonly Verdict[], implemented: readonly string[]): string {
  const families = [...new Set(verdicts.map(({ family }) => family))].sort();
  const rows = families.map((family) =>
    line(
      family,
      verdicts.filter((v) => v.family === family)
    )
  );
  const missing = families.filter((family) => !implemented.includes(family));
  const features = new Map<string, number>();
  for (const { feature } of verdicts)
    if (feature) features.set(feature, (features.get(feature) ?? 0) + 1);
  return [
    [
      'family'.padEnd(20),
      'passed',
      'failed',
      'refused',
      'not implemented',
      'numbers',
      'worst'
    ].join('  '),
    ...rows,
    line('all', verdicts),
    `Families not implemented: ${missing.join(', ') || 'none'}`,
    ...[...features].map(
      ([feature, count]) => `Not implemented because the design has ${feature}: ${count} cases`
    )
  ].join('\n');
}

function line(name: string, verdicts: readonly Verdict[]): string {
  const counts = statuses.map((status) => verdicts.filter((v) => v.status === status).length);
  const numbers = verdicts.reduce((sum, { compared }) => sum + compared, 0);
  const worst = Math.max(0, ...verdicts.map(({ worstRelativeError }) => worstRelativeError ?? 0));
  const widths = [6, 6, 7, 15, 7];
  return [
    name.padEnd(20),
    ...[...counts, numbers].map((count, i) => String(count).padStart(widths[i]!)),
    worst.toExponential(1)
  ].join('  ');
}
