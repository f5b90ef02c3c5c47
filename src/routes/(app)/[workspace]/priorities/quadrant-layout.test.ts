import { expect, test } from 'vitest';
import { textWidth } from '$lib/charts/text-width';
import { labelSize, quadrantPlot, type PlanePoint } from './quadrant-layout';

const point = (number: number, x: number, y: number): PlanePoint => ({
  key: `p${number}`,
  number,
  name: `Service ${number}`,
  x,
  y,
  reach: { x: 0.1, y: 0.1, correlation: 0.3 },
  isUndetermined: false
});
const plot = (points: PlanePoint[], width = 320) =>
  quadrantPlot(
    {
      points,
      lines: { x: 3, y: 3 },
      corners: { topLeft: 'a', topRight: 'b', bottomLeft: 'c', bottomRight: 'd' },
      axes: { x: 'Importance', y: 'Performance' }
    },
    width
  );

test('importance runs to the right and performance upwards, both lines inside', () => {
  const { dots, lines, frame } = plot([point(1, 2, 4), point(2, 4, 2)]);
  expect(dots[0]!.x).toBeLessThan(lines.x);
  expect(dots[0]!.y).toBeLessThan(lines.y);
  expect(dots[1]!.x).toBeGreaterThan(lines.x);
  expect(dots[1]!.y).toBeGreaterThan(lines.y);
  expect(lines.x).toBeGreaterThan(frame.left);
  expect(lines.y).toBeLessThan(frame.bottom);
});

test('regions stay inside the frame and reach as far as they say', () => {
  const { dots, frame } = plot([point(1, 2, 2), point(2, 4, 4)]);
  for (const { region } of dots) {
    const numbers = [...region.matchAll(/-?[\d.]+/g)].map(Number);
    const xs = numbers.filter((_, i) => i % 2 === 0);
    const ys = numbers.filter((_, i) => i % 2 === 1);
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(frame.left);
    expect(Math.max(...xs)).toBeLessThanOrEqual(frame.right);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(frame.top);
    expect(Math.max(...ys)).toBeLessThanOrEqual(frame.bottom);
  }
});

test.each([320, 640])('numbers of crowded dots do not overlap at %d px', (width) => {
  const crowded = Array.from({ length: 9 }, (_, i) =>
    point(i + 1, 3 + (i % 3) * 0.02, 3 + i * 0.01)
  );
  const boxes = plot([...crowded, point(10, 4, 4), point(11, 2, 2)], width).labels.map((one) => {
    const half = textWidth(one.text, labelSize, 700) / 2;
    return {
      left: one.x - half,
      right: one.x + half,
      top: one.y - labelSize * 0.8,
      bottom: one.y + 2
    };
  });
  boxes.forEach((a, i) =>
    boxes.slice(i + 1).forEach((b) => {
      const apart =
        a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      expect(apart).toBe(true);
    })
  );
});

test('names stand beside their dots where there is room, and numbers alone on a phone', () => {
  const apart = [point(1, 2, 2), point(2, 4, 4)];
  expect(plot(apart, 640).labels.map(({ text }) => text)).toEqual(['1 Service 1', '2 Service 2']);
  expect(plot(apart, 320).labels.map(({ text }) => text)).toEqual(['1', '2']);
});
