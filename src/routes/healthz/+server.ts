import { sql } from 'drizzle-orm';
import { getDb } from '$lib/server/db';
import type { RequestHandler } from './$types';

/** "ok" when the program runs and its database answers. */
export const GET: RequestHandler = () => {
  getDb().get(sql`SELECT 1`);
  return new Response('ok\n', {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  });
};
