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
    if (!made.ok) return made;
    const { bytes, file, keys } = made.value;
    const apart =
      keys === null
        ? ''
        : `\nThe keys of private columns are not in it. Keep a copy of this folder too, in another place: ${keys}`;
    return { ok: true, json: made.value, text: `${bytes} bytes in ${file}${apart}` };
  }
};
