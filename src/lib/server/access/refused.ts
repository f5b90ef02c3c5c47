import type { Issue } from '$lib/base/issue';

/** A refusal with one issue, at a field of the form or, without one, about the whole. */
export const refused = (
  code: string,
  field?: string,
  params: Issue['params'] = {}
): { ok: false; issues: Issue[] } => ({
  ok: false,
  issues: [{ code, severity: 'error', where: field ? { field } : {}, params }]
});
