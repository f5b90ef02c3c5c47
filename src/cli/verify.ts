import { getDb } from '$lib/server/db';
import { checkSnapshot } from '$lib/server/use-cases/recompute-snapshot';
import { verify as check } from '$lib/server/use-cases/verify';
import type { Command } from './command';

export const verify: Command = {
  name: 'verify',
  usage: '',
  summary: 'Checks every hash and computes every frozen figure again from the stored columns.',
  options: {},
  arguments: 0,
  run() {
    const { versions, snapshots, issues } = check(getDb(), checkSnapshot);
    const json = { ok: issues.length === 0, versions, snapshots };
    return issues.length > 0
      ? { ok: false, issues, json }
      : {
          ok: true,
          json: { ...json, issues },
          text: `${versions} dataset versions and ${snapshots} frozen figures are as they were written.`
        };
  }
};
