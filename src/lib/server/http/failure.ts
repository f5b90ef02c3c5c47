import { newId } from '$lib/base/id';

/**
 * One line about a failure for the log: a code the person also sees, the place in the program, and
 * the frames of the stack. The message is left out, because messages of the database and of parsers
 * quote what they choked on, and that may be somebody's answer.
 */
export function failureLine(
  error: unknown,
  where: { code: string; status: number; method: string; routeId: string | null }
): string {
  const head = `${where.code} ${where.status} ${where.method} ${where.routeId ?? '(no route)'}`;
  return [head, ...causes(error).flatMap(({ name, frames }) => [name, ...frames])].join('\n');
}

/** Name and place of a failure outside a request, for the log; its message is left out for the same reason. */
export const failureTrace = (error: unknown): string =>
  causes(error)
    .flatMap(({ name, frames }) => [name, ...frames])
    .join('\n');

/** Short enough to read out on the phone. */
export const failureCode = (): string => newId().slice(-8);

function causes(error: unknown, depth = 0): { name: string; frames: string[] }[] {
  if (!(error instanceof Error) || depth > 3) return [];
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [{ name: `${error.name}${code}`, frames }, ...causes(error.cause, depth + 1)];
}
