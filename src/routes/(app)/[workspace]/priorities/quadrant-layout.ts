import { textWidth } from '$lib/charts/text-width';

/** A point of the plane with its 95% region; all in the unit of the answer scale. */
export interface PlanePoint {
  key: string;
  /** what stands beside the dot and in the table */
  number: number;
  /** stands after the number where there is room */
  name: string;
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
  labels: PlacedText[];
  corners: PlacedText[];
  axes: { x: PlacedText; y: PlacedText };
}

export const dotRadius = 5;
export const labelSize = 13;
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
  const reaches = points.map(({ reach }) => ({
    x: reach ? Math.abs(x.at(reach.x) - x.at(0)) : dotRadius,
    y: reach ? Math.abs(y.at(reach.y) - y.at(0)) : dotRadius
  }));
  const corner = (text: string, side: 'start' | 'end', isTop: boolean): PlacedText => ({
    text,
    x: side === 'start' ? frame.left + 6 : frame.right - 6,
    y: isTop ? frame.top + 16 : frame.bottom - 8,
    anchor: side
  });
  const names = [
    corner(corners.topLeft, 'start', true),
    corner(corners.topRight, 'end', true),
    corner(corners.bottomLeft, 'start', false),
    corner(corners.bottomRight, 'end', false)
  ];
  return {
    width,
    height,
    frame,
    lines: { x: round(x.at(lines.x)), y: round(y.at(lines.y)) },
    dots,
    labels: placeLabels(points, dots, reaches, {
      frame,
      corners: names.map(boxOfCorner),
      isNamed: width >= 520
    }),
    corners: names,
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

const boxOfCorner = ({ text, x, y, anchor }: PlacedText): Box => {
  const width = textWidth(text, cornerSize);
  const left = anchor === 'start' ? x : x - width;
  return { left, right: left + width, top: y - cornerSize * 0.8, bottom: y + 2 };
};

interface Spot {
  placed: PlacedText;
  box: Box;
}

/**
 * Beside each dot its number and name, outside its region; its number alone where the name has no room.
 * Nothing stands on a dot, a corner's name or another label.
 */
function placeLabels(
  points: readonly PlanePoint[],
  dots: readonly { x: number; y: number }[],
  reaches: readonly { x: number; y: number }[],
  { frame, corners, isNamed }: { frame: Box; corners: readonly Box[]; isNamed: boolean }
): PlacedText[] {
  const around = ({ x, y }: { x: number; y: number }, reach: { x: number; y: number }): Box => ({
    left: x - reach.x,
    right: x + reach.x,
    top: y - reach.y,
    bottom: y + reach.y
  });
  const radius = { x: dotRadius, y: dotRadius };
  const taken: Box[] = [...corners, ...dots.map((dot) => around(dot, radius))];
  const regions = dots.map((dot, i) => around(dot, reaches[i]!));
  const isFree = ({ box }: Spot, others: readonly Box[]): boolean =>
    box.left >= frame.left &&
    box.right <= frame.right &&
    box.top >= frame.top &&
    box.bottom <= frame.bottom &&
    !others.some((other) => overlaps(box, other));
  return points.map(({ number, name }, i) => {
    const dot = dots[i]!;
    const named = isNamed ? spotsOutside(`${number} ${name}`, dot, reaches[i]!) : [];
    const clear = [...taken, ...regions.filter((_, j) => j !== i)];
    const best =
      named.find((spot) => isFree(spot, clear)) ??
      named.find((spot) => isFree(spot, taken)) ??
      spotsAround(String(number), dot).find((spot) => isFree(spot, taken));
    if (best) taken.push(best.box);
    return best?.placed ?? { text: String(number), x: dot.x, y: dot.y - 8, anchor: 'middle' };
  });
}

/** A text centred on a point, with the room it takes. */
function spotAt(text: string, middle: number, base: number): Spot {
  const half = textWidth(text, labelSize, 700) / 2;
  return {
    placed: { text, x: round(middle), y: round(base), anchor: 'middle' },
    box: {
      left: middle - half,
      right: middle + half,
      top: base - labelSize * 0.8,
      bottom: base + 2
    }
  };
}

/** Above, below, right and left of a region. */
function spotsOutside(
  text: string,
  { x, y }: { x: number; y: number },
  reach: { x: number; y: number }
): Spot[] {
  const half = textWidth(text, labelSize, 700) / 2;
  const level = y + labelSize * 0.36;
  return [
    spotAt(text, x, y - reach.y - 6),
    spotAt(text, x, y + reach.y + labelSize + 2),
    spotAt(text, x + reach.x + 6 + half, level),
    spotAt(text, x - reach.x - 6 - half, level)
  ];
}

/** Around a dot, nearest first. */
const spotsAround = (text: string, { x, y }: { x: number; y: number }): Spot[] =>
  [13, 21, 29, 37, 45, 53, 61].flatMap((distance) =>
    Array.from({ length: 12 }, (_, turn) => {
      const angle = (Math.PI * turn) / 6;
      return spotAt(
        text,
        x + distance * Math.cos(angle),
        y - distance * Math.sin(angle) + labelSize * 0.36
      );
    })
  );

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
