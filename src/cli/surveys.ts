import { listVersions } from '$lib/server/db/queries/dataset-version';
import type { Command } from './command';
import { commandAccess, workspaceOption } from './workspace';

export const surveys: Command = {
  name: 'surveys',
  usage: '[--workspace SLUG]',
  summary: 'Lists the imported waves with their version ids.',
  options: workspaceOption,
  arguments: 0,
  run(typed) {
    const list = listVersions(commandAccess(typed)).map((version) => ({
      survey: version.survey,
      wave: version.wave,
      versionId: version.versionId,
      rows: version.imported,
      importedAt: version.importedAt.toISOString()
    }));
    const text = list
      .map(
        ({ survey, wave, rows, versionId }) => `${survey} · ${wave} · ${rows} rows · ${versionId}`
      )
      .join('\n');
    return { ok: true, json: list, text: text || 'Nothing has been imported yet.' };
  }
};
