import { parseArgs } from 'node:util';
import { closeDb } from '$lib/server/db';
import { DatabaseVersionError } from '$lib/server/db/migrate';
import { Misuse, Refusal, type Command, type Outcome, type Typed } from './command';
import { commands } from './commands';
import { sentenceOf } from './sentence';

const say = (text: string) => process.stderr.write(`${text}\n`);

const usageOf = ({ name, usage }: Command) => `groundswell ${name} ${usage}`.trim();

function help(): string {
  const lines = commands.map((command) => `  ${usageOf(command)}\n      ${command.summary}`);
  return `Usage: npm run -s groundswell -- COMMAND [--json]\n\n${lines.join('\n')}`;
}

/** @throws Misuse when the words do not fit the command */
function read(command: Command, words: string[]): Typed & { json: boolean } {
  const options = {
    json: { type: 'boolean' },
    ...Object.fromEntries(
      Object.entries(command.options).map(([name, option]) => [name, { ...option, multiple: true }])
    )
  } as const;
  try {
    const { positionals, values } = parseArgs({ args: words, options, allowPositionals: true });
    const wanted = [command.arguments].flat();
    if (!wanted.includes(positionals.length))
      throw new Misuse(`${wanted.join(' or ')} expected after "${command.name}".`);
    const { json, ...rest } = values as Record<string, unknown>;
    const texts = Object.entries(rest).map(([name, list]): [string, string[]] => [
      name,
      (list as (string | boolean)[]).map((value) => (value === true ? '' : String(value)))
    ]);
    return { positionals, values: Object.fromEntries(texts), json: json === true };
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

function tell(outcome: Outcome, json: boolean): number {
  if (outcome.ok) {
    const text = json ? JSON.stringify(outcome.json) : outcome.text;
    if (text !== '') process.stdout.write(`${text}\n`);
    return 0;
  }
  for (const issue of outcome.issues) say(sentenceOf(issue));
  if (json) {
    const issues = outcome.issues.map((issue) => ({ ...issue, message: sentenceOf(issue) }));
    process.stdout.write(`${JSON.stringify({ ...outcome.json, issues })}\n`);
  }
  return 1;
}

async function attempt(command: Command, typed: Typed): Promise<Outcome> {
  try {
    return await command.run(typed);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, issues: [error.issue] };
    throw error;
  }
}

/** Runs one command. @returns exit code: 0 done, 1 refused with issues, 2 misuse */
export async function main(words: readonly string[]): Promise<number> {
  const [name = '', ...rest] = words;
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    const asked = name === '' || name === 'help' || name === '--help';
    say(asked ? help() : `There is no command "${name}".\n\n${help()}`);
    return name === 'help' || name === '--help' ? 0 : 2;
  }
  try {
    const typed = read(command, rest);
    return tell(await attempt(command, typed), typed.json);
  } catch (error) {
    if (error instanceof Misuse) {
      say(`${error.message}\nUsage: ${usageOf(command)}`);
      return 2;
    }
    if (error instanceof DatabaseVersionError) {
      say(error.message);
      return 1;
    }
    throw error;
  } finally {
    closeDb();
  }
}

process.exitCode = await main(process.argv.slice(2));
