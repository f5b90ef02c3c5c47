import { rangeKindOf } from '$lib/privacy/sample-type';
import { textFor, type Text } from '$lib/text/text';
import { textAt, type Drawing, type DrawnRow, type Shape } from '../drawing';
import type { ChartModel, ModelRow } from '../model';
import { rangeLine, rowRule, tickLabels } from '../parts';
import { scaleWithEndLabels, type Scale } from '../scale';
import { altText, drawingToSvg } from '../svg';
import { maxTextWidth, textWidth, wrapText } from '../text-width';
import { lightTheme, type Theme } from '../theme';

/** What the audience reads beside the chart. Empty texts are left out. */
export interface SlideWords {
  /** "3", "3a" */
  number: string;
  headline: string;
  subline: string;
  /** the question as it was asked */
  question: string;
  /** survey, months, answers; the model's own source line when left out */
  source?: string;
  /** what to leave to the speaker: shows these rows only, by key */
  rows?: string[];
  /** rooms with a small screen: labels a quarter larger, three rows at most */
  isLarge?: boolean;
}

const slideSize = { width: 1920, height: 1080 } as const;
export const mostSlideRows = 7;
const left = 96;
const right = slideSize.width - 96;

/** Why a figure cannot stand on an exhibit slide; null when it can. Sentences: `text.figures.slide`. */
export function slideRefusal(
  model: ChartModel,
  words: Pick<SlideWords, 'rows'>
): 'moreRows' | null {
  return rowsOf(model, words).length > mostSlideRows ? 'moreRows' : null;
}

const rowsOf = (model: ChartModel, { rows }: Pick<SlideWords, 'rows'>): ModelRow[] =>
  rows ? model.rows.filter((row) => rows.includes(row.key)) : model.rows;

/**
 * An exhibit for a hearing: 1920 x 1080, number, headline, one chart of at most seven rows, question and
 * source. Bars for ranked bars, dots for the rest. Text sizes are for a 2 m screen read from 8 m.
 *
 * @throws RangeError with more than seven rows
 */
export function exhibitSlide(
  model: ChartModel,
  words: SlideWords,
  theme: Theme = lightTheme
): string {
  return drawingToSvg(
    exhibitDrawing(model, words),
    {
      id: `${model.id}-slide`,
      title: words.headline,
      description: altText(model),
      language: model.language
    },
    theme
  );
}

/** The marks of `exhibitSlide`, for tests and pages. */
export function exhibitDrawing(model: ChartModel, words: SlideWords): Drawing {
  if (slideRefusal(model, words) !== null)
    throw new RangeError(`An exhibit shows ${mostSlideRows} rows at most.`);
  const text = textFor(model.language).figures;
  const back: Shape[] = [
    textAt(text.slide.exhibit(words.number), left, 92, {
      size: 40,
      weight: 600,
      fill: 'accent-strong'
    })
  ];
  let y = 112;
  const headline = fitted(words.headline, 76, 700, 2);
  for (const line of headline.lines) {
    y += headline.size * 1.12;
    back.push(textAt(line, left, y - headline.size * 0.1, { size: headline.size, weight: 700 }));
  }
  for (const line of wrapText(words.subline, 48, 400, right - left)) {
    y += 60;
    back.push(textAt(line, left, y, { size: 48, fill: 'muted' }));
  }
  const foot = footer(model, words);
  const rows = chartRows(model, words, y + 44, foot.top - 24, back);
  return { ...slideSize, stripeScale: 3, back, rows, front: foot.shapes };
}

/** The text in as few lines as allowed: smaller, in steps of 4, only when it does not fit. */
function fitted(text: string, size: number, weight: 400 | 700, most: number) {
  let now = size;
  let lines = wrapText(text, now, weight, right - left);
  while (lines.length > most && now > 48) {
    now -= 4;
    lines = wrapText(text, now, weight, right - left);
  }
  return { size: now, lines };
}

function footer(model: ChartModel, words: SlideWords): { top: number; shapes: Shape[] } {
  const quoted = words.question === '' ? '' : `“${words.question}” `;
  const code = model.hash ? ` ${model.hash.slice(0, 8)}` : '';
  const source = `${quoted}${words.source ?? model.source}${code}`;
  const lines = wrapText(source, 32, 400, right - left);
  const top = slideSize.height - 46 - (lines.length - 1) * 40 - 44;
  return {
    top: top - 20,
    shapes: [
      { ...rowRule(left, right, top - 8), strokeWidth: 2 } as Shape,
      ...lines.map((line, i) => textAt(line, left, top + 38 + i * 40, { size: 32, fill: 'muted' }))
    ]
  };
}

