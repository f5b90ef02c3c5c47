import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import { simpleDesign } from '$lib/estimation';
import { objectField, objectList, type Spec } from '$lib/estimation/query/spec';
import { findForm } from '$lib/estimation/query/family-forms';
import type { DataColumn, DataSource } from '$lib/estimation/query/data-source';
import { readDesign } from '$lib/estimation/query/read-design';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import type { StoredDesign } from '$lib/server/db/schema/survey';
import { storedSource } from '$lib/server/db/stored-source';
import { answerOf, askedWave, benchVariables, failure, type BenchAnswer } from './bench';
import { benchLedger } from './bench-ledger';
import { publicSplits } from './bench-sets';
import { benchSource, type BenchVariable } from './bench-variables';

/**
 * Answers a specification `{family, design, filter?, ...}` as it may leave: the same gate as the bench.
 * Columns are named by heading or by variable name.
 *
 * Refused: as `askBench`; `family-unknown`; `bench-partial-variable` when a variable lists only some of
 * its answers, which would be a condition in disguise; `bench-design-column` when the design weights by
 * a column that is no weight.
 */
export function askSpec(access: Access, waveId: Id, spec: Spec): Parsed<BenchAnswer> {
  const form = findForm(String(spec.family));
  if (!form) return refused('family-unknown', 'family');
  const found = askedWave(access, waveId);
  if (!found.ok) return found;
  const { wave, version, responses, policy, words } = found.value;
  const variables = benchVariables(access, wave.id, 'en');
  const plain = benchSource(responses, variables);
  const names = new Map(
    responses.codebook.variables.map(({ heading, name }) => [heading, name] as const)
  );
  const nameOf = (asked: string): string => names.get(asked) ?? asked;
  const source: DataSource = {
    ...plain,
    column: (asked): DataColumn | null => plain.column(nameOf(asked))
  };
  const partial = variablesIn(spec).find((one) => isPartial(one, variables, nameOf));
  if (partial) return refused('bench-partial-variable', undefined, { name: String(partial.var) });
  const weight = spec.family === 'padjust' ? null : weightOf(spec.design);
  const role = responses.codebook.variables.find(({ name }) => name === nameOf(weight ?? ''))?.role;
  if (weight !== null && role !== 'weight')
    return refused('bench-design-column', 'design', { name: weight });
  try {
    const isFree = form.gate === 'none';
    const design = isFree
      ? simpleDesign(responses.rows)
      : readDesign(storedSource(responses), objectField(spec, 'design'));
    const splits = publicSplits(responses.codebook, wave.areaVariable, plain);
    const stored = isFree ? null : storedWords(objectField(spec, 'design'));
    const ledger = benchLedger(access, version.versionId);
    const question = { form, spec };
    return answerOf({ source, design, stored, policy, words, question, splits, ledger });
  } catch (error) {
    return { ok: false, issues: [failure(error)] };
  }
}

const firstOf = (value: unknown): string | null => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : null;
};

/** The design of a specification as a wave keeps one; null when it has no strata, units or weights. */
function storedWords(design: Spec): StoredDesign | null {
  const [strata, psu, weight] = [design.strata, design.ids, design.weights].map(firstOf) as [
    string | null,
    string | null,
    string | null
  ];
  if (strata === null && psu === null && weight === null) return null;
  const lonely = (['adjust', 'average', 'certainty', 'remove'] as const).find(
    (rule) => rule === design.lonely
  );
  return {
    strata,
    psu,
    weight: weight === '.one' ? null : weight,
    fpc: firstOf(design.fpc),
    nest: design.nest === true,
    lonely: lonely ?? 'fail'
  };
}

/** Every variable a specification describes, however deep. */
function variablesIn(value: unknown): Spec[] {
  if (Array.isArray(value)) return value.flatMap(variablesIn);
  if (typeof value !== 'object' || value === null) return [];
  const object = value as Spec;
  const own = typeof object.var === 'string' && object.op === undefined ? [object] : [];
  const { design: _, ...rest } = object;
  return [...own, ...Object.values(rest).flatMap(variablesIn)];
}

/** A variable that leaves some answers out, or gives answers numbers of its own. */
function isPartial(
  spec: Spec,
  variables: readonly BenchVariable[],
  nameOf: (asked: string) => string
): boolean {
  const kind = spec.kind ?? 'numeric';
  if (kind === 'numeric' || kind === 'sum') return false;
  const known = variables.find(({ name }) => name === nameOf(String(spec.var)));
  const list = (field: string): string[] =>
    Array.isArray(spec[field]) ? (spec[field] as unknown[]).map(String) : [];
  const listed =
    kind === 'indicator'
      ? [...list('true'), ...list('false')]
      : kind === 'category'
        ? list('levels')
        : list('from');
  const isOwnNumbers = kind === 'map' && list('to').join() !== list('from').join();
  return isOwnNumbers || !known || known.answers.some(({ code }) => !listed.includes(code));
}

/** The column a design weighs by; null when every weight is 1. */
function weightOf(design: unknown): string | null {
  if (typeof design !== 'object' || design === null) return null;
  const { weights, base } = design as Spec;
  // A weighting step of the specification's own could weigh anyone away.
  if (base !== undefined || objectList(design as Spec, 'adjust').length > 0) return 'adjust';
  return typeof weights === 'string' && weights !== '.one' ? weights : null;
}
