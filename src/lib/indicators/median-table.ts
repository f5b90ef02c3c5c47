import { quantiles, type QuantileEstimate } from '$lib/estimation/estimates/quantile';
import { peopleGrid } from './people-grid';
import { tableFrame } from './share-table';
import type { Responses } from '$lib/codebook/responses';
import type { Estimate } from '$lib/estimation/estimates/estimate';
import type { CellKey, Dimension, EstimateTable } from '$lib/privacy/table';
import type { ComputeContext } from './definition';
import type { Home } from './share-table';

/**
 * Weighted median of a number at every place, with Woodruff's interval (`estimateQuantile`). Where half
 * of the weight is met exactly it is the middle of two numbers.
 */
export function medianTable(
  home: Home,
  context: ComputeContext,
  values: Float64Array
): EstimateTable {
  const { responses, design, confidence } = context;
  const known = Uint8Array.from(values, (value) => (Number.isFinite(value) ? 1 : 0));
  const { dimensions, places } = peopleGrid(context, known, 1);
  const column = values.map((value) => (Number.isFinite(value) ? value : NaN));
  return {
    ...tableFrame(home, context, 'quantile', 'woodruff'),
    dimensions,
    contrasts: [],
    cells: places.map((at) => {
      const inside = rowsAt(responses, dimensions, known, at);
      const options = confidence === undefined ? {} : { level: confidence };
      const estimate = asEstimate(quantiles(design, column, inside).at(0.5, options));
      return { at, estimate, n: estimate.n, x: null, psus: estimate.psus };
    })
  };
}

/** Rows with a number at a place: 1, else 0. */
function rowsAt(
  responses: Responses,
  dimensions: readonly Dimension[],
  known: Uint8Array,
  at: CellKey
): Uint8Array {
  const wanted = dimensions.flatMap(({ id, members }) => {
    const member = members.findIndex(({ key }) => key === at[id]);
    return at[id] === undefined ? [] : [{ codes: responses.categories(id).codes, member }];
  });
  return known.map((one, i) =>
    one === 1 && wanted.every(({ codes, member }) => codes[i] === member + 1) ? 1 : 0
  );
}

const asEstimate = ({ p: _, rule: __, interval, ...quantile }: QuantileEstimate): Estimate => ({
  ...quantile,
  nEffective: null,
  deff: null,
  deffWithoutReplacement: null,
  method: interval
});
