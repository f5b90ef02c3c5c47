import { listTemplates } from '$lib/server/db/queries/import-template';
import { refused } from '$lib/server/access/refused';
import { positional, type Command } from './command';
import { newestTemplate } from './import-template';
import { commandAccess, workspaceOption } from './workspace';

export const template: Command = {
  name: 'template',
  usage: 'SURVEY [--workspace SLUG]',
  summary: 'Prints the import template of a survey, for "import --template".',
  options: workspaceOption,
  arguments: 1,
  run(typed) {
    const access = commandAccess(typed);
    const survey = positional(typed, 0);
    const found = newestTemplate(access, survey);
    if (!found) {
      const choices = listTemplates(access).map((one) => one.survey);
      return refused('no-template', undefined, { survey, choices: choices.join(', ') });
    }
    return { ok: true, json: found.template, text: JSON.stringify(found.template, null, 2) };
  }
};
