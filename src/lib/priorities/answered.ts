import { memberColumn, no, yes, yesNoColumn } from '$lib/indicators/answer-column';
import { partLabels } from '$lib/indicators/chosen-column';
import { importanceColumn } from '$lib/indicators/mezzo/importance-satisfaction';
import { met, needColumn, notNeeded, unmet } from '$lib/indicators/unmet-need';
import type { Responses } from '$lib/codebook/responses';
import type { Design } from '$lib/estimation/design/design';
import type { IndicatorInstance, MappedInput } from '$lib/indicators/definition';
import type { NeedItem, PriorityItem } from './definition';

/** 1 = the need is unmet, 0 = it is met or not there, NaN = not known. */
export const unmetColumn = (responses: Responses, { inputs }: NeedItem): Float64Array =>
  memberColumn(needColumn(responses, inputs), [unmet], [met, notNeeded]);

/** One service as people rated it: shares and, where the answers are numbers, the numbers. */
export interface RatedService extends PriorityItem {
  /** 1 yes, 0 no, NaN outside: finds it important, is satisfied */
  important: Float64Array;
  satisfied: Float64Array;
  /** the answers as numbers on one common scale; null when they are not */
  pairs: { importance: Float64Array; performance: Float64Array } | null;
}

/** Services in the order of the satisfaction items. */
export function ratedServices(responses: Responses, instance: IndicatorInstance): RatedService[] {
  const { importance, satisfaction } = instance.inputs;
  if (!importance || !satisfaction) return [];
  const hasOneScale = sameScale(importance, satisfaction);
  return satisfaction.variables.map((key, service) => {
    const rated = importance.variables[service];
    return {
      key,
      labels: partLabels(responses, satisfaction.questionId, key),
      important: shares(importanceColumn(responses, importance, service)),
      satisfied: shares(yesNoColumn(responses, satisfaction, key)),
      pairs:
        hasOneScale && rated !== undefined
          ? completePairs(
              numbersOf(responses, importance, rated),
              numbersOf(responses, satisfaction, key)
            )
          : null
    };
  });
}

const shares = (marks: Uint8Array): Float64Array => memberColumn(marks, [yes], [no]);

const scaleOf = ({ yes, no }: MappedInput): number[] =>
  [...yes, ...no].map(Number).sort((a, b) => a - b);

/** Both questions count the same numbers as answers: 1 to 5 and 1 to 5. */
function sameScale(importance: MappedInput, satisfaction: MappedInput): boolean {
  const [a, b] = [scaleOf(importance), scaleOf(satisfaction)];
  const isRated = importance.no.length > 0 && a.length > 1;
  return isRated && a.length === b.length && a.every((value, i) => value === b[i]);
}

/** Range of the common scale; null when there is none. */
export function commonScale({ inputs }: IndicatorInstance): { low: number; high: number } | null {
  const { importance, satisfaction } = inputs;
  if (!importance || !satisfaction || !sameScale(importance, satisfaction)) return null;
  const scale = scaleOf(importance);
  return { low: scale[0]!, high: scale.at(-1)! };
}

/** The answer as its own number; NaN for codes that count neither way ("don't know") and for none. */
function numbersOf(responses: Responses, input: MappedInput, variable: string): Float64Array {
  const counted = new Set([...input.yes, ...input.no]);
  if (responses.codebook.variables.find(({ name }) => name === variable)?.kind === 'numeric')
    return responses
      .numbers(variable)
      .values.map((value) => (counted.has(String(value)) ? value : NaN));
  const { codes, categories } = responses.categories(variable);
  const values = [NaN, ...categories.map(({ code }) => (counted.has(code) ? Number(code) : NaN))];
  return Float64Array.from(codes, (code) => values[code] ?? NaN);
}

function completePairs(importance: Float64Array, performance: Float64Array) {
  const both = (own: Float64Array, other: Float64Array): Float64Array =>
    own.map((value, i) => (Number.isNaN(other[i]!) ? NaN : value));
  return {
    importance: both(importance, performance),
    performance: both(performance, importance)
  };
}

/** Respondents of the design with a value, unweighted; with `of` those with that value. */
export function countRows(design: Design, column: Float64Array, of?: number): number {
  let count = 0;
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    if (design.excluded?.[i] || Number.isNaN(value)) continue;
    if (of === undefined || value === of) count++;
  }
  return count;
}
