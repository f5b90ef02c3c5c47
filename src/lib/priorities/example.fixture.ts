import { contextOf } from '$lib/indicators/responses.fixture';
import type { PriorityContext, PriorityExample } from './definition';

/** What a definition computes from, for a small example. */
export function exampleContext(example: PriorityExample): PriorityContext {
  const base = contextOf({
    given: example.given,
    inputs: example.services ?? {},
    ...(example.weights && { weights: example.weights })
  });
  return {
    ...base,
    needs: Object.entries(example.needs ?? {}).map(([key, inputs]) => ({
      key,
      labels: { en: key },
      inputs
    })),
    services: example.services ? base.instance : null,
    ratings: new Map(Object.entries(example.ratings ?? {}))
  };
}
