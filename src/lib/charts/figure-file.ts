import { charts } from './index';
import { textAt, type Drawing, type Shape } from './drawing';
import { keyMarkShapes, keyMarkSize } from './key-mark';
import type { ChartModel } from './model';
import { movedDrawing, movedShape } from './move';
import { altText, drawingToSvg } from './svg';
import { textWidth, wrapText, type TextWeight } from './text-width';
import { lightTheme, type Theme } from './theme';

export interface FileSize {
  width: number;
}

const margin = 24;

/** The drawing alone, as it stands on a page at this width. */
export const drawModel = (model: ChartModel, width: number): Drawing =>
  charts[model.type].layout(model, { width });

/**
 * A figure as one picture that can stand alone: headline, subtitle, chart, key, notes, source. The same
 * marks as on the page, from the same layout.
 */
export function figureDrawing(model: ChartModel, { width }: FileSize): Drawing {
  const inner = width - 2 * margin;
  const head: Shape[] = [];
  let y = margin;
  const write = (
    into: Shape[],
    text: string,
    size: number,
    weight: TextWeight,
    step: number,
    fill: 'ink' | 'muted'
  ): void => {
    for (const line of wrapText(text, size, weight, inner)) {
      y += step;
      into.push(textAt(line, margin, y - step * 0.25, { size, weight, fill }));
    }
  };
  write(head, model.title, 22, 700, 28, 'ink');
  y += 2;
  write(head, model.subtitle, 14, 400, 20, 'muted');
  y += 14;
  const body = movedDrawing(drawModel(model, inner), margin, y);
  y += body.height + 10;
  const foot: Shape[] = [];
  y = keyLine(model, foot, y, inner);
  y += 2;
  for (const { text } of model.flagsUsed.filter(({ flag }) => !isInKey(model, flag)))
    write(foot, text, 12, 400, 17, 'muted');
  write(foot, model.notes.join(' '), 12, 400, 17, 'muted');
  y += 4;
  const code = model.hash ? ` ${model.hash.slice(0, 8)}` : '';
  write(foot, `${model.source}${code}`, 12, 400, 17, 'muted');
  return {
    width,
    height: Math.ceil(y + margin),
    back: [...head, ...body.back],
    rows: body.rows,
    front: [...body.front, ...foot]
  };
}

const isInKey = (model: ChartModel, flag: string): boolean =>
  model.key.some(({ text }) => text.startsWith(`[${flag}]`));

function keyLine(model: ChartModel, into: Shape[], top: number, width: number): number {
  let [x, y] = [0, top];
  for (const { mark, text } of model.key) {
    const length = keyMarkSize.width + 8 + textWidth(text, 12) + 20;
    if (x > 0 && x + length - 20 > width) [x, y] = [0, y + 22];
    into.push(...keyMarkShapes(mark).map((shape) => movedShape(shape, margin + x, y)));
    into.push(
      textAt(text, margin + x + keyMarkSize.width + 8, y + 12.5, { size: 12, fill: 'muted' })
    );
    x += length;
  }
  return model.key.length > 0 ? y + 24 : y;
}

/** A figure as an SVG file; the same text for the same model, theme and width. */
export const toSvg = (
  model: ChartModel,
  theme: Theme = lightTheme,
  size: FileSize = { width: 800 }
): string =>
  drawingToSvg(
    figureDrawing(model, size),
    { id: model.id, title: model.title, description: altText(model), language: model.language },
    theme
  );
