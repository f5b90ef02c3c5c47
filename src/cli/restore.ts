import { settings } from '$lib/server/settings';
import { restore as putBack } from '$lib/server/use-cases/restore';
import { positional, type Command } from './command';

export const restore: Command = {
  name: 'restore',
  usage: 'FILE',
  summary: 'Puts a backup in the place of the database, which is kept beside it.',
  options: {},
  arguments: 1,
  run(typed) {
    const restored = putBack(positional(typed, 0), settings().databaseFile);
    if (!restored.ok) return restored;
    const { databaseFile, earlier } = restored.value;
    const kept = earlier === null ? '' : `\nWhat was there before: ${earlier}`;
    const keys =
      '\nKeys of private columns are not part of a backup. If this is another machine, put the folder "keys" of the old one beside the database.';
    return { ok: true, json: restored.value, text: `Restored ${databaseFile}.${kept}${keys}` };
  }
};
