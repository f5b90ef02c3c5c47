import type { Drawing, Shape } from './drawing';

/** Every shape in the order it is painted. */
export const shapesOf = (drawing: Drawing): Shape[] => [
  ...drawing.back,
  ...drawing.rows.flatMap((row) => row.shapes),
  ...drawing.front
];
