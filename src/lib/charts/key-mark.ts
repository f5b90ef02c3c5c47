import type { Shape } from './drawing';
import type { KeyMark } from './model';

export const keyMarkSize = { width: 40, height: 16 } as const;

/** The small picture beside an entry of the key: the mark as the chart draws it. */
export function keyMarkShapes(mark: KeyMark): Shape[] {
  const line = (x1: number, x2: number, rest: Partial<Shape> = {}): Shape =>
    ({
      kind: 'line',
      class: 'range',
      fill: 'none',
      stroke: 'range',
      strokeWidth: 2.5,
      x1,
      x2,
      y1: 8,
      y2: 8,
      ...rest
    }) as Shape;
  const box = { kind: 'rect', x: 0.5, y: 2, width: 38, height: 12 } as const;
  switch (mark) {
    case 'bar':
      return [
        { ...box, width: 26, class: 'data', fill: 'accent' },
        line(16, 38, { class: 'halo', stroke: 'halo', strokeWidth: 6 }),
        line(16, 38)
      ];
    case 'bar-care':
    case 'area-care':
      return [{ ...box, class: 'care', fill: 'stripe', stroke: 'stripe-a', strokeWidth: 1 }];
    case 'dot':
      return [
        line(0, 38, { strokeWidth: 2 }),
        {
          kind: 'circle',
          class: 'data',
          cx: 19,
          cy: 8,
          r: 5.5,
          fill: 'accent',
          stroke: 'halo',
          strokeWidth: 1.5
        }
      ];
    case 'dot-care':
      return [
        line(0, 38, { strokeWidth: 2, dash: '4 3' }),
        {
          kind: 'circle',
          class: 'care',
          cx: 19,
          cy: 8,
          r: 5.5,
          fill: 'halo',
          stroke: 'accent',
          strokeWidth: 2.5
        }
      ];
    case 'reference':
      return [
        { kind: 'rect', class: 'area', fill: 'accent-soft', x: 12, y: 0, width: 16, height: 16 },
        {
          kind: 'line',
          class: 'grid',
          fill: 'none',
          stroke: 'private-line',
          strokeWidth: 1.5,
          dash: '4 3',
          x1: 20,
          x2: 20,
          y1: 0,
          y2: 16
        }
      ];
    case 'area-private':
      return [
        {
          ...box,
          class: 'private',
          fill: 'private',
          stroke: 'private-line',
          strokeWidth: 1,
          dash: '1.5 3'
        }
      ];
    case 'area-missing':
      return [{ ...box, class: 'private', fill: 'bg', stroke: 'private-line', strokeWidth: 1 }];
  }
}
