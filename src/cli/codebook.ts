import { labelIn, type Codebook } from '$lib/codebook/codebook';
import { readCodebook } from '$lib/server/db/codebook-rows';
import { positional, type Command } from './command';
import { commandAccess, requireVersion, workspaceOption } from './workspace';

export const codebook: Command = {
  name: 'codebook',
  usage: 'WAVE [--workspace SLUG]',
  summary: 'Shows the questions and variables of a wave.',
  options: workspaceOption,
  arguments: 1,
  run(typed) {
    const access = commandAccess(typed);
    const version = requireVersion(access, positional(typed, 0));
    const book = readCodebook(access.db, version.versionId);
    const { versionId, survey, wave } = version;
    return { ok: true, json: { versionId, survey, wave, ...book }, text: describe(book) };
  }
};

const describe = ({ questions, variables }: Codebook): string =>
  [
    ...questions.map(
      (question) =>
        `${labelIn(question.labels, 'en') || question.id} [${question.kind}, base: ${question.base}]\n` +
        question.variables.map((name) => `  ${name}`).join('\n')
    ),
    `${questions.length} questions, ${variables.length} variables`
  ].join('\n');
