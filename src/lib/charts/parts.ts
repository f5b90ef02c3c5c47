import { textAt, type Box, type Shape, type TextShape } from './drawing';
import type { ModelAxis, ModelReference, ModelRow } from './model';
import type { Scale } from './scale';
import { textWidth, wrapText, type TextWeight } from './text-width';

/** Sizes of type on a page: the smallest text of any chart is 12 px. */
export const type = { label: 14, value: 15, range: 13, small: 12 } as const;
export const lineHeight = 18;

/** The box a text takes: ascent and descent of Public Sans are 0.95 and 0.225 of its size; letters without marks need less. */
export function textBox(text: TextShape): Box {
  const width = textWidth(text.text, text.size, text.weight);
  const left = text.anchor === 'start' ? 0 : text.anchor === 'end' ? width : width / 2;
  return { x: text.x - left, y: text.y - 0.76 * text.size, width, height: 0.98 * text.size };
}

export const boxesTouch = (a: Box, b: Box, gap = 0): boolean =>
  a.x < b.x + b.width + gap &&
  b.x < a.x + a.width + gap &&
  a.y < b.y + b.height &&
  b.y < a.y + a.height;

/** Lines of a label, one under the other, the block centered on `middle`. */
export function labelLines(
  lines: readonly string[],
  x: number,
  middle: number,
  weight: TextWeight
): Shape[] {
  const first = middle + 5 - ((lines.length - 1) * lineHeight) / 2;
  return lines.map((line, i) =>
    textAt(line, x, first + i * lineHeight, { size: type.label, weight })
  );
}

export const rowWeight = (row: ModelRow, rows: readonly ModelRow[]): TextWeight =>
  row.isFocus && rows.some((other) => !other.isFocus) ? 600 : 400;

/** Labels of a column and the width they need, no wider than `most`. */
export function labelColumn(
  rows: readonly ModelRow[],
  heading: string,
  most: number
): { width: number; lines: string[][]; heading: string[] } {
  const lines = rows.map((row) => wrapText(row.label, type.label, rowWeight(row, rows), most));
  const widest = Math.max(
    ...lines.flatMap((parts, i) =>
      parts.map((part) => {
        const row = rows[i];
        return textWidth(part, type.label, row ? rowWeight(row, rows) : 400);
      })
    ),
    0
  );
  const headingLines = wrapText(heading, type.small, 600, Math.max(widest, most / 2));
  const headingWidth = Math.max(0, ...headingLines.map((line) => textWidth(line, type.small, 600)));
  return { width: Math.ceil(Math.max(widest, headingWidth)), lines, heading: headingLines };
}

export const headingText = (
  text: string,
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end' = 'start'
): TextShape => textAt(text, x, y, { size: type.small, weight: 600, anchor, fill: 'muted' });

/** Tick labels on one line: the ends stay inside the drawing, one that would touch another is left out. */
export function tickLabels(
  axis: ModelAxis,
  x: Scale,
  y: number,
  limits: { left: number; right: number },
  taken: readonly Box[] = []
): TextShape[] {
  const labels: TextShape[] = [];
  const boxes = [...taken];
  const ends = [0, axis.ticks.length - 1];
  const order = [...axis.ticks.keys()].sort(
    (a, b) => Number(ends.includes(b)) - Number(ends.includes(a))
  );
  for (const i of order) {
    const tick = axis.ticks[i];
    if (!tick) continue;
    const half = textWidth(tick.label, type.small) / 2;
    const center = Math.min(Math.max(x(tick.at), limits.left + half), limits.right - half);
    const label = textAt(tick.label, center, y, {
      size: type.small,
      anchor: 'middle',
      fill: 'muted'
    });
    const box = textBox(label);
    if (boxes.some((other) => boxesTouch(box, other, 8))) continue;
    boxes.push(box);
    labels.push(label);
  }
  return labels.sort((a, b) => a.x - b.x);
}

/** Grid lines at the ticks, the first one the axis. */
export const gridLines = (
  axis: ModelAxis,
  x: Scale,
  top: number,
  bottom: number,
  axisBottom = bottom
): Shape[] =>
  axis.ticks.map(({ at }) => ({
    kind: 'line',
    class: 'grid',
    fill: 'none',
    stroke: at === 0 ? 'axis' : 'line',
    strokeWidth: at === 0 ? 1.5 : 1,
    x1: x(at),
    x2: x(at),
    y1: top,
    y2: at === 0 ? axisBottom : bottom
  }));

export const rowRule = (left: number, right: number, y: number): Shape => ({
  kind: 'line',
  class: 'grid',
  fill: 'none',
  stroke: 'line',
  strokeWidth: 1,
  x1: left,
  x2: right,
  y1: y,
  y2: y
});

