import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import type { SampleType } from '$lib/privacy/table';
import { findWave } from '$lib/server/db/queries/survey';
import { describeWave, factsOf } from '$lib/server/use-cases/describe-wave';
import { importSurvey } from '$lib/server/use-cases/import-survey';
import { planFile } from '$lib/server/use-cases/inspect-file';
import type { ImportPlan } from '$lib/survey/plan';
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
import { sentenceOf } from './sentence';
import { commandAccess, workspaceOption } from './workspace';

export const importFile: Command = {
  name: 'import',
  usage:
    'FILE --survey NAME --wave NAME [--with COMPANION]... [--template FILE] [--as-is] [--yes] [--sample-type TYPE [--population N]] [--workspace SLUG]',
  summary: 'Stores a survey file as a new version of a wave.',
  options: {
    survey: { type: 'string' },
    wave: { type: 'string' },
    with: { type: 'string' },
    template: { type: 'string' },
    'as-is': { type: 'boolean' },
    yes: { type: 'boolean' },
    'sample-type': { type: 'string' },
    population: { type: 'string' },
    ...workspaceOption
  },
  arguments: 1,
  run(typed): Outcome {
    const path = positional(typed, 0);
    const names = { survey: required(typed, 'survey'), wave: required(typed, 'wave') };
    const template = optional(typed, 'template');
    const people = readSample(typed);
    const planned = planFile({
      path,
      companions: (typed.values.with ?? []).map((companion) => ({ path: companion })),
      asIs: isGiven(typed, 'as-is')
    });
    if (!planned.ok) return planned;
    const { plan, issues } = planned.value;
    if (!plan) return { ok: false, issues };
    const open = template === null ? plan.openQuestions : [];
    if (open.length > 0 && !isGiven(typed, 'yes')) return { ok: false, issues: open };
    const request = {
      path,
      fileName: basename(path),
      // Nobody else waits for this process: it may use a second core.
      readers: Math.min(2, availableParallelism()),
      ...names,
      plan: template === null ? plan : fitted(readTemplate(template), plan)
    };
    const access = commandAccess(typed);
    const done = importSurvey(access, request);
    if (!done.ok) return done;
    const wave = findWave(access, done.value.waveId);
    if (people && wave) {
      const described = describeWave(access, wave.id, { ...factsOf(wave), ...people });
      if (!described.ok) return described;
    }
    const { versionId, sha256, rows, imported, excluded } = done.value;
    const found = [...issues, ...done.value.issues].map(({ where, ...issue }) => ({
      ...issue,
      ...where,
      message: sentenceOf({ where, ...issue })
    }));
    return {
      ok: true,
      json: { versionId, sha256, rows, imported, excluded, issues: found },
      text: `${imported} of ${rows} rows imported as version ${versionId}.`
    };
  }
};

/** How the people were chosen, when it was said. @throws Misuse when it has no meaning */
function readSample(typed: Typed): { sampleType: SampleType; population: number | null } | null {
  const type = optional(typed, 'sample-type');
  if (type === null) return null;
  const sampleType = sampleTypes.find((known) => known === type);
  if (!sampleType) throw new Misuse(`--sample-type is one of ${sampleTypes.join(', ')}.`);
  const text = optional(typed, 'population');
  const population = text === null ? null : Number(text);
  if (population !== null && !(Number.isInteger(population) && population > 0))
    throw new Misuse('--population is a whole number of people.');
  return { sampleType, population };
}

const sampleTypes = ['probability', 'census', 'membership', 'opt-in', 'administrative'] as const;

/** A plan saved from an earlier wave. @throws Misuse when the file holds something else */
function readTemplate(path: string): ImportPlan {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Misuse(`The template ${path} cannot be read: ${String(error)}`);
  }
  const isPlan =
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === 1 &&
    'variables' in value &&
    Array.isArray(value.variables);
  if (!isPlan) throw new Misuse(`${path} is not an import template.`);
  return value as ImportPlan;
}

/**
 * The decisions of a template with the layout and exclusions of this file.
 *
 * @throws Misuse when the headings differ: decisions about other columns must not be reused
 */
function fitted(template: ImportPlan, plan: ImportPlan): ImportPlan {
  const headings = ({ variables }: ImportPlan) =>
    JSON.stringify(variables.map(({ columnIndex, heading }) => [columnIndex, heading]));
  if (template.format !== plan.format || headings(template) !== headings(plan))
    throw new Misuse('The template was made for a file with other columns.');
  return { ...template, layout: plan.layout, exclusions: plan.exclusions };
}
