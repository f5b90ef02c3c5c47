import { textAt, type Drawing, type DrawnRow, type Shape } from './drawing';
import type { ChartModel, ModelRow } from './model';
import {
  breakHeight,
  breakRule,
  lineHeight,
  referenceLabel,
  referenceMark,
  rowRule,
  rowWeight,
  textBox,
  tickLabels,
  type
} from './parts';
import { scaleOver, type Scale } from './scale';
import { textWidth, wrapText } from './text-width';

const stripHeight = 24;

/**
 * Rows for a narrow place: label and number on one line, the mark under them over the whole width, then
 * the answers. Works from 280 px.
 */
export function narrowRows(
  model: ChartModel,
  width: number,
  mark: (row: ModelRow, x: Scale, middle: number) => Shape[],
  top = 0
): Drawing {
  const inset = 8;
  const x = scaleOver(model.axis, inset, width - inset);
  const limits = { left: 0, right: width };
  const back: Shape[] = [];
  const over = model.reference ? referenceLabel(model.reference, x, top + 14, limits) : null;
  if (over) back.push(over);
  back.push(...tickLabels(model.axis, x, top + 14, limits, over ? [textBox(over)] : []));
  let y = top + 22;
  const rows = model.rows.map((row): DrawnRow => {
    if (row.breakBefore !== undefined) {
      back.push(...breakRule(row.breakBefore, 0, width, y));
      y += breakHeight;
    }
    const drawn = narrowRow(model, row, x, y, width, mark);
    y = drawn.box.y + drawn.box.height;
    back.push(rowRule(0, width, y));
    return drawn;
  });
  return { width, height: y + 2, back, rows, front: [] };
}

function narrowRow(
  model: ChartModel,
  row: ModelRow,
  x: Scale,
  top: number,
  width: number,
  mark: (row: ModelRow, x: Scale, middle: number) => Shape[]
): DrawnRow {
  const shapes: Shape[] = [];
  const weight = rowWeight(row, model.rows);
  const shown = row.value !== null;
  const rangeWidth = shown ? textWidth(row.rangeText, type.range) : 0;
  const numbersWidth = shown ? textWidth(row.valueText, type.value, 700) + 6 + rangeWidth : 0;
  const beside = width - numbersWidth - 12;
  const sameLine = textWidth(row.label, type.label, weight) <= beside || beside >= 120;
  const lines = wrapText(row.label, type.label, weight, sameLine ? beside : width);
  let y = top + 22;
  for (const [i, line] of lines.entries())
    shapes.push(textAt(line, 0, y + i * lineHeight, { size: type.label, weight }));
  const numbersY = sameLine ? y : y + lines.length * lineHeight;
  y += (lines.length - 1) * lineHeight;
  if (!sameLine && shown) y = numbersY;
  if (shown) {
    shapes.push(
      textAt(row.valueText, width - rangeWidth - 6, numbersY, {
        size: type.value,
        weight: 700,
        anchor: 'end'
      }),
      textAt(row.rangeText, width, numbersY, { size: type.range, anchor: 'end', fill: 'muted' })
    );
    y += 7;
    const middle = y + stripHeight / 2;
    if (model.reference) shapes.push(...referenceMark(model.reference, x, y, y + stripHeight));
    shapes.push({
      kind: 'line',
      class: 'grid',
      fill: 'none',
      stroke: 'axis',
      strokeWidth: 1.5,
      x1: x(Math.max(0, model.axis.min)),
      x2: x(Math.max(0, model.axis.min)),
      y1: y,
      y2: y + stripHeight
    });
    shapes.push(...mark(row, x, middle));
    y += stripHeight + 15;
  } else {
    y += lineHeight;
  }
  const under = shown
    ? [
        row.rankText,
        row.answersWords,
        row.flagText,
        row.gapText && `${gapHeading(model)} ${row.gapText}`
      ]
    : [row.flagText];
  const words = wrapText(
    under.filter((part) => part !== null && part !== '').join(', '),
    type.range,
    400,
    width
  );
  for (const [i, line] of words.entries())
    shapes.push(
      textAt(line, 0, y + i * (lineHeight - 2), {
        size: type.range,
        fill: row.flag === 'u' && shown ? 'warn' : 'muted'
      })
    );
  const bottom = y + (words.length - 1) * (lineHeight - 2) + 10;
  return { key: row.key, box: { x: 0, y: top, width, height: bottom - top }, shapes };
}

const gapHeading = (model: ChartModel): string =>
  model.columns.find(({ key }) => key === 'gap')?.label ?? '';
