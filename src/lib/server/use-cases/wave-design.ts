import type { Issue, Parsed } from '$lib/base/issue';
import { makeDesign, simpleDesign } from '$lib/estimation/design';
import { DesignError } from '$lib/estimation/design-error';
import type { Design } from '$lib/estimation/design';
import type { Keys } from '$lib/estimation/units';
import type { StoredDesign } from '$lib/server/db/schema/survey';
import type { StoredResponses } from '$lib/server/db/stored-responses';

/**
 * The sampling design of a stored wave; without one each row is its own PSU of weight 1.
 *
 * Refused, as `design-` and the code of the DesignError: a stratum or weight that is missing, PSU
 * codes shared by strata, impossible populations; `design-variable-unknown` when the version lacks a
 * variable that the design names.
 */
export function waveDesign(
  responses: StoredResponses,
  stored: StoredDesign | null
): Parsed<Design> {
  if (!stored) return { ok: true, value: simpleDesign(responses.rows) };
  const named = [stored.strata, stored.psu, stored.weight, stored.fpc];
  const lacking = named.find(
    (name) => name !== null && !responses.codebook.variables.some((one) => one.name === name)
  );
  if (lacking) return { ok: false, issues: [issueOf('variable-unknown', { variable: lacking })] };
  try {
    const { strata, psu, weight, fpc, nest, lonely } = stored;
    const value = makeDesign({
      rows: responses.rows,
      strata: strata === null ? null : keysOf(responses, strata),
      units: psu === null ? null : [keysOf(responses, psu)],
      weights: weight === null ? null : responses.numbers(weight).values,
      populations: fpc === null ? null : [responses.numbers(fpc).values],
      nest,
      lonely
    });
    return { ok: true, value };
  } catch (error) {
    return { ok: false, issues: [designIssue(error)] };
  }
}

/** A DesignError as an issue; anything else is thrown on. */
export function designIssue(error: unknown): Issue {
  if (error instanceof DesignError) return issueOf(error.code, error.params);
  throw error;
}

const issueOf = (code: string, params: Issue['params']): Issue => ({
  code: `design-${code}`,
  severity: 'error',
  where: { field: 'design' },
  params
});

/** A variable of any kind as codes: what is alike is one stratum or PSU. */
function keysOf(responses: StoredResponses, name: string): Keys {
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
