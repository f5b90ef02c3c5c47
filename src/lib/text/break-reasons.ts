import type { Issue } from '$lib/base/issue';
import { textFor, type Language } from './text';

type Sentences = Record<string, ((params: Issue['params']) => string) | undefined>;

/** Why two waves of a measure cannot be compared, a sentence each; the same reason once. */
export const breakReasons = (issues: readonly Issue[], language: Language): string[] => {
  const sentences: Sentences = textFor(language).nextWave.breaks;
  return [...new Set(issues.map(({ code, params }) => sentences[code]?.(params) ?? code))];
};
