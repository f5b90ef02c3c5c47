import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { demoAnalyst } from '$lib/server/access/demo';
import { getDb } from '$lib/server/db';
import { isInUse, loadSample, ownerEmail } from '$lib/server/use-cases/load-sample';
import type { Command } from './command';

const folder = 'data/sample-county';

export const sample: Command = {
  name: 'sample',
  usage: '',
  summary: 'Fills an empty data folder with the fictional county, and prints how to sign in.',
  options: {},
  arguments: 0,
  async run() {
    const files = resolve(folder);
    if (!existsSync(join(files, 'design.json')))
      return refusedWith('sample-files-missing', { folder: files });
    const db = getDb();
    if (isInUse(db)) return refusedWith('data-folder-in-use', {});
    const password = randomBytes(12).toString('base64url');
    const { slug } = await loadSample(db, files, password, (step) =>
      process.stderr.write(`  ${step}\n`)
    );
    return {
      ok: true,
      json: { workspace: slug, owner: ownerEmail, analyst: demoAnalyst.email, password },
      text: `Workspace: /${slug}\nSign in as ${ownerEmail} or ${demoAnalyst.email}, password ${password}`
    };
  }
};

const refusedWith = (code: string, params: Record<string, string>) => ({
  ok: false as const,
  issues: [{ code, severity: 'error' as const, where: {}, params }]
});
