import type { Design } from '../../design/design';
import type { Rows } from './kernel';

/** What the passes need of a design, made once for it. */
export interface DesignRows extends Rows {
  /** of each stratum when each row is its own PSU: `load` is the distance from it; else empty */
  meanWeight: Float64Array;
  /** rows of the design with weight zero */
  zeroRows: Uint32Array;
}

const known = new WeakMap<Design, DesignRows>();

/** Homes and loads of a design: PSU and weight, or stratum and distance from its mean weight. */
export function rowsOf(design: Design): DesignRows {
  const found = known.get(design);
  if (found) return found;
  const homes = design.psu ? (design.firstPsu[design.strata.length] ?? 0) : design.strata.length;
  const meanWeight = design.psu ? new Float64Array(0) : meanWeights(design);
  const made: DesignRows = {
    home: outsideApart(design, design.psu ?? design.stratum, homes),
    homes,
    load: design.psu
      ? design.weights
      : design.weights.map((weight, i) => weight - meanWeight[design.stratum[i]!]!),
    meanWeight,
    zeroRows: zeroRows(design)
  };
  known.set(design, made);
  return made;
}

function outsideApart({ excluded }: Design, home: Uint32Array, homes: number): Uint32Array {
  return excluded ? home.map((place, i) => (excluded[i] === 1 ? homes : place)) : home;
}

function zeroRows({ weights, excluded, isPositive }: Design): Uint32Array {
  const zero: number[] = [];
  if (!isPositive)
    for (let i = 0; i < weights.length; i++) if (weights[i] === 0 && !excluded?.[i]) zero.push(i);
  return Uint32Array.from(zero);
}

function meanWeights({ strata, stratum, weights, excluded }: Design): Float64Array {
  const sum = new Float64Array(strata.length);
  const count = new Float64Array(strata.length);
  for (let i = 0; i < weights.length; i++) {
    if (excluded?.[i]) continue;
    sum[stratum[i]!]! += weights[i]!;
    count[stratum[i]!]!++;
  }
  return sum.map((total, h) => (count[h]! > 0 ? total / count[h]! : 0));
}
