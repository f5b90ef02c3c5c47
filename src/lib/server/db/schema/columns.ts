import { integer, text } from 'drizzle-orm/sqlite-core';
import { newId } from '$lib/base/id';

/** Sortable text id, made by the program. */
export const id = () =>
  text('id')
    .primaryKey()
    .$defaultFn(() => newId());

/** The workspace a row belongs to. Every application row has one. */
export const inWorkspace = () => text('workspace_id').notNull();

/** A moment in UTC, milliseconds. */
export const instant = (name: string) => integer(name, { mode: 'timestamp_ms' });

export const madeAt = () =>
  instant('created_at')
    .notNull()
    .$defaultFn(() => new Date());

export const changedAt = () =>
  instant('updated_at')
    .notNull()
    .$defaultFn(() => new Date())
    .$onUpdateFn(() => new Date());

export const flag = (name: string) => integer(name, { mode: 'boolean' }).notNull().default(false);

/** Who may see a row beside its owner organization. */
export const visibility = () =>
  text('visibility', { enum: ['organization', 'coalition', 'public'] })
    .notNull()
    .default('organization');
