import type { TextWeight } from './text-width';
import type { Paint, Theme } from './theme';

/** What fills or lines a mark: a colour by its job, the care stripe, or nothing. */
export type Fill = Paint | 'stripe' | 'none';

/** What a mark is, for high-contrast styles and tests. */
export type MarkClass =
  'data' | 'care' | 'context' | 'range' | 'halo' | 'grid' | 'area' | 'private';

interface Painted {
  class: MarkClass;
  fill: Fill;
  stroke?: Fill;
  strokeWidth?: number;
  dash?: string;
}

export interface RectShape extends Painted {
  kind: 'rect';
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface LineShape extends Painted {
  kind: 'line';
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface CircleShape extends Painted {
  kind: 'circle';
  cx: number;
  cy: number;
  r: number;
}

export interface PathShape extends Painted {
  kind: 'path';
  d: string;
}

export interface TextShape {
  kind: 'text';
  text: string;
  x: number;
  /** baseline */
  y: number;
  size: number;
  weight: TextWeight;
  anchor: 'start' | 'middle' | 'end';
  fill: Paint;
  /** a line of the ground around the letters, where they stand on marks or grid */
  halo?: boolean;
}

export type Shape = RectShape | LineShape | CircleShape | PathShape | TextShape;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One row's marks, with the box that is pointed at and ringed. */
export interface DrawnRow {
  key: string;
  box: Box;
  shapes: Shape[];
  /** a further shape that is ringed with the box: the row's area on a map */
  outline?: string;
}

/** Placed marks: all that a page, an SVG file and a test need to know of a chart. */
export interface Drawing {
  width: number;
  height: number;
  /** how many times wider than on a page the care stripe is; 1 when left out */
  stripeScale?: number;
  /** axes, grid, headings */
  back: Shape[];
  rows: DrawnRow[];
  /** keys and marks above the rows */
  front: Shape[];
}

export type Attributes = Record<string, string | number>;

/** Two decimals are a hundredth of a pixel: smaller differences are noise in a file. */
export const round2 = (value: number): number => Math.round(value * 100) / 100;

/**
 * SVG attributes of a shape. No style attribute and no class is needed to see it, so the same words
 * stand on a page under a strict content policy, in a file and in a picture.
 */
export function attributesOf(shape: Shape, theme: Theme, patternId: string): Attributes {
  if (shape.kind === 'text')
    return {
      class: 'text',
      x: round2(shape.x),
      y: round2(shape.y),
      'font-size': shape.size,
      ...(shape.weight === 400 ? {} : { 'font-weight': shape.weight }),
      ...(shape.anchor === 'start' ? {} : { 'text-anchor': shape.anchor }),
      fill: theme[shape.fill],
      ...(shape.halo
        ? {
            stroke: theme.halo,
            'stroke-width': round2(shape.size / 3.5),
            'stroke-linejoin': 'round',
            'paint-order': 'stroke'
          }
        : {})
    };
  return {
    class: shape.class,
    ...geometryOf(shape),
    fill: colorOf(shape.fill, theme, patternId),
    ...(shape.stroke ? { stroke: colorOf(shape.stroke, theme, patternId) } : {}),
    ...(shape.strokeWidth === undefined ? {} : { 'stroke-width': shape.strokeWidth }),
    ...(shape.dash ? { 'stroke-dasharray': shape.dash } : {})
  };
}

function geometryOf(shape: Exclude<Shape, TextShape>): Attributes {
  switch (shape.kind) {
    case 'rect':
      return {
        x: round2(shape.x),
        y: round2(shape.y),
        width: round2(Math.max(0, shape.width)),
        height: round2(Math.max(0, shape.height))
      };
    case 'line':
      return {
        x1: round2(shape.x1),
        y1: round2(shape.y1),
        x2: round2(shape.x2),
        y2: round2(shape.y2)
      };
    case 'circle':
      return { cx: round2(shape.cx), cy: round2(shape.cy), r: round2(shape.r) };
    case 'path':
      return { d: shape.d, 'stroke-linejoin': 'round' };
  }
}

const colorOf = (fill: Fill, theme: Theme, patternId: string): string =>
  fill === 'none' ? 'none' : fill === 'stripe' ? `url(#${patternId})` : theme[fill];

const ofText = (text: string, x: number, y: number, rest: Partial<TextShape>): TextShape => ({
  kind: 'text',
  text,
  x,
  y,
  size: 13,
  weight: 400,
  anchor: 'start',
  fill: 'ink',
  ...rest
});

export { ofText as textAt };
