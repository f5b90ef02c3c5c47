import type { ParseArgsConfig } from 'node:util';
import type { Issue } from '$lib/base/issue';

/** What was typed after the command's name. */
export interface Typed {
  positionals: string[];
  /** every value of an option, in order; a flag that was given has one empty text */
  values: Record<string, string[]>;
}

/** How a command ends: done (exit 0) or refused (exit 1), as one JSON object and as text. */
export type Outcome =
  | { ok: true; json: unknown; text: string }
  | { ok: false; issues: Issue[]; json?: Record<string, unknown> };

/** One command of the command line; a file each, listed in `commands.ts`. */
export interface Command {
  name: string;
  /** what follows the name: `FILE [--with COMPANION]...` */
  usage: string;
  summary: string;
  options: NonNullable<ParseArgsConfig['options']>;
  /** how many positionals there must be; several where a command takes either */
  arguments: number | readonly number[];
  run(typed: Typed): Outcome | Promise<Outcome>;
}

/** The command was typed in a way that has no meaning (exit 2). */
export class Misuse extends Error {
  override name = 'Misuse';
}

/** The one value of an option. @throws Misuse when it is missing */
export function required(typed: Typed, option: string): string {
  const value = optional(typed, option);
  if (value === null) throw new Misuse(`--${option} is missing.`);
  return value;
}

/** The last value of an option; null when it was not given. */
export const optional = (typed: Typed, option: string): string | null =>
  typed.values[option]?.at(-1) ?? null;

export const isGiven = (typed: Typed, option: string): boolean =>
  typed.values[option] !== undefined;

/** The positional at a place; the number of them has been checked. */
export const positional = (typed: Typed, at: number): string => typed.positionals[at] ?? '';

/** The command cannot be done as things stand (exit 1). */
export class Refusal extends Error {
  override name = 'Refusal';

  constructor(readonly issue: Issue) {
    super(issue.code);
  }
}
