import { error, fail } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Parsed } from '$lib/base/issue';
import { textFor } from '$lib/text/text';
import { parseForm } from './form';

/** A row a page is about; without one the page is not there (404), whoever owns it. */
export function found<T>(row: T | undefined, event: { locals: App.Locals }): T {
  if (row === undefined)
    error(404, { message: textFor(event.locals.language).access.noSuchPage, code: 'not-found' });
  return row;
}

/**
 * A form action's work: reads the form by its schema and calls one use case.
 *
 * @returns the value, or the failure to return from the action: the issues, what was typed, and every
 *   value of fields that can have several
 */
export async function submit<S extends v.GenericSchema, T>(
  event: { request: Request },
  schema: S,
  work: (input: v.InferOutput<S>) => Parsed<T>
) {
  const sent = await event.request.formData();
  const input = parseForm(schema, sent);
  const outcome = input.ok ? work(input.value) : input;
  if (outcome.ok) return { ok: true as const, value: outcome.value };
  const several: Record<string, string[]> = {};
  for (const key of new Set(sent.keys()))
    several[key] = sent.getAll(key).filter((item) => typeof item === 'string');
  return {
    ok: false as const,
    failure: fail(422, { issues: outcome.issues, values: input.values, several })
  };
}
