import { redirect } from '@sveltejs/kit';
import { endSession } from '$lib/server/access/session';
import { getDb } from '$lib/server/db';
import type { RequestHandler } from './$types';

/** Ends the session; by a button only, so that no link or picture can sign anybody out. */
export const POST: RequestHandler = async (event) => {
  await endSession(getDb(), event);
  redirect(303, '/sign-in');
};
