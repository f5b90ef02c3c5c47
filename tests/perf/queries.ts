import { writeFileSync } from 'node:fs';
import {
  categoryCell,
  frameDomains,
  makeDesign,
  proportionOf,
  sharePoint,
  tabulateCategories,
  variance,
  type Design,
  type DomainFrame,
  type Tabulation
} from '$lib/estimation';
import {
  chooseIndicators,
  openBenchFile,
  timed,
  usual,
  type BenchFile,
  type Indicator
} from './bench-file';

const INDICATORS = 50;
/** figures of a dashboard */
const FIGURES = 12;
const REPLICATES = 80;

/** What becomes of one indicator in every area, from its sums. */
function inAreas<T>(
  frame: DomainFrame,
  { codes, categories, category }: Indicator,
  estimate: (tabulation: Tabulation, member: number[], within: number[]) => T
): T[] {
  const tabulation = tabulateCategories(frame, codes, categories);
  return Array.from({ length: frame.domains }, (_, area) => {
    const cell = (level: number) => categoryCell(area + 1, level, categories);
    const levels = Array.from({ length: categories }, (_level, c) => cell(c + 1));
    return estimate(tabulation, [cell(category + 1)], levels);
  });
}

/** Share with its linearized standard error. */
function shareWithError(tabulation: Tabulation, member: number[], within: number[]) {
  const point = sharePoint(tabulation, member, within);
  if (typeof point === 'string') return { value: null, se: null };
  const spread = variance(tabulation, point.score);
  return { value: point.value, se: spread === null ? null : Math.sqrt(spread) };
}

/** The same cells counted without weights: what no program can be faster than by much. */
function countByArea(area: Uint8Array, areas: number, { codes, categories }: Indicator) {
  const counts = new Uint32Array((areas + 1) * (categories + 1));
  const width = categories + 1;
  for (let i = 0; i < codes.length; i++) counts[area[i]! * width + codes[i]!]!++;
  return counts;
}

function countWithin(
  area: Uint8Array,
  areas: number,
  within: Uint8Array,
  { codes, categories }: Indicator
) {
  const counts = new Uint32Array((areas + 1) * (categories + 1));
  const width = categories + 1;
  for (let i = 0; i < codes.length; i++)
    if (within[i] === 1) counts[area[i]! * width + codes[i]!]!++;
  return counts;
}

interface Places {
  codes: Uint8Array;
  areas: number;
}

/** Twelve figures with intervals after a change of filter, and their cells only counted. */
function filterChange(
  file: BenchFile,
  design: Design,
  { codes, areas }: Places,
  all: readonly Indicator[]
) {
  const tenure = file.responses.categories(file.named('tenure'));
  const figures = all.slice(0, FIGURES);
  const people = (run: number) =>
    Uint8Array.from(tenure.codes, (code) => (code === 1 + (run % 2) ? 1 : 0));
  const masks = [people(0), people(1)];
  return {
    filter: tenure.categories.map(({ code }) => code),
    ms: usual(12, (run) => {
      const frame = frameDomains(design, codes, areas, masks[run % 2]);
      return figures.map((one) => inAreas(frame, one, proportionOf));
    }),
    counts: usual(12, (run) =>
      figures.map((one) => countWithin(codes, areas, masks[run % 2]!, one))
    ),
    figures: figures.length
  };
}

/** One indicator in every area with standard errors from replicate weights: groups of PSUs left out. */
function replicates(file: BenchFile, { codes, areas }: Places, one: Indicator): number {
  const weights = file.responses.numbers(file.named('weight')).values;
  const { codes: psu } = file.responses.categories(file.named('psu'));
  const columns = Array.from({ length: REPLICATES }, (_, r) =>
    weights.map((w, i) => (psu[i]! % REPLICATES === r ? 0 : (w * REPLICATES) / (REPLICATES - 1)))
  );
  const design = makeDesign({
    rows: weights.length,
    weights,
    replicates: { kind: 'JK1', columns, combined: true }
  });
  return timed(3, () => inAreas(frameDomains(design, codes, areas), one, shareWithError)).ms;
}

function run(databaseFile: string, questionsFile: string | undefined) {
  const file = openBenchFile(databaseFile);
  const { responses, named } = file;
  const load = timed(1, () => ({
    area: responses.categories(named('neighborhood')),
    tenure: responses.categories(named('tenure')),
    weights: responses.numbers(named('weight')).values
  }));
  const { area, tenure, weights } = load.value;
  const crossTab = timed(9, () => {
    const width = tenure.categories.length + 1;
    const sums = new Float64Array((area.categories.length + 1) * width);
    for (let i = 0; i < weights.length; i++)
      sums[area.codes[i]! * width + tenure.codes[i]!]! += weights[i]!;
    return sums;
  });
  const design = timed(1, () => file.makeDesign());
  const indicators = chooseIndicators(file, INDICATORS);
  const areas = area.categories.length;
  const places = { codes: Uint8Array.from(area.codes), areas };
  const over = <T>(estimate: Parameters<typeof inAreas<T>>[2]) => {
    const frame = frameDomains(design.value, places.codes, areas);
    return indicators.map((one) => inAreas(frame, one, estimate));
  };
  const estimates = timed(3, () => over(shareWithError));
  const intervals = timed(3, () => over(proportionOf));
  const counts = timed(3, () => indicators.map((one) => countByArea(places.codes, areas, one)));
  const filtered = filterChange(file, design.value, places, indicators);
  const found = estimates.value.flat();
  if (questionsFile)
    writeFileSync(
      questionsFile,
      JSON.stringify({
        areas: area.categories.map(({ code }) => code),
        indicators: indicators.map(({ heading, answer }) => ({ heading, answer })),
        filter: filtered.filter,
        figures: filtered.figures,
        found
      })
    );
  const replicate = replicates(file, places, indicators[0]!);
  file.db.$client.close();
  return {
    load: load.ms,
    crossTab: crossTab.ms,
    design: design.ms,
    estimates: estimates.ms,
    intervals: intervals.ms,
    counts: counts.ms,
    filter: filtered.ms,
    filterCounts: filtered.counts,
    replicate,
    cells: found.length,
    unknown: found.filter(({ se }) => se === null).length
  };
}

process.stdout.write(JSON.stringify(run(process.argv[2] ?? '', process.argv[3])));
