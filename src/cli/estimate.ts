import { readFileSync } from 'node:fs';
import { DesignError } from '$lib/estimation';
import { QueryError } from '$lib/estimation/query/data-source';
import { evaluate } from '$lib/estimation/query/query';
import { WeightingError } from '$lib/estimation/weighting';
import { refused } from '$lib/server/access/refused';
import { responsesOf } from '$lib/server/db/queries/dataset-version';
import { storedSource } from '$lib/server/db/stored-source';
import { isGiven, Misuse, positional, type Command, type Outcome } from './command';
import { commandAccess, requireVersion, workspaceOption } from './workspace';

export const estimate: Command = {
  name: 'estimate',
  usage: 'WAVE SPEC.json --unreleased [--workspace SLUG]',
  summary:
    'Answers a specification in full precision, for analysts; the answer is not for publication.',
  options: { unreleased: { type: 'boolean' }, ...workspaceOption },
  arguments: 2,
  run(typed): Outcome {
    const access = commandAccess(typed);
    const version = requireVersion(access, positional(typed, 0));
    const spec = readSpec(positional(typed, 1));
    // A free specification has no table around it, so nothing can tell which cells give others away.
    if (!isGiven(typed, 'unreleased')) return refused('estimate-not-releasable');
    const responses = responsesOf(access, version.versionId);
    if (!responses) return refused('no-such-version');
    try {
      const answer = evaluate(storedSource(responses), spec);
      return { ok: true, json: answer, text: JSON.stringify(answer, null, 2) };
    } catch (error) {
      if (
        error instanceof QueryError ||
        error instanceof DesignError ||
        error instanceof WeightingError
      )
        return refused('query-refused', undefined, { code: error.code, detail: error.message });
      throw error;
    }
  }
};

function readSpec(path: string): Record<string, unknown> {
  try {
    const spec: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof spec === 'object' && spec !== null && !Array.isArray(spec))
      return spec as Record<string, unknown>;
  } catch (error) {
    throw new Misuse(`The specification ${path} cannot be read: ${String(error)}`);
  }
  throw new Misuse(`The specification ${path} is not a JSON object.`);
}
