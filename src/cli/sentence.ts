import type { Issue } from '$lib/base/issue';
import { en } from '$lib/text/en';
import { issueMessage } from '$lib/text/en/import-issues';

type Params = Issue['params'];

/** Sentences of what only the command line and the storage can refuse. */
const own: Record<string, (p: Params) => string> = {
  'no-such-wave': (p) =>
    p.choices === ''
      ? 'Nothing has been imported yet.'
      : `There is no wave "${p.name}"; there is: ${p.choices}.`,
  'benchmark-missing': (p) =>
    `It needs a published number (${p.kind}) that is not here. Add it in the program, under Indicators.`,
  'several-waves': (p) => `Several waves are named "${p.name}"; use the version id: ${p.choices}.`,
  'no-such-version': () => 'There is no dataset version with this id. "surveys" lists them.',
  'version-in-use': () =>
    'A frozen figure rests on this import, so it stays. Import a corrected file for the same wave instead: it supersedes this one.',
  'already-imported': (p) =>
    `This file was imported with the same decisions before, as ${p.survey}, ${p.wave} (version ${p.versionId}).`,
  'file-exists': (p) => `${p.file} is already there. Choose another name.`,
  'no-such-file': (p) => `There is no file ${p.file}.`,
  'not-a-database': (p) => `${p.file} is not a Groundswell backup.`,
  'backup-newer': (p) => String(p.detail),
  'database-damaged': (p) => `The database file is damaged: ${p.detail}. Restore a backup.`,
  'database-in-use': () => 'The program is running with this data folder. Stop it, then try again.',
  'reference-broken': (p) =>
    `${p.count} rows of "${p.table}" point at rows of "${p.parent}" that are not there.`,
  'column-incomplete': (p) =>
    `Variable "${p.variable}" of version ${p.version} has ${p.rows} rows where ${p.imported} were imported.`,
  'version-changed': (p) =>
    `Version ${p.version} is not what was imported: its columns or codebook have changed.`,
  'no-template': (p) =>
    `The survey "${p.survey}" has no import template yet${p.choices ? `; there is one of: ${p.choices}` : ''}. A template is kept with every import.`,
  'no-rows': () => 'The file has no responses to import.',
  'no-variables': () => 'Nothing is left to import: every column is off.',
  'survey-name-missing': () => 'Give the survey a name.',
  'wave-name-missing': () => 'Give the wave a name.',
  'owner-exists': () =>
    'The program has an owner already. People join by an invitation from the settings screen.',
  'no-such-exhibit': () => 'There is no exhibit with this id or number.',
  'exhibit-not-frozen': () =>
    'This exhibit is a draft. Freeze it first; only frozen figures leave.',
  'sample-type-missing': () =>
    'Nobody has said how the people of this wave were chosen. Say it on the Data screen, or at the import with --sample-type; until then no number is shown.',
  'weighting-changed': (p) =>
    `The weights ${p.weighting} are not what was made: their bytes changed.`,
  'snapshot-changed': (p) => `Frozen figure ${p.snapshot} is not what was frozen.`,
  'snapshot-numbers-changed': (p) =>
    `The numbers claims rest on are not those of frozen figure ${p.snapshot}.`,
  'snapshot-differs': (p) =>
    `Frozen figure ${p.snapshot} comes out differently when it is computed again from the stored columns.`,
  'snapshot-not-computed': (p) =>
    `Frozen figure ${p.snapshot} cannot be computed again: ${p.reason}.`,
  'query-refused': (p) => String(p.detail),
  'bench-partial-variable': (p) =>
    `The variable "${p.name}" lists only some of its answers. List all of them and set a filter instead; analysts may see the number with --unreleased.`,
  'bench-design-column': (p) =>
    `The design weighs by "${p.name}", which is no weight of the file; analysts may see the number with --unreleased.`
};

/** What is wrong and what to do, in English; the code itself when nobody has written a sentence. */
export const sentenceOf = (issue: Issue): string =>
  own[issue.code]?.(issue.params) ?? benchSentence(issue) ?? issueMessage(issue);

/** What the analyst's bench refuses, with the option it is about. */
function benchSentence({ code, where }: Issue): string | undefined {
  const sentence = code === 'other' ? undefined : en.bench.issues[code];
  return sentence && where.field ? `--${where.field}: ${sentence}` : sentence;
}
