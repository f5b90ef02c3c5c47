import { labelIn, type Labels, type Variable } from '$lib/codebook/codebook';
import type { DataColumn, DataSource } from '$lib/estimation/query/data-source';
import type { StoredResponses } from '$lib/server/db/stored-responses';

/** A variable that may be asked about, in the words of the codebook. */
export interface BenchVariable {
  name: string;
  kind: 'categorical' | 'numeric';
  /** wording of the question or option, else the heading */
  label: string;
  answers: { code: string; label: string }[];
}

/** Answers, areas and who people are; never names, texts, keys, dates or the parts of the design. */
const isAskable = ({ kind, role }: Variable): boolean =>
  (kind === 'categorical' || kind === 'numeric') && (role === 'answer' || role === 'area');

/** Answers beyond this are no groups anybody compares: a list of villages still is. */
const mostAnswers = 200;

/** The variables of a version that may be asked about, in the order of the file. */
export function askableVariables({ codebook }: StoredResponses, language: string): BenchVariable[] {
  const wording = new Map<string, Labels>(
    codebook.questions.flatMap(({ labels, variables }) =>
      variables.length === 1 ? [[variables[0]!, labels] as const] : []
    )
  );
  return codebook.variables.filter(isAskable).flatMap((variable): BenchVariable[] => {
    const { name, kind, labels, heading, categories } = variable;
    if (categories.length > mostAnswers) return [];
    const said = labelIn(labels, language) || labelIn(wording.get(name) ?? {}, language);
    return [
      {
        name,
        kind: kind === 'numeric' ? 'numeric' : 'categorical',
        label: said || heading,
        answers: categories.map(({ code, labels: of }) => ({
          code,
          label: labelIn(of, language) || code
        }))
      }
    ];
  });
}

/** The six items of the food security form under the names the engine looks for. */
const foodItem = /(?:^|[_/])(fs[1-5]|fs3a)$/i;

/** The askable columns of a version by variable name; every other column is not there. */
export function benchSource(
  responses: StoredResponses,
  variables: readonly BenchVariable[]
): DataSource {
  const known = new Map(variables.map((variable) => [variable.name, variable]));
  const foodItems = new Map(
    variables.flatMap(({ name, kind }) => {
      const item = foodItem.exec(name)?.[1]?.toLowerCase();
      return item && kind === 'categorical' ? [[item, name] as const] : [];
    })
  );
  return {
    rows: responses.rows,
    names: [...known.keys()],
    column(name): DataColumn | null {
      const item = foodItems.get(name);
      if (item !== undefined) return wordsOf(responses, item);
      const variable = known.get(name);
      if (!variable) return null;
      if (variable.kind === 'numeric')
        return { kind: 'numeric', values: responses.numbers(name).values };
      const { codes, categories } = responses.categories(name);
      return { kind: 'text', codes, labels: categories.map(({ code }) => code) };
    }
  };
}

/** Answers of a food security item with blanks for underscores, as the form words them. */
function wordsOf(responses: StoredResponses, name: string): DataColumn {
  const { codes, categories } = responses.categories(name);
  return { kind: 'text', codes, labels: categories.map(({ code }) => code.replaceAll('_', ' ')) };
}

/** The source with some variables read as 1 and 0. Used by families that take names of 0/1 columns. */
export function withYes(
  source: DataSource,
  derived: Readonly<Record<string, readonly string[]>>
): DataSource {
  return {
    ...source,
    column(name) {
      const column = source.column(name);
      const yes = derived[name];
      if (!column || !yes) return column;
      const values = new Float64Array(source.rows);
      if (column.kind === 'numeric')
        column.values.forEach((value, i) => {
          values[i] = Number.isNaN(value) ? NaN : yes.includes(String(value)) ? 1 : 0;
        });
      else
        column.codes.forEach((code, i) => {
          values[i] = code === 0 ? NaN : yes.includes(column.labels[code - 1]!) ? 1 : 0;
        });
      return { kind: 'numeric', values };
    }
  };
}
