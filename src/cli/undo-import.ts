import { undoImport as undo } from '$lib/server/use-cases/undo-import';
import { positional, type Command } from './command';
import { commandAccess, workspaceOption } from './workspace';

export const undoImport: Command = {
  name: 'undo-import',
  usage: 'VERSION-ID [--workspace SLUG]',
  summary: 'Takes an import back, while no frozen figure rests on it.',
  options: workspaceOption,
  arguments: 1,
  run(typed) {
    const undone = undo(commandAccess(typed), positional(typed, 0));
    return undone.ok
      ? { ok: true, json: undone.value, text: `Version ${undone.value.versionId} is gone.` }
      : undone;
  }
};
