import { aggregations } from '$lib/composite/definition';
import type { IndexVersionInput } from '$lib/server/use-cases/index-versions';
import type { Issue } from '$lib/base/issue';

/** What was typed for an index version, so that nobody types it twice. */
export interface TypedIndex {
  name: string;
  note: string;
  aggregation: string;
  use: string[];
  /** "low:key", "high:key", "direction:key" */
  fields: Record<string, string>;
}

/** Reads the form of a version; percents become shares. */
export function indexFrom(data: FormData): {
  input: IndexVersionInput & { name: string };
  issues: Issue[];
  typed: TypedIndex;
} {
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const share = (name: string): number =>
    text(name) === '' ? NaN : Number(text(name).replace('%', '').replace(',', '.')) / 100;
  const use = data.getAll('use').filter((key): key is string => typeof key === 'string');
  const fields = Object.fromEntries(
    [...data.keys()]
      .filter((key) => /^(low|high|direction):/.test(key))
      .map((key) => [key, text(key)])
  );
  const directions = use.map((key) => text(`direction:${key}`));
  return {
    typed: {
      name: text('name'),
      note: text('note'),
      aggregation: text('aggregation'),
      use,
      fields
    },
    issues: use.flatMap((key, i): Issue[] =>
      isDirection(directions[i])
        ? []
        : [
            {
              code: 'direction-missing',
              severity: 'error',
              where: { field: `direction:${key}` },
              params: {}
            }
          ]
    ),
    input: {
      name: text('name').slice(0, 120),
      note: text('note').slice(0, 1000),
      aggregation: aggregations.find((one) => one === text('aggregation')) ?? 'arithmetic',
      indicators: use.map((key, i) => ({
        key,
        low: share(`low:${key}`),
        high: share(`high:${key}`),
        direction: isDirection(directions[i]) ? directions[i] : 'lower-is-better'
      }))
    }
  };
}

const isDirection = (text: string | undefined): text is 'higher-is-better' | 'lower-is-better' =>
  text === 'higher-is-better' || text === 'lower-is-better';
