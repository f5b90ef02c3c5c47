import { labelIn, type Category, type Variable } from '$lib/codebook/codebook';
import type { CategoryColumn, NumberColumn, Responses } from '$lib/codebook/responses';
import type { IndicatorInstance } from '$lib/indicators/definition';
import { spelling } from '$lib/survey/templates/columns';

/** Answers of one wave, with the measure as it is tied to that wave's questions. */
export interface AskedWave {
  waveId: string;
  responses: Responses;
  instance: IndicatorInstance;
}

/** Variable of stacked responses that says which wave a row belongs to; its codes are wave ids. */
export const waveVariable = '~wave';

/** Variable of stacked responses that crosses two splits; its codes are read by `crossedCodes`. */
export const crossVariable = '~cross';

/** The two codes behind a category of `crossVariable`. */
export const crossedCodes = (code: string): [string, string] =>
  JSON.parse(code) as [string, string];

/**
 * The answers of several waves one below the other, in the words of the last wave: its variables, its
 * categories, its mapping. Rows keep the order of the waves.
 *
 * An answer of an earlier wave is the category with the same words, whatever its code was; a split
 * (`places`) is matched by code, as places are on every screen. A variable that a wave does not have
 * is missing there. Two splits get a third variable that crosses them.
 *
 * @param places variables that split people, or none
 * @returns null when a variable of the measure is held in another way in one of the waves
 */
export function stackResponses(
  waves: readonly AskedWave[],
  places: readonly string[]
): { responses: Responses; instance: IndicatorInstance } | null {
  const last = waves.at(-1);
  if (!last) return null;
  const { instance } = last;
  const named = new Map(
    Object.entries(instance.inputs).flatMap(([id, { variables }]) =>
      variables.map((name, v) => [name, waves.map((wave) => nameIn(wave, id, name, v))] as const)
    )
  );
  const sourcesOf = (name: string): Source[] =>
    waves.map(({ responses }, w) => ({ responses, name: (named.get(name) ?? [])[w] ?? name }));
  for (const name of [...named.keys(), ...places]) if (!isHeldAlike(sourcesOf(name))) return null;
  const rows = waves.reduce((sum, { responses }) => sum + responses.rows, 0);
  const own = new Map<string, CategoryColumn>([[waveVariable, waveColumn(waves, rows)]]);
  const categories = (name: string): CategoryColumn =>
    own.get(name) ?? stackedCategories(sourcesOf(name), rows, places.includes(name));
  const [first, second] = places;
  if (first !== undefined && second !== undefined)
    own.set(crossVariable, crossed(categories(first), categories(second)));
  const { codebook } = last.responses;
  return {
    instance,
    responses: {
      rows,
      codebook: {
        questions: codebook.questions,
        variables: [...codebook.variables, ...[...own].map(([name, column]) => made(name, column))]
      },
      categories,
      numbers: (name) => stackedNumbers(sourcesOf(name), rows),
      missingReasons: () => null
    }
  };
}

interface Source {
  responses: Responses;
  name: string;
}

/** The variable of an earlier wave that stands for one of the last: by name, or the only one there. */
function nameIn({ instance }: AskedWave, id: string, name: string, place: number): string {
  const variables = instance.inputs[id]?.variables ?? [];
  return variables.includes(name)
    ? name
    : ((variables.length === 1 && place === 0 ? variables[0] : undefined) ?? name);
}

const variableOf = ({ responses, name }: Source): Variable | undefined =>
  responses.codebook.variables.find((one) => one.name === name);

const isHeldAlike = (sources: readonly Source[]): boolean =>
  new Set(sources.flatMap((source) => variableOf(source)?.kind ?? [])).size === 1;

function stackedCategories(
  sources: readonly Source[],
  rows: number,
  byCode: boolean
): CategoryColumn {
  const known = sources.map((source) =>
    variableOf(source) ? source.responses.categories(source.name) : null
  );
  const categories: Category[] = [...(known.at(-1)?.categories ?? [])];
  const codes = new Uint32Array(rows);
  let at = 0;
  sources.forEach(({ responses }, w) => {
    const column = known[w];
    if (column) {
      const places = [0, ...column.categories.map((one) => placeOf(categories, one, byCode))];
      for (let i = 0; i < responses.rows; i++) codes[at + i] = places[column.codes[i]!]!;
    }
    at += responses.rows;
  });
  return { kind: 'categorical', codes, categories };
}

const wordsOf = ({ labels, code }: Category): string => spelling(labelIn(labels, 'en')) || code;

/** Number of a category in a list, counted from 1; it is added where nothing stands for it. */
function placeOf(categories: Category[], category: Category, byCode: boolean): number {
  const same = byCode ? -1 : categories.findIndex((one) => wordsOf(one) === wordsOf(category));
  const found = same >= 0 ? same : categories.findIndex(({ code }) => code === category.code);
  return found >= 0 ? found + 1 : categories.push(category);
}

function stackedNumbers(sources: readonly Source[], rows: number): NumberColumn {
  const values = new Float64Array(rows).fill(NaN);
  let at = 0;
  for (const source of sources) {
    if (variableOf(source)) values.set(source.responses.numbers(source.name).values, at);
    at += source.responses.rows;
  }
  return { kind: 'numeric', values };
}

function waveColumn(waves: readonly AskedWave[], rows: number): CategoryColumn {
  const codes = new Uint32Array(rows);
  let at = 0;
  waves.forEach(({ responses }, w) => {
    codes.fill(w + 1, at, at + responses.rows);
    at += responses.rows;
  });
  return {
    kind: 'categorical',
    codes,
    categories: waves.map(({ waveId }, order) => ({ code: waveId, labels: { und: waveId }, order }))
  };
}

function crossed(first: CategoryColumn, second: CategoryColumn): CategoryColumn {
  const width = second.categories.length;
  const codes = new Uint32Array(first.codes.length);
  for (let i = 0; i < codes.length; i++) {
    const [a, b] = [first.codes[i]!, second.codes[i]!];
    if (a > 0 && b > 0) codes[i] = (a - 1) * width + b;
  }
  return {
    kind: 'categorical',
    codes,
    categories: first.categories.flatMap((a, i) =>
      second.categories.map((b, j) => {
        const code = JSON.stringify([a.code, b.code]);
        return { code, labels: { und: code }, order: i * width + j };
      })
    )
  };
}

const made = (name: string, { categories }: CategoryColumn): Variable => ({
  columnIndex: null,
  name,
  heading: name,
  labels: { und: name },
  kind: 'categorical',
  role: 'answer',
  categories,
  missing: []
});
