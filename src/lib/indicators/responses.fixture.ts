import { makeDesign } from '$lib/estimation/design/design';
import type { Codebook, Question } from '$lib/codebook/codebook';
import type { Responses } from '$lib/codebook/responses';
import type { Benchmark } from './benchmark';
import type { ComputeContext, IndicatorInstance, Split } from './definition';

type Given = Record<string, (string | number | null)[]>;

/** Responses from plain lists: text becomes categories in order of appearance, numbers stay numbers. */
export function responsesOf(given: Given, questions: Question[] = []): Responses {
  const names = Object.keys(given);
  const rows = Math.max(0, ...names.map((name) => given[name]!.length));
  const isNumeric = (name: string) => given[name]!.some((value) => typeof value === 'number');
  const codesOf = (name: string): string[] => [
    ...new Set(given[name]!.flatMap((value) => (value === null ? [] : [String(value)])))
  ];
  const codebook: Codebook = {
    questions,
    variables: names.map((name, columnIndex) => ({
      columnIndex,
      name,
      heading: name,
      labels: { und: name },
      kind: isNumeric(name) ? 'numeric' : 'categorical',
      role: 'answer',
      categories: isNumeric(name)
        ? []
        : codesOf(name).map((code, order) => ({ code, labels: { und: code }, order })),
      missing: []
    }))
  };
  const get = (name: string) => {
    const values = given[name];
    if (!values) throw new RangeError(`there is no variable "${name}"`);
    return values;
  };
  return {
    rows,
    codebook,
    categories: (name) => {
      const codes = codesOf(name);
      return {
        kind: 'categorical',
        codes: Uint8Array.from(get(name), (value) =>
          value === null ? 0 : codes.indexOf(String(value)) + 1
        ),
        categories: codebook.variables.find((variable) => variable.name === name)!.categories
      };
    },
    numbers: (name) => ({
      kind: 'numeric',
      values: Float64Array.from(get(name), (value) => (value === null ? NaN : Number(value)))
    }),
    missingReasons: () => null
  };
}

interface Setting {
  given: Given;
  inputs: IndicatorInstance['inputs'];
  split?: Split;
  weights?: number[];
  population?: number;
  reference?: string;
  benchmarks?: Benchmark[];
  strata?: string[];
  psu?: string[];
}

const keysOf = (values: string[]) => {
  const labels = [...new Set(values)];
  return { labels, codes: Uint8Array.from(values, (value) => labels.indexOf(value) + 1) };
};

/** Everything a definition computes from, for a small example. */
export function contextOf(setting: Setting): ComputeContext {
  const responses = responsesOf(setting.given);
  return {
    responses,
    design: makeDesign({
      rows: responses.rows,
      weights: setting.weights ? Float64Array.from(setting.weights) : null,
      strata: setting.strata ? keysOf(setting.strata) : null,
      units: setting.psu ? [keysOf(setting.psu)] : null
    }),
    source: {
      waveId: 'wave',
      datasetVersionId: 'version',
      surveyName: 'Example',
      waveName: '2026',
      sampleType: 'probability',
      fieldedFrom: null,
      fieldedTo: null,
      responses: responses.rows,
      isSample: false
    },
    instance: {
      indicatorId: 'example',
      key: 'example:one',
      labels: { en: 'Example', es: 'Ejemplo' },
      inputs: setting.inputs
    },
    split: setting.split ?? { group: null, area: null },
    compare: { reference: setting.reference ?? null },
    population: setting.population ?? null,
    ...(setting.benchmarks && { benchmarks: setting.benchmarks }),
    weighting: setting.weights ? 'weighted' : 'unweighted'
  };
}
