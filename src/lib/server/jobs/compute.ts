import type { Parsed } from '$lib/base/issue';
import type { Access } from '$lib/server/access/access';
import { openDatabase, type Db } from '$lib/server/db/open';
import { askBench } from '$lib/server/use-cases/bench';
import { dataQuality } from '$lib/server/use-cases/data-quality';
import { deprivationChecks } from '$lib/server/use-cases/deprivation-checks';
import { modelledAreas } from '$lib/server/use-cases/index-areas';
import { indexResult } from '$lib/server/use-cases/index-result';
import { makeIndicatorTable } from '$lib/server/use-cases/indicator-table';
import { makeNeedsChange, makeNeedsList } from '$lib/server/use-cases/needs';
import { makeWaveChange } from '$lib/server/use-cases/wave-change';
import { prioritiesOf, quadrantsOf } from '$lib/server/use-cases/priorities';
import type { Recipe } from '$lib/server/use-cases/released-cache';

/** What the compute worker is sent: plain data, since the database handle stays with its thread. */
export interface ComputeTask {
  databaseFile: string;
  access: Omit<Access, 'db'>;
  recipe: Recipe;
}

type Maker = (access: Access, ...args: never[]) => Parsed<unknown>;

/** Everything a recipe may name. A result of these is what pages wait for. */
export const makers: Readonly<Record<string, Maker>> = {
  'indicator-table': makeIndicatorTable,
  'wave-change': makeWaveChange,
  'needs-list': makeNeedsList,
  'needs-change': makeNeedsChange,
  priorities: prioritiesOf,
  quadrants: quadrantsOf,
  'index-result': indexResult,
  'modelled-areas': modelledAreas,
  'deprivation-checks': deprivationChecks,
  'bench-answer': askBench,
  'data-quality': dataQuality
};

/** The connection of this thread; its cache keeps the columns that tables ask for again and again. */
let open: { file: string; db: Db } | null = null;

/** Makes a released result in a worker, on a connection of its own. */
export function compute({ databaseFile, access, recipe }: ComputeTask): Parsed<unknown> {
  const maker = makers[recipe.maker];
  if (!maker) throw new RangeError(`nothing makes "${recipe.maker}"`);
  return maker({ ...access, db: connection(databaseFile) }, ...(recipe.args as never[]));
}

function connection(file: string): Db {
  if (open?.file === file) return open.db;
  open?.db.$client.close();
  open = { file, db: openDatabase(file) };
  return open.db;
}
