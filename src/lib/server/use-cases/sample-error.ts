import type { Issue } from '$lib/base/issue';

/** The sample could not be loaded; the issues say why. */
export class SampleError extends Error {
  override name = 'SampleError';
  constructor(readonly issues: readonly Issue[]) {
    super(`The sample could not be loaded: ${issues.map((issue) => issue.code).join(', ')}`);
  }
}
