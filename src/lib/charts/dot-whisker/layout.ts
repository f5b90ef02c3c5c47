import type { LayoutOptions } from '../definition';
import { narrowWidth } from '../definition';
import { textAt, type Drawing, type DrawnRow, type Shape } from '../drawing';
import type { ChartModel, ModelRow } from '../model';
import { narrowRows } from '../narrow-rows';
import {
  breakHeight,
  breakRule,
  dotMark,
  gridLines,
  headingText,
  hiddenLines,
  hiddenWords,
  labelColumn,
  labelLines,
  lineHeight,
  referenceLabel,
  referenceMark,
  rowRule,
  rowWeight,
  tickLabels,
  type
} from '../parts';
import { scaleOver } from '../scale';
import { maxTextWidth, textWidth } from '../text-width';

/** Where a list of dots stands, how high its rows are and which columns of numbers it has. */
export interface DotListPlace {
  left: number;
  top: number;
  width: number;
  rowHeight: number;
  columns: readonly ('value' | 'range' | 'answers' | 'gap')[];
}

const narrowestPlot = 90;

/** Dots with their ranges against the reference; the numbers in columns on the right. */
export function dotWhiskerLayout(model: ChartModel, { width }: LayoutOptions): Drawing {
  if (width < narrowWidth) return narrowRows(model, width, dotMark);
  return dotList(model, {
    left: 0,
    top: 0,
    width,
    rowHeight: 32,
    columns: ['value', 'range', 'answers', 'gap']
  });
}

/** The list by itself, for charts that set one beside another drawing. */
export function dotList(model: ChartModel, place: DotListPlace): Drawing {
  const right = place.left + place.width;
  const columns = numberColumns(model, place, right);
  const plotRight = Math.min(right, ...columns.map((column) => column.end - column.width)) - 8;
  const most = Math.min(0.36 * place.width, plotRight - place.left - narrowestPlot);
  const column = labelColumn(model.rows, model.rowHeading, most);
  const left = place.left + column.width + 18;
  const halfLabel = textWidth(model.axis.ticks.at(-1)?.label ?? '', type.small) / 2;
  const x = scaleOver(model.axis, left, plotRight - halfLabel);
  const headLines = Math.max(
    column.heading.length,
    model.reference ? 1 : 0,
    ...columns.map(({ heading }) => heading.length)
  );
  const top = place.top + 10 + headLines * 16;
  const headY = (lines: number, i: number): number => top - 10 - (lines - 1 - i) * 16;
  const back: Shape[] = [
    ...column.heading.map((line, i) =>
      headingText(line, place.left, headY(column.heading.length, i))
    ),
    ...columns.flatMap(({ heading, end }) =>
      heading.map((line, i) => headingText(line, end, headY(heading.length, i), 'end'))
    )
  ];
  if (model.reference)
    back.push(
      referenceLabel(model.reference, x, headY(1, 0), { left: left - 8, right: plotRight })
    );
  let y = top;
  let dataBottom = top;
  const rules: Shape[] = [];
  const rows = model.rows.map((row, i): DrawnRow => {
    const lines = column.lines[i] ?? [row.label];
    const hidden = hiddenLines(row, right - left - 8);
    if (row.breakBefore !== undefined) {
      back.push(...breakRule(row.breakBefore, place.left, right, y));
      y += breakHeight;
    }
    const height = Math.max(
      place.rowHeight,
      lines.length * lineHeight + 8,
      hidden.length * 16 + 10
    );
    const middle = y + height / 2;
    const shapes: Shape[] = [
      ...labelLines(lines, place.left, middle, rowWeight(row, model.rows)),
      ...(row.value === null
        ? hiddenWords(hidden, left + 8, middle)
        : [
            ...dotMark(row, x, middle, place.rowHeight < 30 ? 5 : 5.5),
            ...columns.flatMap((one) => one.shapes(row, middle))
          ])
    ];
    const box = { x: place.left, y, width: place.width, height };
    y += height;
    if (row.value !== null) dataBottom = y;
    rules.push(rowRule(place.left, right, y));
    return { key: row.key, box, shapes };
  });
  back.push(
    ...(model.reference ? referenceMark(model.reference, x, top, dataBottom) : []),
    ...gridLines(model.axis, x, top, dataBottom, y),
    ...rules,
    ...tickLabels(model.axis, x, y + 18, { left: left - 12, right: plotRight + 4 })
  );
  return { width: right, height: y + 26, back: byDepth(back), rows, front: [] };
}

/** The band first, then grid and rules, then words: words are never crossed. */
function byDepth(back: readonly Shape[]): Shape[] {
  const depth = (shape: Shape): number =>
    shape.kind === 'text' ? 2 : shape.class === 'area' ? 0 : 1;
  return [...back].sort((a, b) => depth(a) - depth(b));
}

interface NumberColumn {
  heading: string[];
  end: number;
  width: number;
  shapes(row: ModelRow, middle: number): Shape[];
}

/** Columns of numbers from the right edge inwards, each as wide as its widest string. */
function numberColumns(model: ChartModel, place: DotListPlace, right: number): NumberColumn[] {
  const heading = (key: string): string =>
    model.columns.find((column) => column.key === key)?.label ?? '';
  const care = model.rows.some((row) => row.flag === 'u')
    ? textWidth('[u]', type.small, 600) + 6
    : 0;
  const muted = { size: type.range, fill: 'muted', anchor: 'end' } as const;
  const kinds = {
    value: {
      texts: model.rows.map((row) => (row.value === null ? '' : row.valueText)),
      slot: care,
      draw: (row: ModelRow, end: number, y: number): Shape[] => [
        textAt(row.valueText, end, y, { size: type.value, weight: 700, anchor: 'end' }),
        ...(row.flag === 'u'
          ? [textAt('[u]', end + 5, y, { size: type.small, weight: 600, fill: 'warn' })]
          : [])
      ]
    },
    range: {
      texts: model.rows.map((row) => (row.value === null ? '' : row.rangeText)),
      slot: 0,
      draw: (row: ModelRow, end: number, y: number): Shape[] => [
        textAt(row.rangeText, end, y, muted)
      ]
    },
    answers: {
      texts: model.rows.map((row) => (row.value === null ? '' : row.answersText)),
      slot: 0,
      draw: (row: ModelRow, end: number, y: number): Shape[] => [
        textAt(row.answersText, end, y, muted)
      ]
    },
    gap: {
      texts: model.rows.map((row) => row.gapText ?? ''),
      slot: 0,
      draw: (row: ModelRow, end: number, y: number): Shape[] =>
        row.gapText ? [textAt(row.gapText, end, y, { ...muted, weight: 600, fill: 'ink' })] : []
    }
  };
  const columns: NumberColumn[] = [];
  let end = right;
  for (const key of [...place.columns].reverse()) {
    if (key === 'gap' && heading('gap') === '') continue;
    const { texts, slot, draw } = kinds[key];
    const title = [heading(key)];
    const widest = Math.max(
      key === 'value' ? maxTextWidth(texts, type.value, 700) : maxTextWidth(texts, type.range, 600),
      maxTextWidth(title, type.small, 600)
    );
    const width = Math.ceil(widest + 16);
    const at = end - slot;
    columns.unshift({
      heading: title,
      end: at,
      width,
      shapes: (row, middle) => draw(row, at, middle + 5)
    });
    end = at - width;
  }
  return columns;
}