/** Rows, axis and note between two heights. */
function chartRows(
  model: ChartModel,
  words: SlideWords,
  top: number,
  bottom: number,
  back: Shape[]
): DrawnRow[] {
  const text = textFor(model.language).figures;
  const rows = rowsOf(model, words);
  const noteY = bottom - 18;
  const axisY = noteY - 58;
  const plotBottom = axisY - 46;
  const rowHeight = Math.min(170, (plotBottom - top) / Math.max(1, rows.length));
  const scale = words.isLarge && rows.length <= 3 ? 1.25 : 1;
  const valueSize = Math.min(96 * scale, rowHeight * 0.72);
  const labelSize = Math.min(52 * scale, rowHeight * 0.5);
  const weight = (row: ModelRow): 400 | 700 =>
    row.isFocus && rows.some((other) => !other.isFocus) ? 700 : 400;
  const most = 0.3 * (right - left);
  const lines = rows.map((row) => wrapText(row.label, labelSize, weight(row), most));
  const labelWidth = Math.max(
    ...rows.map((row, i) => maxTextWidth(lines[i] ?? [], labelSize, weight(row)))
  );
  const zero = left + labelWidth + 48;
  const valueWidth = (row: ModelRow): number =>
    textWidth(row.valueText, valueSize, 700) +
    (row.flag === 'u' ? 20 + textWidth('[u]', 36, 600) : 0);
  const x = scaleWithEndLabels(
    model.axis,
    zero,
    right,
    rows.flatMap((row) =>
      row.high === null ? [] : [{ end: row.high, width: 40 + valueWidth(row) }]
    )
  );
  const plotEnd = top + rowHeight * rows.length;
  const dataEnd = top + rowHeight * rows.filter((row) => row.value !== null).length;
  for (const tick of model.axis.ticks)
    back.push({
      kind: 'line',
      class: 'grid',
      fill: 'none',
      stroke: tick.at === 0 ? 'axis' : 'line',
      strokeWidth: tick.at === 0 ? 3 : 2,
      x1: x(tick.at),
      x2: x(tick.at),
      y1: top,
      y2: tick.at === 0 ? plotEnd : dataEnd
    });
  const drawn = rows.map((row, i): DrawnRow => {
    const middle = top + rowHeight * (i + 0.5);
    const label = lines[i] ?? [row.label];
    const first = middle + labelSize * 0.35 - ((label.length - 1) * labelSize * 1.1) / 2;
    const shapes: Shape[] = [
      ...label.map((line, k) =>
        textAt(line, left, first + k * labelSize * 1.1, { size: labelSize, weight: weight(row) })
      ),
      ...mark(model, row, x, middle, rowHeight * 0.6),
      ...(row.value === null
        ? [textAt(row.flagText, zero + 20, middle + 13, { size: 36, fill: 'muted' })]
        : values(row, x(row.high ?? row.value) + 36, middle, valueSize, weight(row) === 700))
    ];
    return {
      key: row.key,
      box: { x: left, y: top + rowHeight * i, width: right - left, height: rowHeight },
      shapes
    };
  });
  back.push(...slideTicks(model, x, plotEnd + 52));
  back.push(...rangeLegend(model, text, plotEnd));
  return drawn;
}

/** What the line beside a mark means, and the stripes; no line where there are no ranges. */
function rangeLegend(model: ChartModel, text: Text['figures'], plotEnd: number): Shape[] {
  const kind = rangeKindOf(model.sampleType);
  const care = model.flagsUsed.some(({ flag }) => flag === 'u') ? [text.flags.explain.u] : [];
  if (kind === 'none')
    return care.map((line) => textAt(line, left, plotEnd + 116, { size: 36, fill: 'muted' }));
  const range = kind === 'model' ? text.key.lineOpen : text.key.line;
  return [
    {
      kind: 'line',
      class: 'range',
      fill: 'none',
      stroke: 'range',
      strokeWidth: 8,
      x1: left,
      x2: left + 96,
      y1: plotEnd + 104,
      y2: plotEnd + 104
    },
    textAt([range, ...care].join('. '), left + 116, plotEnd + 116, { size: 36, fill: 'muted' })
  ];
}

/** Axis labels at 36; the same rule as on a page leaves out those that would touch. */
const slideTicks = (model: ChartModel, x: Scale, y: number): Shape[] => {
  const factor = 3;
  return tickLabels(model.axis, (value) => x(value) / factor, 0, {
    left: 0,
    right: right / factor
  }).map((label) => ({ ...label, x: label.x * factor, y, size: 36 }));
};

function mark(
  model: ChartModel,
  row: ModelRow,
  x: Scale,
  middle: number,
  thickness: number
): Shape[] {
  if (row.value === null || row.low === null || row.high === null) return [];
  const care = row.flag === 'u';
  const range = rangeLine(x(row.low), x(row.high), middle, 3.2).map((line) =>
    care && model.type !== 'ranked-bar' && line.kind === 'line' && line.class === 'range'
      ? { ...line, dash: '18 12' }
      : line
  );
  const color = row.isFocus ? 'accent' : 'context';
  if (model.type === 'ranked-bar')
    return [
      {
        kind: 'rect',
        class: care ? 'care' : row.isFocus ? 'data' : 'context',
        x: x(0),
        y: middle - thickness / 2,
        width: x(row.value) - x(0),
        height: thickness,
        fill: care ? 'stripe' : color,
        ...(care ? { stroke: 'stripe-a' as const, strokeWidth: 3 } : {})
      },
      ...range
    ];
  return [
    ...range,
    {
      kind: 'circle',
      class: care ? 'care' : 'data',
      cx: x(row.value),
      cy: middle,
      r: 20,
      fill: care ? 'halo' : color,
      stroke: care ? color : 'halo',
      strokeWidth: care ? 8 : 5
    }
  ];
}

function values(row: ModelRow, x: number, middle: number, size: number, isLoud: boolean): Shape[] {
  return [
    textAt(row.valueText, x, middle + size * 0.36, {
      size,
      weight: 700,
      fill: isLoud ? 'accent-strong' : 'ink',
      halo: true
    }),
    ...(row.flag === 'u'
      ? [
          textAt('[u]', x + textWidth(row.valueText, size, 700) + 20, middle + 13, {
            size: 36,
            weight: 600,
            fill: 'warn',
            halo: true
          })
        ]
      : [])
  ];
}
