import type { LayoutOptions } from '../definition';
import { narrowWidth } from '../definition';
import { textAt, type Drawing, type DrawnRow, type Shape } from '../drawing';
import type { ChartModel, ModelRow } from '../model';
import { narrowRows } from '../narrow-rows';
import {
  barMark,
  gridLines,
  headingText,
  hiddenLines,
  hiddenWords,
  labelColumn,
  labelLines,
  lineHeight,
  rowRule,
  rowWeight,
  tickLabels,
  type
} from '../parts';
import { scaleWithEndLabels } from '../scale';
import { maxTextWidth, textWidth } from '../text-width';

const rowHeight = 32;
const thickness = 16;
const afterRange = 10;

/** Bars from zero with their ranges, the number after each range, likely ranks in front. */
export function rankedBarLayout(model: ChartModel, { width }: LayoutOptions): Drawing {
  if (width < narrowWidth)
    return narrowRows(model, width, (row, x, middle) => barMark(row, x, middle, thickness));
  const ranks = model.rows.map((row) => row.rankText ?? '').filter((text) => text !== '');
  const rankHeading = model.columns.find(({ key }) => key === 'rank')?.label ?? '';
  const rankWidth =
    ranks.length === 0
      ? 0
      : Math.ceil(
          Math.max(maxTextWidth(ranks, type.range), textWidth(rankHeading, type.small, 600)) + 24
        );
  const column = labelColumn(model.rows, model.rowHeading, 0.34 * width);
  const left = rankWidth + column.width + 18;
  const x = scaleWithEndLabels(
    model.axis,
    left,
    width,
    model.rows.flatMap((row) =>
      row.high === null ? [] : [{ end: row.high, width: afterRange + numbersWidth(row) }]
    )
  );
  const top = 10 + column.heading.length * 16;
  const back: Shape[] = [
    ...(rankWidth > 0 ? [headingText(rankHeading, 0, 16)] : []),
    ...column.heading.map((line, i) => headingText(line, rankWidth, 16 + 16 * i)),
    ...tickLabels(model.axis, x, 16, { left: left - 12, right: width })
  ];
  let y = top;
  let dataBottom = top;
  const rows = model.rows.map((row, i): DrawnRow => {
    const lines = column.lines[i] ?? [row.label];
    const hidden = hiddenLines(row, width - left - 8);
    const height = Math.max(rowHeight, lines.length * lineHeight + 14, hidden.length * 16 + 14);
    const middle = y + height / 2;
    const shapes: Shape[] = [
      ...(row.rankText
        ? [textAt(row.rankText, 0, middle + 4.5, { size: type.range, fill: 'muted' })]
        : []),
      ...labelLines(lines, rankWidth, middle, rowWeight(row, model.rows)),
      ...(row.value === null
        ? hiddenWords(hidden, left + 8, middle)
        : [
            ...barMark(row, x, middle, thickness),
            ...numbers(row, x(row.high ?? row.value) + afterRange, middle)
          ])
    ];
    const box = { x: 0, y, width, height };
    y += height;
    if (row.value !== null) dataBottom = y;
    back.push(rowRule(0, width, y));
    return { key: row.key, box, shapes };
  });
  back.unshift(...gridLines(model.axis, x, top, dataBottom, y));
  return { width, height: y + 2, back, rows, front: [] };
}

const numbersWidth = (row: ModelRow): number =>
  textWidth(row.valueText, type.value, 700) +
  10 +
  textWidth(row.rangeText, type.range) +
  (row.flag === 'u' ? 14 + textWidth(row.flagShort, type.range, 600) : 0);

/** Value, range and flag, each in its own slot after the mark; haloed where grid lines pass. */
function numbers(row: ModelRow, x: number, middle: number): Shape[] {
  const rangeX = x + textWidth(row.valueText, type.value, 700) + 10;
  const flagX = rangeX + textWidth(row.rangeText, type.range) + 14;
  return [
    textAt(row.valueText, x, middle + 5, { size: type.value, weight: 700, halo: true }),
    textAt(row.rangeText, rangeX, middle + 5, { size: type.range, fill: 'muted', halo: true }),
    ...(row.flag === 'u'
      ? [
          textAt(row.flagShort, flagX, middle + 5, {
            size: type.range,
            weight: 600,
            fill: 'warn',
            halo: true
          })
        ]
      : [])
  ];
}
