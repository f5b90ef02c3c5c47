import { getDb } from '$lib/server/db';
import { backup as copy } from '$lib/server/use-cases/backup';
import { positional, type Command } from './command';

export const backup: Command = {
  name: 'backup',
  usage: 'FILE',
  summary: 'Copies the database into one file, also while the program runs.',
  options: {},
  arguments: 1,
  async run(typed) {
    const made = await copy(getDb(), positional(typed, 0));
    return made.ok
      ? { ok: true, json: made.value, text: `${made.value.bytes} bytes in ${made.value.file}` }
      : made;
  }
};
