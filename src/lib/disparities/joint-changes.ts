import { stackDesigns, type StackedWave } from '$lib/estimation/design/stack-designs';
import type { Issue, Parsed } from '$lib/base/issue';
import type { ComputeContext, IndicatorDefinition } from '$lib/indicators/definition';
import type { CellKey, RawContrast } from '$lib/privacy/table';
import { waveDimension, type JointChanges } from './changes';
import { crossedCodes, crossVariable, stackResponses, waveVariable } from './stack-responses';

/** One wave of a panel: what its table is computed from, and its design before it is made. */
export interface PanelWave {
  context: Omit<ComputeContext, 'design'>;
  design: StackedWave;
}

/**
 * The changes of a measure between waves of one panel of places: the waves are stacked into one
 * design, each wave is a domain, and the indicator itself compares them, so that the covariance of
 * shared PSUs is in every difference.
 *
 * Refused: the reasons of `stackDesigns`; `stack-answers-differ` when a variable of the measure is a
 * number in one wave and a category in another, or a total is scaled to different populations.
 *
 * @param waves  oldest first, asked alike; what they share of `split` is taken from the last
 * @throws DesignError as the indicator and `stackDesigns` do
 */
export function jointChanges(
  indicator: Pick<IndicatorDefinition, 'compute'>,
  waves: readonly PanelWave[]
): Parsed<JointChanges> {
  const last = waves.at(-1)?.context;
  const splits = last ? [last.split.group, last.split.area].filter((name) => name !== null) : [];
  const places = [...new Set(splits)];
  const stack = stackDesigns(
    waves.map(({ design }) => design),
    { panel: true }
  );
  if (!stack.ok) return stack;
  const answers = stackResponses(
    waves.map(({ context }) => ({ ...context, waveId: context.source.waveId })),
    places
  );
  const hasOnePopulation = new Set(waves.map(({ context }) => context.population)).size === 1;
  if (!last || !answers || !hasOnePopulation) return { ok: false, issues: [answersDiffer] };
  const ids = waves.map(({ context }) => context.source.waveId);
  const context = { ...last, ...answers, design: stack.value.design };
  // Places are compared within themselves: nowhere, along each split, and where two splits cross.
  const along = [null, ...places, ...(places.length > 1 ? [crossVariable] : [])];
  const contrasts = along.flatMap((area) =>
    ids.slice(0, -1).flatMap((reference) => {
      const { contrasts: found } = indicator.compute({
        ...context,
        split: { group: waveVariable, area },
        compare: { reference }
      });
      return found.flatMap((one) => changeAt(one, area, places, ids));
    })
  );
  return { ok: true, value: { waves: ids, contrasts } };
}

const answersDiffer: Issue = {
  code: 'stack-answers-differ',
  severity: 'error',
  where: { field: 'design' },
  params: {}
};

/** A contrast of two waves at one place, in the words of a table over waves; nothing for others. */
function changeAt(
  contrast: RawContrast,
  area: string | null,
  places: readonly string[],
  ids: readonly string[]
): RawContrast[] {
  const { [waveVariable]: later, ...at } = contrast.a;
  const { [waveVariable]: earlier, ...other } = contrast.b;
  if (later === undefined || earlier === undefined || !ids.includes(earlier)) return [];
  if (ids.indexOf(later) <= ids.indexOf(earlier)) return [];
  const isAlike = JSON.stringify(at) === JSON.stringify(other);
  const isPlace = area === null || at[area] !== undefined;
  if (!isAlike || !isPlace) return [];
  const place = placeOf(at, places);
  return [
    {
      ...contrast,
      a: { [waveDimension]: later, ...place },
      b: { [waveDimension]: earlier, ...place },
      pAdjusted: null
    }
  ];
}

function placeOf(at: CellKey, places: readonly string[]): CellKey {
  const { [crossVariable]: crossed, ...rest } = at;
  const [first, second] = places;
  if (crossed === undefined || first === undefined || second === undefined) return rest;
  const [a, b] = crossedCodes(crossed);
  return { ...rest, [first]: a, [second]: b };
}
