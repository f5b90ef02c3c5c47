import { labelIn } from '$lib/codebook/codebook';
import { findCell } from '$lib/privacy/release';
import type { Access } from '$lib/server/access/access';
import { findWave } from '$lib/server/db/queries/survey';
import { indicatorTable } from '$lib/server/use-cases/indicator-table';
import { listInstances, proposeForWave } from '$lib/server/use-cases/mapping';
import { positional, type Command, type Outcome } from './command';
import { sentenceOf } from './sentence';
import { commandAccess, requireVersion, workspaceOption } from './workspace';

export const indicators: Command = {
  name: 'indicators',
  usage: 'WAVE [--workspace SLUG]',
  summary: 'Shows every indicator of a wave as released: by area where the wave has areas.',
  options: workspaceOption,
  arguments: 1,
  run(typed): Outcome {
    const access = commandAccess(typed);
    const { waveId, wave, survey, versionId } = requireVersion(access, positional(typed, 0));
    if (listInstances(access, waveId).length === 0) {
      const proposed = proposeForWave(access, waveId);
      if (!proposed.ok) return proposed;
    }
    const tables = tablesOf(access, waveId);
    const issues = tables.flatMap((each) => each.issues);
    if (tables.length > 0 && tables.every((each) => each.table === null))
      return { ok: false, issues: issues.slice(0, 1) };
    return {
      ok: true,
      json: { survey, wave, versionId, indicators: tables },
      text: tables.map(describe).join('\n') || 'Nothing in this wave answers an indicator.'
    };
  }
};

type Shown = ReturnType<typeof tablesOf>[number];

const tablesOf = (access: Access, waveId: string) =>
  listInstances(access, waveId).map(({ indicatorId, key, labels, state }) => {
    const withArea = (findWave(access, waveId)?.areaVariable ?? null) !== null;
    const result = indicatorTable(access, {
      waves: [waveId],
      instanceKey: key,
      group: null,
      withArea
    });
    return {
      indicator: indicatorId,
      key,
      labels,
      mapping: state,
      table: result.ok ? result.value.table : null,
      issues: result.ok ? result.value.notes : result.issues
    };
  });

function describe({ labels, key, table, issues }: Shown): string {
  const name = labelIn(labels, 'en') || key;
  if (!table) return `${name}: ${issues.map(sentenceOf).join(' ')}`;
  const whole = findCell(table, {});
  if (!whole || whole.value === null) return `${name}: ${table.cells.length} cells`;
  return `${name}: ${whole.value} (${whole.low} to ${whole.high}), n = ${whole.n}`;
}
