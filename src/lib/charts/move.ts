import type { Drawing, Shape } from './drawing';

/** A shape somewhere else. Paths are only moved whole drawings at a time, so their numbers are pairs. */
export function movedShape(shape: Shape, dx: number, dy: number): Shape {
  switch (shape.kind) {
    case 'text':
    case 'rect':
      return { ...shape, x: shape.x + dx, y: shape.y + dy };
    case 'line':
      return {
        ...shape,
        x1: shape.x1 + dx,
        x2: shape.x2 + dx,
        y1: shape.y1 + dy,
        y2: shape.y2 + dy
      };
    case 'circle':
      return { ...shape, cx: shape.cx + dx, cy: shape.cy + dy };
    case 'path':
      return { ...shape, d: movedPath(shape.d, dx, dy) };
  }
}

/** Paths here have absolute M and L with `x,y` pairs. */
const movedPath = (d: string, dx: number, dy: number): string =>
  d.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_, x: string, y: string) => `${r(+x + dx)},${r(+y + dy)}`);

const r = (value: number): number => Math.round(value * 100) / 100;

/** Every shape of a drawing, somewhere else. */
export const movedDrawing = (drawing: Drawing, dx: number, dy: number): Drawing => ({
  ...drawing,
  back: drawing.back.map((shape) => movedShape(shape, dx, dy)),
  rows: drawing.rows.map((row) => ({
    ...row,
    box: { ...row.box, x: row.box.x + dx, y: row.box.y + dy },
    shapes: row.shapes.map((shape) => movedShape(shape, dx, dy)),
    ...(row.outline ? { outline: movedPath(row.outline, dx, dy) } : {})
  })),
  front: drawing.front.map((shape) => movedShape(shape, dx, dy))
});
