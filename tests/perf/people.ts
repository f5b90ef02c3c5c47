import { writeFileSync } from 'node:fs';
import {
  categoryCell,
  frameDomains,
  proportionOf,
  tabulateCategories,
  testIndependence
} from '$lib/estimation';
import { chooseIndicators, openBenchFile } from './bench-file';

const PROPORTIONS = 20;
const TABLES = 5;

/**
 * A whole program from start to end: the file is open, twenty proportions in every neighborhood with
 * ranges and five Rao-Scott tests are printed, and it ends. With a second argument the same columns as
 * a CSV for the peer instead.
 */
function run(databaseFile: string, csv: string | undefined) {
  const started = performance.now();
  const file = openBenchFile(databaseFile);
  const indicators = chooseIndicators(file, PROPORTIONS);
  const area = file.responses.categories(file.named('neighborhood'));
  const columns = [...new Set(indicators.map(({ heading }) => heading))];
  if (csv) return exportColumns(file, ['stratum', 'psu', 'neighborhood', ...columns], csv);
  const design = file.makeDesign();
  const frame = frameDomains(design, Uint8Array.from(area.codes), area.categories.length);
  const proportions = indicators.map(({ codes, categories, category }) => {
    const tabulation = tabulateCategories(frame, codes, categories);
    return area.categories.map((_, a) => {
      const levels = Array.from({ length: categories }, (_level, c) =>
        categoryCell(a + 1, c + 1, categories)
      );
      const { value, se, low, high } = proportionOf(tabulation, [levels[category]!], levels);
      return { value, se, low, high };
    });
  });
  const tests = columns
    .slice(0, TABLES)
    .map((heading) =>
      testIndependence(design, file.keys('neighborhood'), file.keys(heading), { within: 'all' })
    )
    .map(({ secondOrder }) => ({ statistic: secondOrder.statistic, p: secondOrder.p }));
  file.db.$client.close();
  return {
    ms: performance.now() - started,
    rows: design.rows,
    areas: area.categories.map(({ code }) => code),
    indicators: indicators.map(({ heading, answer }) => ({ heading, answer })),
    proportions,
    tables: columns.slice(0, TABLES),
    tests
  };
}

function exportColumns(
  file: ReturnType<typeof openBenchFile>,
  headings: string[],
  csv: string
): { rows: number } {
  const weights = file.responses.numbers(file.named('weight')).values;
  const columns = headings.map((heading) => file.keys(heading));
  const lines = [['weight', ...headings].join()];
  for (let i = 0; i < weights.length; i++)
    lines.push(
      [weights[i], ...columns.map(({ codes, labels }) => labels[codes[i]! - 1] ?? '')].join()
    );
  writeFileSync(csv, `${lines.join('\n')}\n`);
  return { rows: weights.length };
}

process.stdout.write(JSON.stringify(run(process.argv[2] ?? '', process.argv[3])));
