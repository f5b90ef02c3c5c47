import { getDb } from '$lib/server/db';
import { settings } from '$lib/server/settings';
import { createSetupLink } from '$lib/server/use-cases/setup';
import type { Command } from './command';

export const setupLink: Command = {
  name: 'setup-link',
  usage: '',
  summary: 'Makes a new one-time link for the first owner; earlier ones stop working.',
  options: {},
  arguments: 0,
  run() {
    const made = createSetupLink(getDb());
    if (!made.ok) return made;
    const { path, expiresAt } = made.value;
    const url = settings().origin + path;
    return { ok: true, json: { url, expiresAt: expiresAt.toISOString() }, text: url };
  }
};
