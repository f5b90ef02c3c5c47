import { readFileSync } from 'node:fs';
import { csvText } from '$lib/base/csv';
import type { Parsed } from '$lib/base/issue';
import { DesignError } from '$lib/estimation';
import { QueryError } from '$lib/estimation/query/data-source';
import { familyForms, findForm } from '$lib/estimation/query/family-forms';
import { evaluate } from '$lib/estimation/query/query';
import { WeightingError } from '$lib/estimation/weighting';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import { listVersions, responsesOf } from '$lib/server/db/queries/dataset-version';
import { storedSource } from '$lib/server/db/stored-source';
import { askBench, askUnreleased, type BenchAnswer } from '$lib/server/use-cases/bench';
import { askSpec } from '$lib/server/use-cases/bench-spec';
import { factRows } from '$lib/server/use-cases/bench-view';
import { benchOptions, questionFromWords, readCondition } from '$lib/server/use-cases/bench-words';
import { en } from '$lib/text/en';
import {
  isGiven,
  Misuse,
  optional,
  positional,
  required,
  type Command,
  type Outcome,
  type Typed
} from './command';
import { commandAccess, requireVersion, workspaceOption } from './workspace';

const text = { type: 'string' } as const;

export const estimate: Command = {
  name: 'estimate',
  usage:
    'WAVE SPEC.json [--unreleased] | --wave WAVE [--survey NAME] --family FAMILY [--y VARIABLE=YES] [--by VARIABLE] [--where VARIABLE=VALUE]... [--csv] [--unreleased] [--workspace SLUG]',
  summary:
    'Answers a question about a wave as it may be released; with --unreleased in full precision and without the privacy rules, for analysts.',
  options: {
    unreleased: { type: 'boolean' },
    csv: { type: 'boolean' },
    survey: text,
    wave: text,
    family: text,
    where: text,
    design: text,
    ...Object.fromEntries(benchOptions.map((option) => [option, text])),
    ...workspaceOption
  },
  arguments: [0, 2],
  run(typed): Outcome {
    const access = commandAccess(typed);
    return typed.positionals.length === 2 ? fromFile(access, typed) : fromWords(access, typed);
  }
};

function fromFile(access: Access, typed: Typed): Outcome {
  const version = requireVersion(access, positional(typed, 0));
  const spec = readSpec(positional(typed, 1));
  if (!isGiven(typed, 'unreleased'))
    return told(askSpec(access, version.waveId, spec), isGiven(typed, 'csv'));
  const responses = responsesOf(access, version.versionId);
  if (!responses) return refused('no-such-version');
  try {
    const answer = evaluate(storedSource(responses), spec);
    return { ok: true, json: answer, text: JSON.stringify(answer, null, 2) };
  } catch (error) {
    if (
      error instanceof QueryError ||
      error instanceof DesignError ||
      error instanceof WeightingError
    )
      return refused('query-refused', undefined, { code: error.code, detail: error.message });
    throw error;
  }
}

function fromWords(access: Access, typed: Typed): Outcome {
  const filter = (typed.values.where ?? []).map((words) => {
    const condition = readCondition(words);
    if (!condition) throw new Misuse(`--where ${words} has no = or other sign.`);
    return condition;
  });
  const { family, wordsOf } = askedOf(typed);
  const { waveId } = requireVersion(access, waveNamed(access, typed));
  const question = questionFromWords(waveId, family, wordsOf, filter);
  if (!isGiven(typed, 'unreleased'))
    return told(askBench(access, question, 'en'), isGiven(typed, 'csv'));
  const answer = askUnreleased(access, question, 'en');
  return answer.ok
    ? { ok: true, json: answer.value, text: JSON.stringify(answer.value, null, 2) }
    : answer;
}

/**
 * The family and its options. A mean or total with groups is the family of groups.
 *
 * @throws Misuse when an option was given that the family does not have
 */
function askedOf(typed: Typed): {
  family: string;
  wordsOf: (option: string) => readonly string[];
} {
  const named = required(typed, 'family');
  const isGrouped = isGiven(typed, 'by') && (named === 'mean' || named === 'total');
  const family = isGrouped ? 'mean_by' : named;
  const form = findForm(family);
  if (!form)
    throw new Misuse(
      `There is no family "${family}". There are: ${familyForms.map((one) => one.family).join(', ')}.`
    );
  const stat = isGrouped && !isGiven(typed, 'stat') ? [named] : null;
  const own = [...form.fields.map(({ id }) => id), 'design'];
  const other = benchOptions.find((option) => isGiven(typed, option) && !own.includes(option));
  if (other)
    throw new Misuse(
      `The family ${family} takes no --${other}. It takes ${own.map((id) => `--${id}`).join(', ')}.`
    );
  return {
    family,
    wordsOf: (option) => (option === 'stat' && stat ? stat : (typed.values[option] ?? []))
  };
}

/** The version of `--wave`, or the only one of `--survey`. @throws Misuse when neither names one */
function waveNamed(access: Access, typed: Typed): string {
  const [survey, wave] = [optional(typed, 'survey'), optional(typed, 'wave')];
  if (survey === null) return required(typed, 'wave');
  const found = listVersions(access).filter(
    (version) => version.survey === survey && (wave === null || version.wave === wave)
  );
  const [only] = found;
  if (found.length === 1 && only) return only.versionId;
  const waves = found.map((version) => version.wave).join(', ');
  throw new Misuse(
    found.length === 0
      ? `There is no survey "${survey}"${wave === null ? '' : ` with a wave "${wave}"`}.`
      : `"${survey}" has several waves; name one with --wave: ${waves}.`
  );
}

/** A gated answer: its fields as in the reference, what was hidden null, and the marks beside them. */
function told(asked: Parsed<BenchAnswer>, asCsv: boolean): Outcome {
  if (!asked.ok) return asked;
  const { answer, facts, threshold, warnings, r } = asked.value;
  const rows = factRows(asked.value);
  const marks = facts.map(({ place, name, status }) => ({
    place,
    name,
    mark: en.bench.csvMarks[status]
  }));
  return {
    ok: true,
    json: {
      ...answer,
      release: { threshold, warnings: warnings.map(({ code }) => code), r, marks }
    },
    text: asCsv ? csvText(rows).trimEnd() : rows.map((row) => row.join('\t')).join('\n')
  };
}

function readSpec(path: string): Record<string, unknown> {
  try {
    const spec: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof spec === 'object' && spec !== null && !Array.isArray(spec))
      return spec as Record<string, unknown>;
  } catch (error) {
    throw new Misuse(`The specification ${path} cannot be read: ${String(error)}`);
  }
  throw new Misuse(`The specification ${path} is not a JSON object.`);
}
