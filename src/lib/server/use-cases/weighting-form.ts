import type { Issue, Parsed } from '$lib/base/issue';
import { readMargins, type TrimRule, type TypedMargin } from '$lib/estimation/weighting';
import { readNumber } from '$lib/estimation/weighting/read-margins';
import type { WeightingBase } from '$lib/server/db/queries/weighting';
import type { WeightingAsked } from './weighting';

/** Box of a target: `target:VARIABLE:CODE`. */
export const targetField = (variable: string, code: string): string => `target:${variable}:${code}`;

/** The base of a form that is no variable. */
export const baseChoices = { none: '', casper: 'casper weights' } as const;

/**
 * What somebody typed into the form of weights. Text and boxes are put together; a box left empty is
 * no target.
 *
 * Refused, at the field: `weighting-number-unreadable`, and the reasons of `readMargins`.
 */
export function readWeighting(values: Readonly<Record<string, string>>): Parsed<WeightingAsked> {
  const issues: Issue[] = [];
  const number = (field: string): number | null => {
    const typed = (values[field] ?? '').trim();
    if (typed === '') return null;
    const value = readNumber(typed);
    if (value === null || value < 0)
      issues.push({
        code: 'weighting-number-unreadable',
        severity: 'error',
        where: { field },
        params: { value: typed }
      });
    return value;
  };
  const casper = {
    kind: 'casper' as const,
    cluster: values.cluster ?? '',
    households: number('households') ?? 0,
    clusters: number('clusters') ?? 30
  };
  const isCasper = values.method === 'casper';
  const base: WeightingBase =
    isCasper || values.base === baseChoices.casper
      ? casper
      : values.base
        ? { kind: 'variable', variable: values.base }
        : { kind: 'none' };
  const text = values.margins ?? '';
  const typed =
    isCasper || text.trim() === '' ? { ok: true as const, value: [] } : readMargins(text);
  if (!typed.ok) issues.push(...typed.issues);
  const boxes = isCasper ? [] : boxedMargins(values, number);
  const asked: WeightingAsked = {
    method: isCasper ? 'casper' : values.method === 'poststratify' ? 'poststratify' : 'rake',
    base,
    margins: [...(typed.ok ? typed.value : []), ...boxes],
    total: number('total'),
    missing: values.keepUnknown === 'yes' ? 'own-category' : 'refuse',
    trim: isCasper ? null : readTrim(values.trim, number)
  };
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: asked };
}

function boxedMargins(
  values: Readonly<Record<string, string>>,
  number: (field: string) => number | null
): TypedMargin[] {
  const margins = new Map<string, TypedMargin>();
  for (const [field, text] of Object.entries(values)) {
    const [, variable, code] = /^target:([^:]+):([\s\S]*)$/.exec(field) ?? [];
    const target = variable === undefined ? null : number(field);
    if (variable === undefined || code === undefined || target === null) continue;
    const margin = margins.get(variable) ?? {
      variables: [variable],
      cells: [],
      isShare: false,
      line: 0
    };
    margin.cells.push({ key: [code], target, line: 0 });
    margin.isShare ||= text.trim().endsWith('%');
    margins.set(variable, margin);
  }
  return [...margins.values()].map((margin) => {
    const sum = margin.cells.reduce((all, { target }) => all + target, 0);
    const isShare = margin.isShare || Math.abs(sum - 1) < 0.03 || Math.abs(sum - 100) < 3;
    return { ...margin, isShare };
  });
}

function readTrim(
  kind: string | undefined,
  number: (field: string) => number | null
): TrimRule | null {
  if (kind === 'usual') return { kind };
  if (kind !== 'ratio') return null;
  return { kind, lower: number('lower') ?? 0.3, upper: number('upper') ?? 3 };
}
