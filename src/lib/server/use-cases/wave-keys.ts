import type { Keys } from '$lib/estimation/design/units';
import type { StoredResponses } from '$lib/server/db/stored-responses';

/** A variable of any kind as codes: what is alike is one stratum or PSU. */
export function keysOf(responses: StoredResponses, name: string): Keys {
  const kind = responses.codebook.variables.find((one) => one.name === name)?.kind;
  if (kind === 'categorical') {
    const { codes, categories } = responses.categories(name);
    return { codes, labels: categories.map(({ code }) => code) };
  }
  const words =
    kind === 'numeric'
      ? Array.from(responses.numbers(name).values, (n) => (Number.isNaN(n) ? null : String(n)))
      : responses.texts(name);
  const labels = [...new Set(words.filter((word) => word !== null))];
  const codeOf = new Map(labels.map((label, i) => [label, i + 1]));
  return {
    labels,
    codes: Uint32Array.from(words, (word) => (word === null ? 0 : (codeOf.get(word) ?? 0)))
  };
}
