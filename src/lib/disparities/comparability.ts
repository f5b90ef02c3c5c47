import { canonical } from '$lib/base/canonical';
import type { Issue } from '$lib/base/issue';
import type { Codebook, Labels } from '$lib/codebook/codebook';
import type { IndicatorInstance, MappedInput } from '$lib/indicators/definition';

/** One wave's way of asking: what must be alike for a change to mean anything. */
export interface Asked {
  codebook: Codebook;
  instance: IndicatorInstance;
  universe: Labels | null;
  mode: Labels | null;
}

/**
 * What differs between two waves of one measure: wording, answers, which answers count, whom it was
 * asked, how. Each difference is an issue; a change over a difference is shown with a break.
 */
export function comparabilityIssues(earlier: Asked, later: Asked): Issue[] {
  const issues: Issue[] = [];
  const note = (code: string, params: Issue['params'] = {}): void => {
    issues.push({ code, severity: 'note', where: {}, params });
  };
  for (const [id, input] of Object.entries(later.instance.inputs)) {
    const before = earlier.instance.inputs[id];
    if (!before) {
      note('input-added', { input: id });
      continue;
    }
    if (!isAlike(wording(earlier.codebook, before), wording(later.codebook, input)))
      note('wording-changed', { input: id, question: input.questionId });
    if (!isAlike(answers(earlier.codebook, before), answers(later.codebook, input)))
      note('answers-changed', { input: id, question: input.questionId });
    if (!isAlike([before.yes, before.no], [input.yes, input.no]))
      note('counting-changed', { input: id, question: input.questionId });
  }
  if (!isAlike(earlier.universe, later.universe)) note('universe-changed');
  if (!isAlike(earlier.mode, later.mode)) note('mode-changed');
  return issues;
}

const isAlike = (a: Parameters<typeof canonical>[0], b: Parameters<typeof canonical>[0]): boolean =>
  canonical(a) === canonical(b);

const wording = ({ questions }: Codebook, { questionId }: MappedInput) =>
  questions.find(({ id }) => id === questionId)?.labels ?? null;

const answers = ({ variables }: Codebook, input: MappedInput) =>
  input.variables.map((name) =>
    (variables.find((variable) => variable.name === name)?.categories ?? [])
      .map(({ code, labels }) => ({ code, labels }))
      .sort((a, b) => (a.code < b.code ? -1 : 1))
  );