/** Height a break needs above its row. */
export const breakHeight = 22;

/** The broken line between two rows that cannot be compared, after its words. */
export const breakRule = (words: string, left: number, right: number, y: number): Shape[] => {
  const from = left + textWidth(words, type.small, 600) + 8;
  return [
    textAt(words, left, y + 15, { size: type.small, weight: 600, fill: 'warn' }),
    {
      kind: 'line',
      class: 'grid',
      fill: 'none',
      stroke: 'warn',
      strokeWidth: 1.5,
      dash: '6 4',
      x1: Math.min(from, right),
      x2: right,
      y1: y + breakHeight / 2,
      y2: y + breakHeight / 2
    }
  ];
};

/** The range line on its halo, no caps: no end is a wall. */
export const rangeLine = (x1: number, x2: number, y: number, scale = 1): Shape[] =>
  (['halo', 'range'] as const).map((part) => ({
    kind: 'line',
    class: part,
    fill: 'none',
    stroke: part,
    strokeWidth: (part === 'halo' ? 6.5 : 2.5) * scale,
    x1,
    x2,
    y1: y,
    y2: y
  }));

/** A bar from zero, striped when it is to be used with care, with its range. */
export function barMark(row: ModelRow, x: Scale, middle: number, thickness: number): Shape[] {
  if (row.value === null || row.low === null || row.high === null) return [];
  const zero = x(0);
  const box = {
    x: Math.min(zero, x(row.value)),
    y: middle - thickness / 2,
    width: Math.abs(x(row.value) - zero),
    height: thickness
  };
  const bar: Shape =
    row.flag === 'u'
      ? { kind: 'rect', class: 'care', ...box, fill: 'stripe', stroke: 'stripe-a', strokeWidth: 1 }
      : {
          kind: 'rect',
          class: row.isFocus ? 'data' : 'context',
          ...box,
          fill: row.isFocus ? 'accent' : 'context'
        };
  return [bar, ...rangeLine(x(row.low), x(row.high), middle)];
}

/** A dot on its range line; hollow and dashed when it is to be used with care. */
export function dotMark(row: ModelRow, x: Scale, middle: number, radius = 5.5): Shape[] {
  if (row.value === null || row.low === null || row.high === null) return [];
  const care = row.flag === 'u';
  const color = row.isFocus ? 'accent' : 'context';
  return [
    {
      kind: 'line',
      class: 'range',
      fill: 'none',
      stroke: 'range',
      strokeWidth: 2,
      x1: x(row.low),
      x2: x(row.high),
      y1: middle,
      y2: middle,
      ...(care ? { dash: '4 3' } : {})
    },
    {
      kind: 'circle',
      class: care ? 'care' : row.isFocus ? 'data' : 'context',
      cx: x(row.value),
      cy: middle,
      r: radius,
      fill: care ? 'halo' : color,
      stroke: care ? color : 'halo',
      strokeWidth: care ? 2.5 : 1.5
    }
  ];
}

/** The reference: a pale band for its range and a dashed line. */
export const referenceMark = (
  reference: ModelReference,
  x: Scale,
  top: number,
  bottom: number
): Shape[] => [
  {
    kind: 'rect',
    class: 'area',
    fill: 'accent-soft',
    x: x(reference.low),
    y: top,
    width: x(reference.high) - x(reference.low),
    height: bottom - top
  },
  {
    kind: 'line',
    class: 'grid',
    fill: 'none',
    stroke: 'private-line',
    strokeWidth: 1.5,
    dash: '4 3',
    x1: x(reference.value),
    x2: x(reference.value),
    y1: top,
    y2: bottom
  }
];

/** Words of a row without a number, in the lines that fit a width. */
export const hiddenLines = (row: ModelRow, width: number): string[] =>
  row.value === null ? wrapText(row.flagText, type.range, 400, width) : [];

/** The same, placed with the block centered on `middle`. */
export const hiddenWords = (lines: readonly string[], x: number, middle: number): Shape[] =>
  lines.map((line, i) =>
    textAt(line, x, middle + 4.5 + (i - (lines.length - 1) / 2) * 16, {
      size: type.range,
      fill: 'muted'
    })
  );

/** The reference's name and number over its line, inside its limits; the number alone where both do not fit. */
export function referenceLabel(
  reference: ModelReference,
  x: Scale,
  y: number,
  limits: { left: number; right: number }
): TextShape {
  const both = `${reference.label} ${reference.valueText}`;
  const fits = textWidth(both, type.small, 600) <= limits.right - limits.left;
  const text = fits ? both : reference.valueText;
  const half = textWidth(text, type.small, 600) / 2;
  const center = Math.min(Math.max(x(reference.value), limits.left + half), limits.right - half);
  return headingText(text, center, y, 'middle');
}
