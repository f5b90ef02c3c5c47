import type { LayoutOptions } from '../definition';
import { dotList } from '../dot-whisker/layout';
import { textAt, type Drawing, type DrawnRow, type Shape, type TextShape } from '../drawing';
import type { ChartModel, ModelMap, ModelRow } from '../model';
import { narrowRows } from '../narrow-rows';
import { boxesTouch, dotMark, textBox, type } from '../parts';
import { textWidth, wrapText } from '../text-width';
import type { Paint } from '../theme';
import { labelSpot, placeMap, type PlacedArea } from './geometry';

const gap = 28;
/** Below this the list would be squeezed beside the map, so it stands under it. */
const besideWidth = 620;
const ringWidth = 1;

/** The map and, always beside it (below it where narrow), its ranked list. Both are one set of rows. */
export function choroplethLayout(model: ChartModel, { width }: LayoutOptions): Drawing {
  const narrow = width < besideWidth;
  const mapWidth = narrow ? width : Math.floor((width - gap) * 0.48);
  const map = drawMap(model, mapWidth, narrow ? 340 : 420);
  const list = narrow
    ? narrowRows(model, width, dotMark, map.height + 12)
    : dotList(model, {
        left: mapWidth + gap,
        top: 0,
        width: width - mapWidth - gap,
        rowHeight: 26,
        columns: width >= 760 ? ['value', 'range', 'gap'] : ['value', 'gap']
      });
  return {
    width,
    height: Math.max(list.height, map.height),
    back: [...list.back, ...map.legend],
    rows: list.rows.map((row): DrawnRow => {
      const area = map.areas.get(row.key);
      return area ? { ...row, shapes: [...area.shapes, ...row.shapes], outline: area.d } : row;
    }),
    front: map.labels
  };
}

interface DrawnMap {
  areas: Map<string, { d: string; shapes: Shape[] }>;
  labels: Shape[];
  legend: Shape[];
  height: number;
}

function drawMap(model: ChartModel, width: number, most: number): DrawnMap {
  const { map } = model;
  if (!map) return { areas: new Map(), labels: [], legend: [], height: 0 };
  const placed = placeMap(map, { left: 2, top: 4, width: width - 4, most });
  const rows = new Map(model.rows.map((row) => [row.key, row]));
  const areas = new Map(
    placed.areas.map((area) => [
      area.key,
      { d: area.d, shapes: [areaShape(area, rows.get(area.key), map)] }
    ])
  );
  const labels: TextShape[] = [];
  for (const area of placed.areas) {
    const words = areaLabel(area, rows.get(area.key), map);
    const taken = labels.map(textBox);
    if (words.every((word) => !taken.some((box) => boxesTouch(textBox(word), box, 3))))
      labels.push(...words);
  }
  const legendTop = placed.height + 18;
  return { areas, labels, legend: classLegend(map, width, legendTop), height: legendTop + 36 };
}

function areaShape(area: PlacedArea, row: ModelRow | undefined, map: ModelMap): Shape {
  const base = { kind: 'path', d: area.d } as const;
  if (row?.flag === 'c')
    return {
      ...base,
      class: 'private',
      fill: 'private',
      stroke: 'private-line',
      strokeWidth: 1.25,
      dash: '1.5 3'
    };
  if (!row || row.value === null)
    return { ...base, class: 'private', fill: 'bg', stroke: 'private-line', strokeWidth: 1 };
  if (row.flag === 'u')
    return { ...base, class: 'care', fill: 'stripe', stroke: 'stripe-a', strokeWidth: 1.25 };
  return {
    ...base,
    class: 'area',
    fill: classPaint(map, row.key),
    stroke: 'halo',
    strokeWidth: ringWidth
  };
}

const classPaint = (map: ModelMap, key: string): Paint =>
  (['need-1', 'need-2', 'need-3', 'need-4', 'need-5'] as const)[map.classOf[key] ?? 0] ?? 'need-5';

const onPaint = (map: ModelMap, key: string): Paint =>
  (['on-need-1', 'on-need-2', 'on-need-3', 'on-need-4', 'on-need-5'] as const)[
    map.classOf[key] ?? 0
  ] ?? 'on-need-5';

/** Name and number where they fit inside the area; else the number; else nothing (the list has both). */
function areaLabel(area: PlacedArea, row: ModelRow | undefined, map: ModelMap): TextShape[] {
  if (!row) return [];
  const number =
    row.value === null ? `[${row.flag}]` : row.valueText + (row.flag === 'u' ? ' [u]' : '');
  const plain = row.value !== null && row.flag === '';
  const style = {
    size: type.small,
    anchor: 'middle',
    fill: plain ? onPaint(map, row.key) : 'ink',
    halo: !plain && row.flag === 'u'
  } as const;
  const tries = [[area.label], wrapText(area.label, type.small, 400, 1), []];
  for (const names of tries) {
    const lines = [...names, number];
    const height = lines.length * 15;
    const width = Math.max(
      ...lines.map((line, i) => textWidth(line, type.small, i === lines.length - 1 ? 700 : 400))
    );
    const spot = labelSpot(area.rings, { width: width + 4, height });
    if (!spot) continue;
    return lines.map((line, i) =>
      textAt(line, spot.x, spot.y - height / 2 + 12 + 15 * i, {
        ...style,
        weight: i === lines.length - 1 ? 700 : 400
      })
    );
  }
  return [];
}

/** Five steps with their breaks in words. */
function classLegend(map: ModelMap, width: number, top: number): Shape[] {
  const step = width / map.classes.length;
  return map.classes.flatMap(({ label }, i): Shape[] => [
    {
      kind: 'rect',
      class: 'area',
      x: i * step,
      y: top,
      width: step - 1,
      height: 10,
      fill: `need-${(i + 1) as 1 | 2 | 3 | 4 | 5}`,
      stroke: 'none'
    },
    textAt(label, i * step, top + 26, { size: type.small, fill: 'muted' })
  ]);
}
