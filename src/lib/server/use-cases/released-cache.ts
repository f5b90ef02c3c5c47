import type { Parsed } from '$lib/base/issue';
import type { Access } from '$lib/server/access/access';
import type { Db } from '$lib/server/db/open';

/** Results kept per database, oldest leaving first: small, since they hold released numbers only. */
const mostKept = 500;
const kept = new WeakMap<Db, Map<string, Parsed<unknown>>>();

/** How another thread makes a result: a maker of `jobs/compute.ts` by its name, and what it takes. */
export interface Recipe {
  maker: string;
  args: readonly unknown[];
}

/** Makes results on another thread. */
export type MakeElsewhere = (access: Access, recipe: Recipe) => Promise<Parsed<unknown>>;

let elsewhere: MakeElsewhere | null = null;

/** From now on results asked for inside `settled` or by `madeAfresh` are made elsewhere; null = on the spot again. */
export function makeElsewhere(make: MakeElsewhere | null): void {
  elsewhere = make;
}

/** Results that arrived for the page being made now; null = nobody waits, so all is made on the spot. */
let arrived: Map<string, Parsed<unknown>> | null = null;

/** Leaves the work that asked for a result which is not there yet. `settled` catches it. */
class NotMadeYet extends Error {
  override name = 'NotMadeYet';

  constructor(
    readonly access: Access,
    readonly key: string,
    readonly recipe: Recipe
  ) {
    super('the result is being made');
  }
}

/**
 * A result made once per workspace and key. The key names everything that makes it (dataset
 * versions, mappings, design, policy), and a version never changes, so an entry never goes stale.
 *
 * @param recipe how another thread makes the same; without one it is made here
 */
export function cachedRelease<T>(
  access: Access,
  key: string,
  make: () => Parsed<T>,
  recipe?: Recipe
): Parsed<T> {
  const { db, workspaceId } = access;
  const place = `${workspaceId} ${key}`;
  const found = arrived?.get(place) ?? kept.get(db)?.get(place);
  if (found) return found as Parsed<T>;
  if (recipe && arrived && elsewhere && !db.$client.memory)
    throw new NotMadeYet(access, place, recipe);
  const made = make();
  keep(db, place, made);
  return made;
}

function keep(db: Db, place: string, result: Parsed<unknown>): void {
  let results = kept.get(db);
  if (!results) kept.set(db, (results = new Map<string, Parsed<unknown>>()));
  results.set(place, result);
  const oldest = results.keys().next();
  if (results.size > mostKept && !oldest.done) results.delete(oldest.value);
}

/**
 * What `work` returns, with the results it asks for made on another thread, so that pages of others
 * go on meanwhile. `work` is left when a result is not there and run again when it has arrived: it
 * reads, and writes nothing.
 */
export async function settled<T>(work: () => T): Promise<T> {
  const results = new Map<string, Parsed<unknown>>();
  for (;;) {
    try {
      return runWith(results, work);
    } catch (error) {
      if (!(error instanceof NotMadeYet) || !elsewhere) throw error;
      const { access, key, recipe } = error;
      // Others have their turn between looking up what is needed and handing it over.
      await new Promise(setImmediate);
      const result = await elsewhere(access, recipe);
      results.set(key, result);
      keep(access.db, key, result);
    }
  }
}

/**
 * What `make` returns, made on another thread where there is one, and never kept: for answers that
 * rest on more than a key can name, or that write down that they were given.
 *
 * @param recipe how another thread makes the same
 */
export async function madeAfresh<T>(
  access: Access,
  make: () => Parsed<T>,
  recipe: Recipe
): Promise<Parsed<T>> {
  if (!elsewhere || access.db.$client.memory) return make();
  return (await elsewhere(access, recipe)) as Parsed<T>;
}

function runWith<T>(results: Map<string, Parsed<unknown>>, work: () => T): T {
  const before = arrived;
  arrived = results;
  try {
    return work();
  } finally {
    arrived = before;
  }
}
