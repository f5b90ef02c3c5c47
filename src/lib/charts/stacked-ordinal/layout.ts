import type { LayoutOptions } from '../definition';
import { narrowWidth } from '../definition';
import { textAt, type Drawing, type DrawnRow, type Shape } from '../drawing';
import type { ChartModel, ModelPart, ModelRow } from '../model';
import {
  headingText,
  hiddenLines,
  hiddenWords,
  labelColumn,
  labelLines,
  lineHeight,
  rangeLine,
  rowRule,
  rowWeight,
  type
} from '../parts';
import { maxTextWidth, textWidth, wrapText } from '../text-width';
import { partPaints } from './ramp';

const barHeight = 22;
/** Parts smaller than this carry no label: the table has them. */
const leastLabelled = 0.055;
const gapBeforeApart = 12;

/** Whole bars of 100% split by answer; "Don't know" beside the stack; the net with its range at the end. */
export function stackedOrdinalLayout(model: ChartModel, { width }: LayoutOptions): Drawing {
  const narrow = width < narrowWidth;
  const column = labelColumn(model.rows, model.rowHeading, narrow ? width : 0.3 * width);
  const net = netColumn(model, width, narrow);
  const left = narrow ? 0 : column.width + 18;
  const right = narrow ? width : width - net.width;
  const back: Shape[] = [];
  let y = partLegend(model, width, back);
  if (!narrow) {
    const lines = Math.max(column.heading.length, net.heading.length, 1);
    column.heading.forEach((line, i) => back.push(headingText(line, 0, y + 14 + 16 * i)));
    net.heading.forEach((line, i) => back.push(headingText(line, right + 22, y + 14 + 16 * i)));
    y += 16 * lines + 8;
  }
  const rows = model.rows.map((row, i): DrawnRow => {
    const lines = narrow
      ? wrapText(row.label, type.label, rowWeight(row, model.rows), width)
      : (column.lines[i] ?? [row.label]);
    const top = y;
    const shapes: Shape[] = [];
    if (narrow) {
      shapes.push(
        ...lines.map((line, k) =>
          textAt(line, 0, top + 22 + k * lineHeight, {
            size: type.label,
            weight: rowWeight(row, model.rows)
          })
        )
      );
      const words = narrowWords(model, row);
      const under = wrapText(words, type.range, 400, width);
      const barTop = top + 12 + lines.length * lineHeight;
      if (row.parts.length > 0) shapes.push(...stack(model, row, 0, width, barTop));
      const textTop = row.parts.length > 0 ? barTop + barHeight + 18 : barTop + 14;
      under.forEach((line, k) =>
        shapes.push(
          textAt(line, 0, textTop + k * 16, {
            size: type.range,
            fill: row.flag === 'u' ? 'warn' : 'muted'
          })
        )
      );
      y = textTop + (under.length - 1) * 16 + 12;
    } else {
      const hidden = row.parts.length === 0 ? hiddenLines(row, right - left) : [];
      const height = Math.max(36, lines.length * lineHeight + 12, hidden.length * 16 + 12);
      const middle = top + height / 2;
      shapes.push(...labelLines(lines, 0, middle, rowWeight(row, model.rows)));
      if (row.parts.length === 0) shapes.push(...hiddenWords(hidden, left, middle));
      else {
        shapes.push(...stack(model, row, left, right, middle - barHeight / 2));
        shapes.push(...net.draw(row, right + 22, middle));
      }
      y = top + height;
    }
    back.push(rowRule(0, width, y));
    return { key: row.key, box: { x: 0, y: top, width, height: y - top }, shapes };
  });
  return { width, height: y + 2, back, rows, front: [] };
}

function narrowWords(model: ChartModel, row: ModelRow): string {
  if (row.parts.length === 0) return row.flagText;
  const net = row.net && `${netLabel(model)} ${row.net.valueText} (${row.net.rangeText})`;
  return [net, row.answersWords, row.flagText].filter((part) => part).join(', ');
}

const netLabel = (model: ChartModel): string =>
  model.columns.find(({ key }) => key === 'value')?.label ?? '';

