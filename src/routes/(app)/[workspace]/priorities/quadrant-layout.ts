import { textWidth } from '$lib/charts/text-width';

/** A point of the plane with its 95% region; all in the unit of the answer scale. */
export interface PlanePoint {
  key: string;
  /** what stands beside the dot and in the table */
  number: number;
  x: number;
  y: number;
  /** the region reaches this far along each axis; null without one */
  reach: { x: number; y: number; correlation: number } | null;
  isUndetermined: boolean;
}

export interface PlotInput {
  points: readonly PlanePoint[];
  lines: { x: number; y: number };
  /** names of the quadrants: high importance and low performance first, then clockwise as drawn */
  corners: { topLeft: string; topRight: string; bottomLeft: string; bottomRight: string };
  axes: { x: string; y: string };
}

export interface PlacedText {
  text: string;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

export interface QuadrantPlot {
  width: number;
  height: number;
  frame: { left: number; top: number; right: number; bottom: number };
  lines: { x: number; y: number };
  dots: { key: string; x: number; y: number; region: string; isUndetermined: boolean }[];
  numbers: PlacedText[];
  corners: PlacedText[];
  axes: { x: PlacedText; y: PlacedText };
}

export const dotRadius = 5;
export const numberSize = 13;
export const cornerSize = 13;

const round = (value: number): number => Math.round(100 * value) / 100;

/** Importance to the right, performance upwards: dots, regions and lines placed in pixels. */
export function quadrantPlot(
  { points, lines, corners, axes }: PlotInput,
  width: number
): QuadrantPlot {
  const height = width < 520 ? width : Math.round(width * 0.75);
  const frame = { left: 8, top: 26, right: width - 8, bottom: height - 26 };
  const x = scaleOf(points.map(spanX), lines.x, frame.left + 12, frame.right - 12);
  const y = scaleOf(points.map(spanY), lines.y, frame.bottom - 22, frame.top + 22);
  const dots = points.map((point) => ({
    key: point.key,
    x: round(x.at(point.x)),
    y: round(y.at(point.y)),
    region: regionPath(point, x, y),
    isUndetermined: point.isUndetermined
  }));
  const corner = (text: string, side: 'start' | 'end', isTop: boolean): PlacedText => ({
    text,
    x: side === 'start' ? frame.left + 6 : frame.right - 6,
    y: isTop ? frame.top + 16 : frame.bottom - 8,
    anchor: side
  });
  return {
    width,
    height,
    frame,
    lines: { x: round(x.at(lines.x)), y: round(y.at(lines.y)) },
    dots,
    numbers: placeNumbers(points, dots, frame),
    corners: [
      corner(corners.topLeft, 'start', true),
      corner(corners.topRight, 'end', true),
      corner(corners.bottomLeft, 'start', false),
      corner(corners.bottomRight, 'end', false)
    ],
    axes: {
      x: { text: axes.x, x: frame.right, y: height - 8, anchor: 'end' },
      y: { text: axes.y, x: frame.left, y: 16, anchor: 'start' }
    }
  };
}

const spanX = ({ x, reach }: PlanePoint): [number, number] => [
  x - (reach?.x ?? 0),
  x + (reach?.x ?? 0)
];
const spanY = ({ y, reach }: PlanePoint): [number, number] => [
  y - (reach?.y ?? 0),
  y + (reach?.y ?? 0)
];

interface Scale {
  at(value: number): number;
}

/** From the least to the greatest end, the line between the quadrants included. */
function scaleOf(
  spans: readonly [number, number][],
  line: number,
  from: number,
  to: number
): Scale {
  const ends = [line, ...spans.flat()];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const size = high > low ? high - low : 1;
  return { at: (value) => from + ((to - from) * (value - low)) / size };
}

/** The region as a closed curve: an ellipse of the given reach and correlation. */
function regionPath({ x, y, reach }: PlanePoint, scaleX: Scale, scaleY: Scale): string {
  if (!reach) return '';
  const steps = 36;
  const tilt = Math.sqrt(Math.max(0, 1 - reach.correlation ** 2));
  const corners = Array.from({ length: steps }, (_, i) => {
    const angle = (2 * Math.PI * i) / steps;
    const along = Math.cos(angle);
    const across = reach.correlation * along + tilt * Math.sin(angle);
    return `${round(scaleX.at(x + reach.x * along))} ${round(scaleY.at(y + reach.y * across))}`;
  });
  return `M${corners.join('L')}Z`;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A number beside each dot where nothing else stands, as near as there is room. */
function placeNumbers(
  points: readonly PlanePoint[],
  dots: readonly { x: number; y: number }[],
  frame: QuadrantPlot['frame']
): PlacedText[] {
  const taken: Box[] = dots.map(({ x, y }) => ({
    left: x - dotRadius,
    right: x + dotRadius,
    top: y - dotRadius,
    bottom: y + dotRadius
  }));
  return points.map((point, i) => {
    const text = String(point.number);
    const width = textWidth(text, numberSize, 700);
    const dot = dots[i]!;
    let best: { placed: PlacedText; box: Box } | null = null;
    for (let distance = 13; distance <= 61 && !best; distance += 8)
      for (let turn = 0; turn < 12 && !best; turn++) {
        const angle = (Math.PI * turn) / 6;
        const middle = dot.x + distance * Math.cos(angle);
        const base = dot.y - distance * Math.sin(angle) + numberSize * 0.36;
        const box = {
          left: middle - width / 2,
          right: middle + width / 2,
          top: base - numberSize * 0.8,
          bottom: base + 2
        };
        const fits =
          box.left >= frame.left &&
          box.right <= frame.right &&
          box.top >= frame.top &&
          box.bottom <= frame.bottom;
        if (fits && !taken.some((other) => overlaps(box, other)))
          best = { placed: { text, x: round(middle), y: round(base), anchor: 'middle' }, box };
      }
    if (best) taken.push(best.box);
    return best?.placed ?? { text, x: dot.x, y: dot.y - 8, anchor: 'middle' };
  });
}

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
