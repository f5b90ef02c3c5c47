import type { Issue, Parsed } from '$lib/base/issue';
import type { Labels, Variable } from '$lib/codebook/codebook';
import {
  casperWeights,
  crossMargin,
  type Margin,
  type TypedMargin
} from '$lib/estimation/weighting';
import type { RequestedMargin, WeightingBase } from '$lib/server/db/queries/weighting';
import type { StoredResponses } from '$lib/server/db/stored-responses';
import { refused } from '$lib/server/access/refused';
import { keysOf } from './wave-keys';

/** A number variable with more values than this has no categories. */
const mostValues = 100;

const problem = (code: string, params: Issue['params'], line?: number): Issue => ({
  code,
  severity: 'error',
  where: { field: 'margins', ...(line !== undefined && { line }) },
  params
});

/** Weights to start from: 1 for everybody, a variable, or CASPER weights. */
export function baseWeights(responses: StoredResponses, base: WeightingBase): Parsed<Float64Array> {
  if (base.kind === 'none') return { ok: true, value: new Float64Array(responses.rows).fill(1) };
  const name = base.kind === 'variable' ? base.variable : base.cluster;
  const variable = responses.codebook.variables.find((one) => one.name === name);
  if (base.kind === 'casper')
    return variable
      ? casperWeights(keysOf(responses, name), base)
      : refused('weighting-variable-unknown', 'cluster', { variable: name });
  if (variable?.kind !== 'numeric')
    return refused('weighting-variable-unknown', 'base', { variable: name });
  return { ok: true, value: Float64Array.from(responses.numbers(name).values) };
}

/** Margins of a request over the rows of the version. */
export const marginsOver = (
  responses: StoredResponses,
  margins: readonly RequestedMargin[]
): Margin[] =>
  margins.map(({ variables, cells }) =>
    crossMargin(
      variables.join(', '),
      variables.map((name) => keysOf(responses, name)),
      cells
    )
  );

/**
 * Typed margins as the version knows them: variables by name, heading or label, categories by code or
 * label in any language, shares as people.
 *
 * @param total people that shares are of
 *
 * Refused, with the line: `margin-variable-unknown`, `margin-variable-no-categories`,
 * `margin-category-unknown` with what there is instead, `margin-category-twice`, `margin-variable-twice`.
 */
export function resolveMargins(
  responses: StoredResponses,
  typed: readonly TypedMargin[],
  total: number
): Parsed<RequestedMargin[]> {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const margins = typed.flatMap((margin): RequestedMargin[] => {
    const columns = margin.variables.map((text) => findVariable(responses, text));
    const lacking = margin.variables.filter((_, k) => !columns[k]);
    for (const variable of lacking)
      issues.push(problem('margin-variable-unknown', { variable }, margin.line));
    const found = columns.flatMap((column) => (column ? [column] : []));
    for (const { name } of found.filter((column) => !hasCategories(responses, column)))
      issues.push(problem('margin-variable-no-categories', { variable: name }, margin.line));
    const name = found.map((column) => column.name).join(', ');
    if (seen.has(name) && name !== '')
      issues.push(problem('margin-variable-twice', { variable: name }, margin.line));
    seen.add(name);
    if (found.length < columns.length || issues.some(({ where }) => where.line === margin.line))
      return [];
    const sum = margin.cells.reduce((all, { target }) => all + target, 0);
    const scale = margin.isShare && sum > 0 ? total / sum : 1;
    const known = new Set<string>();
    const cells = margin.cells.flatMap(({ key, target, line }) => {
      const codes = key.map((text, k) => codeOf(responses, found[k]!, text));
      const at = codes.findIndex((code) => code === null);
      if (at >= 0 && target === 0) return [];
      if (at >= 0) {
        issues.push(
          problem(
            'margin-category-unknown',
            {
              category: key[at]!,
              variable: found[at]!.name,
              choices: choicesOf(responses, found[at]!)
            },
            line
          )
        );
        return [];
      }
      const whole = codes.join('\u0000');
      if (known.has(whole))
        issues.push(
          problem('margin-category-twice', { category: key.join(', '), variable: name }, line)
        );
      known.add(whole);
      return [{ key: codes.map(String), target: target * scale }];
    });
    return [{ variables: found.map((column) => column.name), cells }];
  });
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: margins };
}

const labelsIn = (labels: Labels): string[] => Object.values(labels);

const plain = (text: string): string => text.trim().toLowerCase().normalize('NFC');

function findVariable({ codebook }: StoredResponses, text: string): Variable | undefined {
  const wanted = plain(text);
  const { variables } = codebook;
  return (
    variables.find(({ name }) => name === text.trim()) ??
    variables.find(({ heading }) => plain(heading) === wanted) ??
    variables.find(({ name }) => plain(name) === wanted) ??
    variables.find(({ labels }) => labelsIn(labels).some((label) => plain(label) === wanted))
  );
}

/** Can this variable be a margin: categories, or a number with few values? */
function hasCategories(responses: StoredResponses, { kind, name }: Variable): boolean {
  if (kind === 'categorical') return true;
  if (kind !== 'numeric') return false;
  const values = new Set<number>();
  for (const value of responses.numbers(name).values) {
    if (!Number.isNaN(value)) values.add(value);
    if (values.size > mostValues) return false;
  }
  return values.size > 0;
}

function codeOf(responses: StoredResponses, variable: Variable, text: string): string | null {
  const wanted = plain(text);
  if (variable.kind !== 'categorical') {
    const { labels } = keysOf(responses, variable.name);
    return labels.find((label) => label === text || Number(label) === Number(text)) ?? null;
  }
  const { categories } = variable;
  const found =
    categories.find(({ code }) => code === text) ??
    categories.find(({ labels }) => labelsIn(labels).some((label) => plain(label) === wanted)) ??
    categories.find(({ code }) => plain(code) === wanted);
  return found?.code ?? null;
}

function choicesOf(responses: StoredResponses, variable: Variable): string {
  const all =
    variable.kind === 'categorical'
      ? variable.categories.map(({ code, labels }) => labelsIn(labels)[0] ?? code)
      : keysOf(responses, variable.name).labels;
  return all.slice(0, 12).join(', ');
}
