import type { SurveyFormat } from './format';
import { findXlsFormSheet } from './reading/xlsform';

/** XLSForm sheet `survey`: the questions of a KoboToolbox or ODK form. */
export const xlsFormSurvey: SurveyFormat = {
  id: 'xlsform-survey',
  tool: 'XLSForm (survey sheet)',
  headerRows: 1,
  companion: 'form',
  sniff: ({ h }) => findXlsFormSheet(h) === 'survey',
  examples: [
    { title: 'one language', records: [['type', 'name', 'label', 'hint']], matches: true },
    {
      title: 'two languages',
      records: [['type', 'name', 'label::English (en)', 'label::Español (es)']],
      matches: true
    },
    { title: 'no label', records: [['type', 'name', 'age']], matches: false }
  ]
};

/** XLSForm sheet `choices`: the answers that questions offer. */
export const xlsFormChoices: SurveyFormat = {
  id: 'xlsform-choices',
  tool: 'XLSForm (choices sheet)',
  headerRows: 1,
  companion: 'form',
  sniff: ({ h }) => findXlsFormSheet(h) === 'choices',
  examples: [
    { title: 'today', records: [['list_name', 'name', 'label']], matches: true },
    { title: 'older spelling', records: [['list name', 'name', 'label']], matches: true },
    { title: 'a list of names', records: [['list', 'name']], matches: false }
  ]
};

/** XLSForm sheet `settings`: title and language of the form. */
export const xlsFormSettings: SurveyFormat = {
  id: 'xlsform-settings',
  tool: 'XLSForm (settings sheet)',
  headerRows: 1,
  companion: 'form',
  sniff: ({ h }) => findXlsFormSheet(h) === 'settings',
  examples: [
    { title: 'title and id', records: [['form_title', 'form_id', 'version']], matches: true },
    { title: 'another id', records: [['form', 'version', 'q1']], matches: false }
  ]
};
