import type { DataColumn, DataSource } from '$lib/estimation/query/data-source';
import type { StoredResponses } from './stored-responses';

/**
 * The columns of a stored version by heading, for specifications written outside the program. A
 * heading that is not there is looked for among the variable names. Categories go by their codes,
 * dates by milliseconds since 1970.
 */
export function storedSource(responses: StoredResponses): DataSource {
  const { variables } = responses.codebook;
  const find = (name: string) =>
    variables.find((variable) => variable.heading === name) ??
    variables.find((variable) => variable.name === name);
  return {
    rows: responses.rows,
    names: variables.map((variable) => variable.heading),
    column(name): DataColumn | null {
      const variable = find(name);
      if (!variable) return null;
      switch (variable.kind) {
        case 'numeric':
          return { kind: 'numeric', values: responses.numbers(variable.name).values };
        case 'date':
          return { kind: 'numeric', values: responses.instants(variable.name) };
        case 'categorical': {
          const { codes, categories } = responses.categories(variable.name);
          return { kind: 'text', codes, labels: categories.map(({ code }) => code) };
        }
        case 'text':
          return coded(responses.texts(variable.name));
      }
    }
  };
}

function coded(texts: readonly (string | null)[]): DataColumn {
  const codeOf = new Map<string, number>();
  const codes = new Uint32Array(texts.length);
  texts.forEach((text, row) => {
    if (text === null) return;
    let code = codeOf.get(text);
    if (code === undefined) codeOf.set(text, (code = codeOf.size + 1));
    codes[row] = code;
  });
  return { kind: 'text', codes, labels: [...codeOf.keys()] };
}
