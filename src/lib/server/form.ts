import * as v from 'valibot';
import type { Issue } from '$lib/base/issue';

/** What was typed, kept so that nobody types it twice. */
export type FormValues = Record<string, string>;

export type ParsedForm<T> =
  { ok: true; value: T; values: FormValues } | { ok: false; issues: Issue[]; values: FormValues };

/**
 * Reads a form by a schema. Fields arrive trimmed; a field that is absent arrives as ''. Messages of
 * the schema are issue codes ("name-missing"), whose sentences live in `text`.
 */
export function parseForm<S extends v.GenericSchema>(
  schema: S,
  data: FormData
): ParsedForm<v.InferOutput<S>> {
  const values: FormValues = {};
  const input: Record<string, string | string[]> = {};
  for (const key of new Set(data.keys())) {
    const all = data.getAll(key).filter((item): item is string => typeof item === 'string');
    values[key] = all[0]?.trim() ?? '';
    input[key] = all.length > 1 ? all.map((item) => item.trim()) : values[key];
  }
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return { ok: true, value: parsed.output, values };
  const issues = parsed.issues.map((issue) => ({
    code: issue.message,
    severity: 'error' as const,
    where: { field: v.getDotPath(issue) ?? '' },
    params: {}
  }));
  return { ok: false, issues, values };
}
