import type { ChartModel } from '../model';
import type { Paint } from '../theme';

type Step = 1 | 2 | 3 | 4 | 5;

/** Steps of the five-step ramp for two to five parts, as far apart as they can be. */
const steps: Record<number, Step[]> = {
  1: [4],
  2: [2, 4],
  3: [1, 3, 5],
  4: [1, 2, 4, 5],
  5: [1, 2, 3, 4, 5]
};

/** Colour of each part and of the words on it. Parts apart ("Don't know") are grey. */
export function partPaints(
  model: Pick<ChartModel, 'parts' | 'ramp'>
): Map<string, { fill: Paint; on: Paint }> {
  const scale = model.parts.filter((part) => !part.apart);
  const chosen = steps[scale.length] ?? steps[5] ?? [];
  const family = model.ramp === 'diverging' ? 'side' : 'need';
  const inner: [string, { fill: Paint; on: Paint }][] = scale.map((part, i) => {
    const step = chosen[i] ?? 5;
    return [part.key, { fill: `${family}-${step}`, on: `on-${family}-${step}` }];
  });
  const apart: [string, { fill: Paint; on: Paint }][] = model.parts
    .filter((part) => part.apart)
    .map((part) => [part.key, { fill: 'private', on: 'ink' }]);
  return new Map([...inner, ...apart]);
}
