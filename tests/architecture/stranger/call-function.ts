import { inspect } from 'node:util';
import type { Db } from '../../../src/lib/server/db/open';
import { argument, idNames, tableNamed } from './arguments';
import type { FoundFunction } from './functions-with-access';
import type { Planted, PlantedSet } from './planted-workspaces';

const modules = import.meta.glob<Record<string, unknown>>([
  '/src/lib/server/db/queries/*.ts',
  '/src/lib/server/use-cases/*.ts',
  '!/**/*.test.ts',
  '!/**/*.fixture.ts'
]);

export const everything = { depth: null, maxArrayLength: null, maxStringLength: null } as const;

/**
 * Calls a function as `asker`, first with every id from `about`, then with one of them from `about`
 * and the rest the asker's own, so that one refusal hides no other gap. A name that does not say
 * which row it means is tried with a row of every table.
 *
 * @returns all it gave back, as text; an error is an answer too, its message included
 */
export async function callFunction(
  found: FoundFunction,
  db: Db,
  { planted, asker, about }: { planted: Planted; asker: PlantedSet; about: PlantedSet }
): Promise<string> {
  const module = await modules[`/${found.file}`]?.();
  const call = module?.[found.name] as (...given: unknown[]) => unknown;
  const [mine, theirs] = [planted.idsOf(asker), planted.idsOf(about)];
  const names = new Set(found.parameters.flatMap(idNames));
  const isOpen = [...names].some((name) => tableNamed(name, theirs) === null);
  const tables = isOpen ? [...theirs.keys()] : [''];
  const answers: string[] = [];
  for (const only of [null, ...names])
    for (const table of tables) {
      const given = found.parameters.map((sample) =>
        argument(sample, (name) => {
          const ids = only === null || only === name ? theirs : mine;
          return ids.get(tableNamed(name, ids) ?? table) ?? '';
        })
      );
      // Work handed to a worker is beyond the refusal this test looks for.
      const later = new Promise((resolve) => setTimeout(resolve, 200, 'still at work'));
      try {
        const access = planted.accessOf(asker, db);
        const answer = await Promise.race([call(access, ...given), later]);
        answers.push(inspect(answer, everything));
      } catch (error) {
        answers.push(inspect(error, everything));
      }
    }
  return answers.join('\n');
}
