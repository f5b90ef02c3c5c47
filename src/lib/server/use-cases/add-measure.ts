import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Codebook, Labels } from '$lib/codebook/codebook';
import { indicators } from '$lib/indicators';
import type { InputSpec, MappedInput } from '$lib/indicators/definition';
import { inputKey } from '$lib/indicators/input-keys';
import { firstReading, questionsFor } from '$lib/indicators/propose/fits-input';
import { slugOf } from '$lib/indicators/propose/survey-items';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import { readCodebook } from '$lib/server/db/codebook-rows';
import { currentVersion } from '$lib/server/db/queries/dataset-version';
import { listMappings, type StoredMapping } from '$lib/server/db/queries/indicator-mapping';
import { findWave } from '$lib/server/db/queries/survey';
import { saveMapping } from './mapping';

/** The form that ties an indicator to a wave's questions by hand. */
export interface AddForm {
  indicatorId: string;
  labels: Labels;
  inputs: {
    id: string;
    labels: Labels;
    isOptional: boolean;
    /** takes several questions */
    isMany: boolean;
    choices: { id: string; labels: Labels }[];
  }[];
}

/** Questions of a wave for each input of an indicator; null when there is no such indicator or version. */
export function addForm(access: Access, waveId: Id, indicatorId: string): AddForm | null {
  const definition = indicators.find(({ id }) => id === indicatorId);
  const version = findWave(access, waveId) && currentVersion(access, waveId);
  if (!definition || !version) return null;
  const codebook = readCodebook(access.db, version.versionId);
  return {
    indicatorId,
    labels: definition.labels,
    inputs: definition.needs.map((spec: InputSpec) => ({
      id: spec.id,
      labels: spec.labels,
      isOptional: spec.optional,
      isMany: spec.many === true,
      choices: questionsFor(spec, codebook).map(({ id, labels, variables: [name] }) => {
        const own = codebook.variables.find((one) => one.name === name)?.labels ?? {};
        return { id, labels: Object.keys(labels).length > 0 ? labels : own };
      })
    }))
  };
}

/**
 * A new measure of an indicator from the questions a person chose, with a first reading of how their
 * answers count. It waits as unsure until it is confirmed.
 *
 * Refused: `no-such-wave`, `wave-without-responses`, `no-such-indicator`, and the reasons of
 * `saveMapping`.
 *
 * @param chosen ids of questions by input
 */
export function addMeasure(
  access: Access,
  waveId: Id,
  indicatorId: string,
  chosen: Readonly<Record<string, string[]>>
): Parsed<StoredMapping> {
  if (!findWave(access, waveId)) return refused('no-such-wave');
  const version = currentVersion(access, waveId);
  if (!version) return refused('wave-without-responses');
  const definition = indicators.find(({ id }) => id === indicatorId);
  if (!definition) return refused('no-such-indicator', 'indicatorId');
  const codebook = readCodebook(access.db, version.versionId);
  const inputs = Object.fromEntries(
    definition.needs.flatMap((spec: InputSpec) => inputsFrom(spec, chosen[spec.id] ?? [], codebook))
  );
  const first = Object.values(inputs)[0];
  const question = codebook.questions.find(({ id }) => id === first?.questionId);
  const own = codebook.variables.find(({ name }) => name === first?.variables[0]);
  const labels = Object.keys(question?.labels ?? {}).length > 0 ? question!.labels : own?.labels;
  return saveMapping(access, {
    waveId,
    indicatorId,
    key: freeKey(access, waveId, indicatorId, slugOf(first?.questionId ?? 'own')),
    labels: labels ?? definition.labels,
    inputs,
    state: 'unsure'
  });
}

function inputsFrom(
  spec: InputSpec,
  ids: readonly string[],
  { questions, variables }: Codebook
): [string, MappedInput][] {
  const wanted = spec.many ? ids : ids.slice(0, 1);
  return wanted.flatMap((id, i): [string, MappedInput][] => {
    const question = questions.find((one) => one.id === id);
    const first = variables.find(({ name }) => name === question?.variables[0]);
    return question && first
      ? [[inputKey(spec.id, i + 1), firstReading(question, first, spec)]]
      : [];
  });
}

/** "social-cohesion:block", or "social-cohesion:block-2" when the wave has that one. */
function freeKey(access: Access, waveId: Id, indicatorId: string, slug: string): string {
  const taken = new Set(listMappings(access, waveId).map(({ key }) => key));
  const named = (n: number): string => `${indicatorId}:${slug}${n === 1 ? '' : `-${n}`}`;
  let n = 1;
  while (taken.has(named(n))) n++;
  return named(n);
}
