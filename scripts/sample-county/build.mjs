/** All files of the sample county, by name. The same every time. */
import { answerWave } from './answers.mjs';
import { formSheets } from './xlsform.mjs';
import { koboFile, questionsOf } from './kobo.mjs';
import { buildMap } from './map.mjs';
import { buildPopulation, populationMargins } from './population.mjs';
import { drawSample } from './sample.mjs';
import { describeDesign } from './design.mjs';
import { wording } from './wording.mjs';
import { workspace } from './workspace/index.mjs';

const json = (/** @type {unknown} */ value) => JSON.stringify(value, null, 2) + '\n';
const years = /** @type {const} */ ([2023, 2026]);

/** @returns {Map<string, string>} file name to text */
export function buildSampleCounty() {
  const files = new Map();
  const waves = [];
  for (const year of years) {
    const groups = buildPopulation(year);
    const margins = populationMargins(groups);
    const { respondents, ladder } = drawSample(year, groups);
    const names = questionsOf(year).map(({ name }) => name);
    const order = names.slice(names.indexOf('neighborhood') + 1);
    files.set(
      `wave-${year}.csv`,
      koboFile(year, respondents, answerWave(year, respondents, order))
    );
    files.set(`response-ladder-${year}.json`, json(ladder));
    files.set(
      year === 2026 ? 'margins.csv' : `margins-${year}.csv`,
      ['variable,category,population', ...margins.map((row) => Object.values(row).join(','))].join(
        '\n'
      ) + '\n'
    );
    const population = margins
      .filter(({ variable }) => variable === 'neighborhood')
      .reduce((sum, row) => sum + row.population, 0);
    waves.push({ year, population, ladder });
  }
  const sheets = formSheets();
  files.set('xlsform-survey.csv', sheets.survey);
  files.set('xlsform-choices.csv', sheets.choices);
  files.set('xlsform-settings.csv', sheets.settings);
  files.set('design.json', json(describeDesign(waves)));
  const map = buildMap();
  for (const [name, collection] of Object.entries(map))
    files.set(`${name}.geojson`, JSON.stringify(collection) + '\n');
  files.set('wording.json', json(wording));
  files.set('workspace.json', json(workspace));
  return files;
}
