import type { Issue } from '$lib/base/issue';
import { issueMessage as english } from './en/import-issues';
import { importIssues as spanish } from './es/import-issues';
import { textFor, type Language } from './text';

type Sentences = Record<
  string,
  ((params: Issue['params'], where: Issue['where']) => { problem: string; fix: string }) | undefined
>;
type Plain = Record<string, ((params: Issue['params']) => string) | undefined>;

/** What is wrong with a file, a draft or a wave, and what to do: one or two sentences. */
export function dataSentence(issue: Issue, language: Language): string {
  const { importReview, importWizard, importPrivacy, textsReview } = textFor(language).data;
  const plain =
    (importReview.issue as Plain)[issue.code] ??
    (importWizard.issue as Plain)[issue.code] ??
    (importPrivacy.issue as Plain)[issue.code] ??
    (textsReview.issue as Plain)[issue.code];
  if (plain) return plain(issue.params);
  const sentence = language === 'es' ? (spanish as Sentences)[issue.code] : undefined;
  if (!sentence) return english(issue);
  const { problem, fix } = sentence(issue.params, issue.where);
  return `${problem} ${fix}`;
}

/** Issues of a form with the field they stand at, in the words of the reader. */
export const dataProblems = (
  issues: readonly Issue[] | undefined,
  language: Language
): { field: string; sentence: string }[] =>
  (issues ?? []).map((issue) => ({
    field: issue.where.field ?? '',
    sentence: dataSentence(issue, language)
  }));