/** Swatches with the answers in order, over as many lines as they need. */
function partLegend(model: ChartModel, width: number, back: Shape[]): number {
  const paints = partPaints(model);
  let [x, y] = [0, 0];
  for (const part of model.parts) {
    const itemWidth = 20 + textWidth(part.label, type.small) + 18;
    if (x > 0 && x + itemWidth - 18 > width) [x, y] = [0, y + 20];
    back.push(
      {
        kind: 'rect',
        class: 'area',
        x: x + 0.5,
        y: y + 2.5,
        width: 14,
        height: 13,
        fill: paints.get(part.key)?.fill ?? 'context',
        stroke: 'axis',
        strokeWidth: 1
      },
      textAt(part.label, x + 20, y + 13, { size: type.small, fill: 'muted' })
    );
    x += itemWidth;
  }
  return y + 24;
}

/** One row's parts from left to right; parts apart at the right end, behind a gap. */
function stack(
  model: ChartModel,
  row: ModelRow,
  left: number,
  right: number,
  top: number
): Shape[] {
  const paints = partPaints(model);
  const apart = new Set(model.parts.filter((part) => part.apart).map(({ key }) => key));
  const inside = row.parts.filter((part) => !apart.has(part.key));
  const beside = row.parts.filter((part) => apart.has(part.key));
  const total = row.parts.reduce((sum, part) => sum + part.value, 0) || 1;
  const width = right - left - (beside.length > 0 ? gapBeforeApart : 0);
  const shapes: Shape[] = [];
  let x = left;
  const place = (part: ModelPart): void => {
    const length = (part.value / total) * width;
    shapes.push(...segment(part, x, top, length, paints.get(part.key)));
    x += length;
  };
  inside.forEach(place);
  x += beside.length > 0 ? gapBeforeApart : 0;
  beside.forEach(place);
  return shapes;
}

function segment(
  part: ModelPart,
  x: number,
  top: number,
  length: number,
  paint: ReturnType<ReturnType<typeof partPaints>['get']>
): Shape[] {
  const box = { x, y: top, width: length, height: barHeight };
  const fits =
    part.value >= leastLabelled && textWidth(part.valueText, type.small, 600) + 6 <= length;
  return [
    {
      kind: 'rect',
      class: 'area',
      ...box,
      fill: paint?.fill ?? 'context',
      stroke: 'axis',
      strokeWidth: 1
    },
    ...(part.flag === 'u'
      ? [
          {
            kind: 'rect',
            class: 'care',
            ...box,
            y: top + barHeight - 5,
            height: 5,
            fill: 'stripe'
          } as const
        ]
      : []),
    ...(fits
      ? [
          textAt(part.valueText, x + length / 2, top + (part.flag === 'u' ? 13 : 15.5), {
            size: type.small,
            weight: 600,
            anchor: 'middle',
            fill: paint?.on ?? 'ink'
          })
        ]
      : [])
  ];
}

interface NetColumn {
  width: number;
  heading: string[];
  draw(row: ModelRow, x: number, middle: number): Shape[];
}

const plotWidth = 72;

/** Value, range and a small dot on 0–100%, after the stack. */
function netColumn(model: ChartModel, width: number, narrow: boolean): NetColumn {
  const nets = model.rows.flatMap((row) => (row.net ? [row.net] : []));
  if (narrow || nets.length === 0) return { width: 0, heading: [], draw: () => [] };
  const values = maxTextWidth(
    nets.map((net) => net.valueText),
    type.value,
    700
  );
  const ranges = maxTextWidth(
    nets.map((net) => net.rangeText),
    type.range
  );
  const withPlot = width >= 620;
  const inner = values + 8 + ranges + (withPlot ? plotWidth + 12 : 0);
  return {
    width: Math.ceil(inner + 24),
    heading: wrapText(netLabel(model), type.small, 600, inner),
    draw: (row, x, middle) => {
      const { net } = row;
      if (!net) return [];
      const plot = x + values + 8 + ranges + 12;
      const at = (value: number): number => plot + value * plotWidth;
      return [
        textAt(net.valueText, x + values, middle + 5, {
          size: type.value,
          weight: 700,
          anchor: 'end'
        }),
        textAt(net.rangeText, x + values + 8, middle + 5, { size: type.range, fill: 'muted' }),
        ...(withPlot
          ? [
              rowRule(at(0), at(1), middle),
              ...rangeLine(at(net.low), at(net.high), middle, 0.8),
              {
                kind: 'circle',
                class: net.flag === 'u' ? 'care' : 'data',
                cx: at(net.value),
                cy: middle,
                r: 4.5,
                fill: net.flag === 'u' ? 'halo' : 'accent',
                stroke: net.flag === 'u' ? 'accent' : 'halo',
                strokeWidth: 1.5
              } as const
            ]
          : [])
      ];
    }
  };
}
