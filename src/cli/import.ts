import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { sampleTypes, type SampleType } from '$lib/privacy/sample-type';
import { findWave } from '$lib/server/db/queries/survey';
import { describeWave, factsOf } from '$lib/server/use-cases/describe-wave';
import { importSurvey } from '$lib/server/use-cases/import-survey';
import { arrangeSurvey, inspectFile, planFile } from '$lib/server/use-cases/inspect-file';
import { withAllRepairs } from '$lib/survey/operations/repair-plan';
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
import { chooseTemplate, differencesAfter, fitTemplate } from './import-template';
import { sentenceOf } from './sentence';
import { commandAccess, workspaceOption } from './workspace';

export const importFile: Command = {
  name: 'import',
  usage:
    'FILE --survey NAME --wave NAME [--with COMPANION]... [--template FILE|latest] [--as-is] [--yes] [--sample-type TYPE [--population N]] [--workspace SLUG]',
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
    const names = { survey: required(typed, 'survey'), wave: required(typed, 'wave') };
    const isYes = isGiven(typed, 'yes');
    const people = readSample(typed);
    const arranged = arrangeSurvey({
      path: positional(typed, 0),
      companions: (typed.values.with ?? []).map((companion) => ({ path: companion })),
      asIs: isGiven(typed, 'as-is')
    });
    if (!arranged.ok) return arranged;
    const survey = arranged.value;
    const { path, companions = [] } = survey;
    const planned = planFile(survey);
    if (!planned.ok) return planned;
    const { plan, issues } = planned.value;
    if (!plan) return { ok: false, issues };
    const chosen = survey.asIs
      ? null
      : chooseTemplate(optional(typed, 'template'), names.survey, plan, {
          access: () => commandAccess(typed),
          isYes
        });
    const fitted = chosen
      ? fitTemplate(chosen, plan, { isYes, inspect: () => inspectionOf(survey) })
      : { ok: true as const, plan };
    if (!fitted.ok) return fitted;
    const open = chosen ? [] : plan.openQuestions;
    if (open.length > 0 && !isYes) return { ok: false, issues: open };
    const request = {
      path,
      fileName: basename(path),
      companions: companions.map((each) => ({ path: each.path, fileName: basename(each.path) })),
      // Nobody else waits for this process: it may use a second core.
      readers: Math.min(2, availableParallelism()),
      ...names,
      // `--yes` is yes to what each open question proposes.
      plan: isYes ? withAllRepairs(fitted.plan) : fitted.plan,
      proposal: plan
    };
    const access = commandAccess(typed);
    const done = importSurvey(access, request);
    if (!done.ok) return done;
    const wave = findWave(access, done.value.waveId);
    if (people && wave) {
      const described = describeWave(access, wave.id, { ...factsOf(wave), ...people });
      if (!described.ok) return described;
    }
    const { versionId, sha256, rows, imported, excluded, repeats } = done.value;
    const changed = chosen
      ? differencesAfter(access, chosen, plan, { versionId, plan: fitted.plan })
      : [];
    const found = [...issues, ...done.value.issues, ...changed].map(({ where, ...issue }) => ({
      ...issue,
      ...where,
      message: sentenceOf({ where, ...issue })
    }));
    return {
      ok: true,
      json: {
        versionId,
        sha256,
        rows,
        imported,
        excluded,
        issues: found,
        ...(repeats.length > 0 && { repeats }),
        ...(chosen && { template: chosen.id })
      },
      text: [
        `${imported} of ${rows} rows imported as version ${versionId}.`,
        ...repeats.map(
          (each) =>
            `${each.name}: ${each.imported} of ${each.rows} rows as version ${each.versionId}.`
        )
      ].join('\n')
    };
  }
};

/** What the whole file holds; null when it cannot be read. */
function inspectionOf(file: Parameters<typeof inspectFile>[0]) {
  const inspected = inspectFile(file);
  return inspected.ok ? inspected.value.inspection : null;
}

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
