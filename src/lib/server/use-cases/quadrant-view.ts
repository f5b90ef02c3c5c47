import type { Id } from '$lib/base/id';
import { labelIn } from '$lib/codebook/codebook';
import { quadrantLabels, type Crosshair, type Lines } from '$lib/priorities/ipa';
import { itemDimension } from '$lib/priorities/release-scores';
import type { ReleasedPlane } from '$lib/priorities/release-quadrants';
import type { ReleasedTable } from '$lib/privacy/table';
import type { Access } from '$lib/server/access/access';
import { flagText } from '$lib/text/flags';
import { formatNumber, formatRange } from '$lib/text/format';
import { textFor, type Language } from '$lib/text/text';
import { quadrantsOf } from './priorities';

/** Services in four quadrants by one kind of importance, in words. */
export interface PlaneView {
  id: 'stated' | 'derived';
  title: string;
  /** what this importance is, and what to know of it */
  notes: string[];
  lines: string;
  /** null while there are no lines */
  plot: {
    points: {
      key: string;
      number: number;
      name: string;
      x: number;
      y: number;
      reach: { x: number; y: number; correlation: number } | null;
      isUndetermined: boolean;
    }[];
    lines: { x: number; y: number };
    corners: { topLeft: string; topRight: string; bottomLeft: string; bottomRight: string };
    axes: { x: string; y: string };
  } | null;
  rows: {
    key: string;
    /** the number beside its dot; null without one */
    number: number | null;
    label: string;
    importance: string;
    performance: string;
    quadrant: string;
    isUndetermined: boolean;
  }[];
}

/** The quadrants by what people say matters and, where it can be known, by what goes with satisfaction. */
export interface QuadrantView {
  crosshair: Crosshair;
  target: Lines | null;
  planes: PlaneView[];
}

/** Null when the wave has no services rated in numbers. */
export function viewQuadrants(
  access: Access,
  waveId: Id,
  asked: { crosshair: Crosshair; target: Lines | null },
  language: Language
): QuadrantView | null {
  const found = quadrantsOf(access, waveId, asked);
  if (!found.ok) return null;
  const { stated, derived, performance } = found.value;
  const t = textFor(language).priorities;
  const planes: PlaneView[] = [
    {
      ...viewPlane(stated, performance, { x: t.axisImportance, y: t.axisPerformance }, language),
      id: 'stated',
      title: t.stated,
      notes: [t.statedNote]
    }
  ];
  if (derived)
    planes.push({
      ...viewPlane(derived, performance, { x: t.axisDerived, y: t.axisPerformance }, language),
      id: 'derived',
      title: t.derived,
      notes: [
        t.derivedNote(labelIn(derived.overall, language)),
        t.disagree,
        ...elsewhere(stated, derived, language)
      ]
    });
  return { ...asked, planes };
}

/** How many services the two kinds of importance put into different quadrants. */
function elsewhere(stated: ReleasedPlane, derived: ReleasedPlane, language: Language): string[] {
  const t = textFor(language).priorities;
  const both = derived.points.flatMap((point) => {
    const other = stated.points.find(({ key }) => key === point.key);
    return other ? [point.quadrant !== other.quadrant] : [];
  });
  const count = both.filter(Boolean).length;
  return both.length > 0
    ? [t.elsewhere(formatNumber(count, language), formatNumber(both.length, language))]
    : [];
}

function viewPlane(
  { importance, points, lines }: ReleasedPlane,
  performance: ReleasedTable,
  axes: { x: string; y: string },
  language: Language
): Pick<PlaneView, 'lines' | 'plot' | 'rows'> {
  const text = textFor(language);
  const t = text.priorities;
  const number = (value: number) => formatNumber(value, language, 2);
  const mean = (table: ReleasedTable, key: string): string => {
    const cell = table.cells.find(({ at }) => at[itemDimension] === key);
    if (!cell || cell.value === null || cell.low === null || cell.high === null)
      return cell ? flagText(cell, text) : '';
    return `${number(cell.value)} (${formatRange(cell.low, cell.high, 'number', 2, language)})`;
  };
  const members = importance.dimensions.find(({ id }) => id === itemDimension)?.members ?? [];
  const numberOf = (key: string): number => points.findIndex((one) => one.key === key) + 1;
  const rows = members.map(({ key, labels }) => {
    const point = points.find((one) => one.key === key);
    const name = point ? labelIn(quadrantLabels[point.quadrant], language) : '';
    return {
      key,
      number: numberOf(key) || null,
      label: labelIn(labels, language),
      importance: mean(importance, key),
      performance: mean(performance, key),
      quadrant: point?.isUndetermined ? t.undetermined(name) : name,
      isUndetermined: point?.isUndetermined ?? true
    };
  });
  return {
    lines: lines ? t.linesAt(number(lines.importance), number(lines.performance)) : t.noLines,
    plot: lines && {
      lines: { x: lines.importance, y: lines.performance },
      corners: {
        topLeft: labelIn(quadrantLabels.overkill, language),
        topRight: labelIn(quadrantLabels['keep-up'], language),
        bottomLeft: labelIn(quadrantLabels['low-priority'], language),
        bottomRight: labelIn(quadrantLabels.concentrate, language)
      },
      axes,
      points: points.map((point) => ({
        key: point.key,
        number: numberOf(point.key),
        name: labelIn(members.find(({ key }) => key === point.key)?.labels ?? {}, language),
        x: point.importance,
        y: point.performance,
        reach: point.ellipse && {
          x: point.ellipse.importance,
          y: point.ellipse.performance,
          correlation: point.ellipse.correlation
        },
        isUndetermined: point.isUndetermined
      }))
    },
    rows
  };
}
