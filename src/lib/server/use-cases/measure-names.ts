import type { Id } from '$lib/base/id';
import { labelIn, type Labels, type Question } from '$lib/codebook/codebook';
import { getIndicator } from '$lib/indicators';
import type { IndicatorInstance } from '$lib/indicators/definition';
import type { Access } from '$lib/server/access/access';
import { currentVersion, responsesOf } from '$lib/server/db/queries/dataset-version';
import type { StoredMapping } from '$lib/server/db/queries/indicator-mapping';
import { lowerFirst } from '$lib/text/format';
import { languages } from '$lib/text/text';
import { listInstances } from './mapping';

/** A measure in the list of a screen, and the questions of the wave it was found in. */
export interface ListedMeasure {
  instance: StoredMapping;
  questions: readonly Question[];
}

/** Every measure of some waves once, from the first wave that has it. */
export function listMeasures(access: Access, waves: readonly Id[]): ListedMeasure[] {
  const found = new Map<string, ListedMeasure>();
  for (const waveId of waves) {
    const version = currentVersion(access, waveId);
    const questions = version && responsesOf(access, version.versionId)?.codebook.questions;
    for (const instance of listInstances(access, waveId))
      if (!found.has(instance.key))
        found.set(instance.key, { instance, questions: questions ?? [] });
  }
  return [...found.values()];
}

/**
 * Names by which a person can tell measures apart: "Paying the rent: unmet need", since one question
 * may feed several indicators. Where two would still be called alike, as parks under importance and
 * under satisfaction, their questions come first.
 */
export function measureNames(measures: readonly Named[]): Labels[] {
  const names = measures.map(({ instance }) => withIndicator(instance));
  return measures.map((measure, i) => {
    const name = names[i]!;
    const isTaken = names.some((other, j) => j !== i && isAlike(other, name));
    return isTaken ? withQuestion(name, measure) : name;
  });
}

/** What a name is made of. */
interface Named {
  instance: Pick<IndicatorInstance, 'labels' | 'indicatorId' | 'inputs'>;
  questions: readonly Pick<Question, 'id' | 'labels'>[];
}

const inEach = (say: (language: (typeof languages)[number]) => string): Labels =>
  Object.fromEntries(languages.map((language) => [language, say(language)]));

const isAlike = (a: Labels, b: Labels): boolean =>
  languages.some((language) => a[language] === b[language]);

/** The indicator after the need or question; some instances carry its name already. */
const withIndicator = ({ labels, indicatorId }: Named['instance']): Labels =>
  inEach((language) => {
    const own = labelIn(labels, language);
    const indicator = lowerFirst(labelIn(getIndicator(indicatorId).labels, language));
    return own.endsWith(`: ${indicator}`) ? own : `${own}: ${indicator}`;
  });

function withQuestion(name: Labels, { instance, questions }: Named): Labels {
  const [first] = Object.values(instance.inputs);
  const asked = questions.find(({ id }) => id === first?.questionId)?.labels ?? {};
  return inEach((language) => [labelIn(asked, language), name[language]].filter(Boolean).join(' '));
}
