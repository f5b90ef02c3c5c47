import { error, json } from '@sveltejs/kit';
import { requireAccess } from '$lib/server/access/require-access';
import { cancelJob, findJob } from '$lib/server/jobs/job';
import type { RequestHandler } from './$types';

const fresh = { 'cache-control': 'no-store' };

/** How far a job is: `{id, kind, state, done, total, result}`. */
export const GET: RequestHandler = (event) => {
  const found = findJob(requireAccess(event, 'import'), event.params.job);
  if (!found) error(404, { message: 'There is no such job.', code: 'not-found' });
  return json(found, { headers: fresh });
};

/** Asks a job to stop: `{cancelled}`, false when it had ended. */
export const DELETE: RequestHandler = (event) => {
  const cancelled = cancelJob(requireAccess(event, 'import'), event.params.job);
  return json({ cancelled }, { headers: fresh });
};
