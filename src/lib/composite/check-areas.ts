import { seededRandom } from '$lib/base/random';
import { seedOf } from '$lib/priorities/release-scores';
import { findCell } from '$lib/privacy/release';
import { checkBoundaries } from '$lib/small-areas/boundary-check';
import { connectedPieces, randomZoning } from '$lib/small-areas/regroup';
import { neighboursOf, type Outline } from './neighbours';
import type { EstimateTable, Released, ReleasedTable } from '$lib/privacy/table';

/** Whether areas keep their order when joined into larger zones in other ways. */
export interface AreaCheck {
  /** zones the areas are joined into */
  zones: number;
  regroupings: number;
  /** median rank correlation, -1..1 */
  correlation: number;
  dependsOnBoundaries: boolean;
}

const regroupings = 100;
/** Areas needed before joining them says anything. */
const fewestAreas = 6;

/**
 * The boundary question for one measure: its areas are joined into half as many zones of neighbors, in
 * one way and in a hundred others, and compared with each other and with the areas as they are. Only
 * areas whose number is shown take part.
 *
 * @returns null where too few areas are shown, or their outlines are not known
 */
export function checkAreas(
  raw: EstimateTable,
  released: Released<ReleasedTable>,
  areaVariable: string,
  outlines: readonly Outline[]
): AreaCheck | null {
  const shown = outlines.flatMap((outline) => {
    const at = { [areaVariable]: outline.code };
    const cell = raw.cells.find(
      (one) => one.at[areaVariable] === outline.code && Object.keys(one.at).length === 1
    );
    return cell && findCell(released, at)?.value != null ? [{ outline, cell }] : [];
  });
  if (shown.length < fewestAreas) return null;
  const neighbours = neighboursOf(shown.map(({ outline }) => outline));
  const zones = Math.max(Math.floor(shown.length / 2), connectedPieces(neighbours).length);
  if (zones >= shown.length) return null;
  const seed = seedOf(raw.subject.key);
  const joined = randomZoning(neighbours, zones, seededRandom(seed));
  if (!joined) return null;
  const check = checkBoundaries(
    shown.map(({ cell: { n, estimate } }) => ({
      n,
      total: (estimate.value ?? 0) * estimate.sumWeights,
      weight: estimate.sumWeights
    })),
    [joined, shown.map((_, area) => area)],
    neighbours,
    { seed: seed + 1, regroupings }
  );
  return typeof check === 'string'
    ? null
    : {
        zones,
        regroupings,
        correlation: Math.round(100 * check.correlation) / 100,
        dependsOnBoundaries: check.dependsOnBoundaries
      };
}
