import { scaleLinear } from 'd3';
import type { ModelAxis } from './model';

/** Value to pixel: the axis laid over a stretch of the drawing. */
export type Scale = (value: number) => number;

/** The whole axis from `left` to `right`. */
export const scaleOver = (axis: ModelAxis, left: number, right: number): Scale =>
  scaleLinear([axis.min, axis.max], [left, right]);

/** A label beside the end of a mark, and the value where that mark ends. */
export interface EndLabel {
  end: number;
  width: number;
}

/**
 * As wide a scale as leaves room for every label after its own mark: a short bar's label may stand where
 * a long bar goes, so the space on the right is not the widest label's.
 */
export function scaleWithEndLabels(
  axis: ModelAxis,
  left: number,
  right: number,
  labels: readonly EndLabel[]
): Scale {
  const span = axis.max - axis.min;
  let perUnit = (right - left) / span;
  for (const { end, width } of labels)
    if (end > axis.min)
      perUnit = Math.min(perUnit, Math.max(0, right - left - width) / (end - axis.min));
  return scaleLinear([axis.min, axis.max], [left, left + perUnit * span]);
}
