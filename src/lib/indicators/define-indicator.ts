import { levelOf } from './levels';
import type { EstimateTable } from '$lib/privacy/table';
import type { ComputeContext, IndicatorDefinition, IndicatorFacts } from './definition';
import type { Home } from './share-table';

/** Misuse by the author of a definition. */
export class DefinitionError extends Error {
  override name = 'DefinitionError';
}

const codeOf = /^(Z([1-9]|1[0-6])|A([1-9]|1[0-7]))$/;

/** A definition as written: `compute` is given the definition, for the words of its table. */
export interface IndicatorSource<Id extends string> extends Omit<
  IndicatorDefinition,
  'compute' | 'benchmarks'
> {
  id: Id;
  /** default none */
  benchmarks?: IndicatorDefinition['benchmarks'];
  compute(context: ComputeContext, home: Home): EstimateTable;
}

/**
 * Checks a definition when the program starts, so that a wrong one never reaches a screen.
 *
 * @throws DefinitionError on a missing language, input, example or source, and on a level that the
 *   level rules contradict for the split the indicator is at home in
 */
export function defineIndicator<const Id extends string>(
  source: IndicatorSource<Id>
): IndicatorDefinition & { readonly id: Id } {
  const problems = problemsOf(source);
  const { needs, examples } = source;
  if (!needs.some((input) => !input.optional)) problems.push('no required input');
  if (new Set(needs.map((input) => input.id)).size < needs.length) problems.push('an input twice');
  if (examples.length === 0) problems.push('no example');
  if (problems.length > 0) throw new DefinitionError(`${source.id}: ${problems.join('; ')}`);
  const { benchmarks = [] } = source;
  return { ...source, benchmarks, compute: (context) => source.compute(context, source) };
}

/** What is wrong with the facts of an indicator, whatever feeds it. */
export function problemsOf(facts: IndicatorFacts): string[] {
  const problems: string[] = [];
  const { id, code, level, unitOfAnalysis, claim, lever, source, formula, method, feeds } = facts;
  if (!/^[a-z]+(-[a-z]+)*$/.test(id)) problems.push('id is not kebab-case');
  if (!codeOf.test(code)) problems.push(`code "${code}" is not in the inventory`);
  if (code.startsWith('Z') !== (level === 'mezzo')) problems.push('code and level disagree');
  const home = { group: null, area: level === 'mezzo' ? 'area' : null };
  if (levelOf({ unitOfAnalysis, claim, lever, split: home }) !== level)
    problems.push('the level rules give another level');
  for (const labels of [facts.labels, facts.universe, facts.within])
    if (!labels.en || !labels.es) problems.push('a text lacks English or Spanish');
  if (feeds.length === 0) problems.push('nothing feeds it');
  if (method.length === 0) problems.push('no method page');
  if (formula.trim() === '') problems.push('no formula');
  if (source.trim() === '') problems.push('no published source');
  return problems;
}
