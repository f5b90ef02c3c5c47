import { describePaired } from '$lib/text/paired';
import { arrangeSurvey, inspectFile } from '$lib/server/use-cases/inspect-file';
import type { Paired } from '$lib/survey/companions/paired';
import type { Inspection } from '$lib/survey/inspect';
import { positional, type Command, type Outcome } from './command';
import { sentenceOf } from './sentence';

export const inspect: Command = {
  name: 'inspect',
  usage: 'FILE [--with COMPANION]...',
  summary: 'Reads a survey file and shows what it holds; writes nothing.',
  options: { with: { type: 'string' } },
  arguments: 1,
  run(typed): Outcome {
    const companions = (typed.values.with ?? []).map((path) => ({ path }));
    const arranged = arrangeSurvey({ path: positional(typed, 0), companions });
    if (!arranged.ok) return arranged;
    const read = inspectFile(arranged.value);
    if (!read.ok) return read;
    const { inspection, plan } = read.value;
    const json = {
      ...inspection,
      issues: inspection.issues.map(({ where, ...issue }) => ({
        ...issue,
        ...where,
        message: sentenceOf({ where, ...issue })
      }))
    };
    return plan === null
      ? { ok: false, issues: inspection.issues, json }
      : { ok: true, json, text: describe(inspection) };
  }
};

function describe(inspection: Inspection): string {
  const { tool, encoding, rows, columns, questions, identifiers, issues, companions } = inspection;
  return [
    `${tool}, ${encoding}: ${rows} rows, ${columns} columns, ${questions.length} questions`,
    ...questions.map(
      ({ label, id, kind, nAnswered, nAsked }) =>
        `  ${label || id} [${kind}] ${nAnswered} of ${nAsked} answered`
    ),
    ...identifiers.map(
      ({ index, type, hits }) => `  column ${index + 1} looks like ${type} (${hits} cells)`
    ),
    ...companions.map(pairLine),
    ...issues.map((issue) => `  ${issue.severity}: ${sentenceOf(issue)}`)
  ].join('\n');
}

/** `members.csv: rows of a repeated group; ...` */
function pairLine(paired: Paired): string {
  const { file, container } = paired;
  const sheet = container?.kind === 'xlsx' ? `, sheet ${container.sheet}` : '';
  return `  ${file}${sheet}: ${describePaired(paired, 'en')}`;
}
