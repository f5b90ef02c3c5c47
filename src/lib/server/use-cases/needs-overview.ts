import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import { labelIn } from '$lib/codebook/codebook';
import { buildModel } from '$lib/charts/build-model';
import type { ChartModel } from '$lib/charts/model';
import { waveDimension } from '$lib/disparities/changes';
import { findCell, sliceTable } from '$lib/privacy/release';
import type { Released, ReleasedTable } from '$lib/privacy/table';
import type { Access } from '$lib/server/access/access';
import {
  formatPercent,
  formatPercentRange,
  joinWords,
  lowerFirst,
  writePeople
} from '$lib/text/format';
import { breakReasons } from '$lib/text/break-reasons';
import { textFor, type Language } from '$lib/text/text';
import { indicatorTable } from './indicator-table';
import { listInstances } from './mapping';
import { needDimension, needsChange, needsList } from './needs';
import { wavesWithResponses } from './show-figure';

type Wave = ReturnType<typeof wavesWithResponses>[number]['wave'];

/** Needs of a wave as a ranked figure. Refused as `needsList` is. */
export function needsFigure(
  access: Access,
  wave: Wave,
  language: Language
): Parsed<{ model: ChartModel; table: Released<ReleasedTable> }> {
  const needs = needsList(access, wave.id);
  if (!needs.ok) return needs;
  const table = needs.value;
  const model = buildModel(
    {
      id: 'needs',
      type: 'ranked-bar',
      by: needDimension,
      at: {},
      multipleChoice: true,
      ...(wave.universe && { who: labelIn(wave.universe, language) })
    },
    [table],
    language
  );
  return { ok: true, value: { model: headed(model, language), table } };
}

/** The two leading needs as headline; the ranks beside them say how sure the order is. */
function headed(model: ChartModel, language: Language): ChartModel {
  const { needs } = textFor(language);
  const [first, second] = leadersOf(model);
  if (!first) return model;
  const title = second ? needs.headline(first, second) : needs.headlineOne(first);
  return { ...model, title, finding: needs.subtitle };
}

/** "12,000 (9,800 to 15,000)" by need key, where the number may be shown. */
export function peopleInNeed(access: Access, waveId: Id, language: Language): Map<string, string> {
  const people = listInstances(access, waveId).filter(
    ({ indicatorId }) => indicatorId === 'people-in-need'
  );
  return new Map(
    people.flatMap(({ key }) => {
      const result = indicatorTable(access, {
        waves: [waveId],
        instanceKey: key,
        group: null,
        withArea: false
      });
      const cell = result.ok ? findCell(result.value.table, {}) : undefined;
      if (!cell || cell.value === null || cell.low === null || cell.high === null) return [];
      const people = writePeople(cell.value, cell.low, cell.high, language);
      return [[`unmet-need:${key.slice(key.indexOf(':') + 1)}`, people]];
    })
  );
}

/** What became of the needs since an earlier wave: only tested changes are named. */
export interface NeedChanges {
  since: string;
  changed: { key: string; label: string; rose: boolean; from: string; to: string }[];
  /** needs whose change could not be told from chance */
  unclear: number;
  /** needs that were not asked alike: nothing is said about a change */
  broken: { key: string; label: string; reasons: string[] }[];
}

/** Null when there is no earlier wave of the same survey with these needs. */
export function needChanges(access: Access, wave: Wave, language: Language): NeedChanges | null {
  const earlier = wavesWithResponses(access).find(
    ({ wave: one }) =>
      one.surveyId === wave.surveyId &&
      one.id !== wave.id &&
      (one.fieldedTo ?? one.name) < (wave.fieldedTo ?? wave.name)
  )?.wave;
  if (!earlier) return null;
  const changes: NeedChanges = { since: earlier.name, changed: [], unclear: 0, broken: [] };
  const result = needsChange(access, earlier.id, wave.id);
  if (!result.ok) return null;
  const { table, notes } = result.value;
  for (const { key, labels } of table.dimensions.find(({ id }) => id === needDimension)?.members ??
    []) {
    const broken = notes.find((note) => note.key === key);
    if (broken) {
      const reasons = breakReasons(broken.issues, language);
      changes.broken.push({ key, label: labelIn(labels, language), reasons });
      continue;
    }
    const at = { [needDimension]: key };
    const [before, after] = [earlier.id, wave.id].map((id) =>
      findCell(table, { ...at, [waveDimension]: id })
    );
    const contrast = table.contrasts.find(({ a }) => a[needDimension] === key);
    if (before?.value == null || after?.value == null) continue;
    if (!contrast?.tested) {
      changes.unclear += 1;
      continue;
    }
    const worded = (cell: typeof before): string =>
      `${formatPercent(cell.value ?? 0)} (${formatPercentRange(cell.low ?? 0, cell.high ?? 0)})`;
    changes.changed.push({
      key,
      label: labelIn(labels, language),
      rose: after.value > before.value,
      from: worded(before),
      to: worded(after)
    });
  }
  return changes.changed.length + changes.unclear + changes.broken.length > 0 ? changes : null;
}

/** Services by importance times dissatisfaction, and barriers, as figures; null when not mapped. */
export function furtherFigure(
  access: Access,
  wave: Wave,
  indicatorId: 'importance-satisfaction' | 'access-barriers',
  language: Language
): { key: string; model: ChartModel } | null {
  const dimension = indicatorId === 'access-barriers' ? 'option' : 'service';
  const instance = listInstances(access, wave.id).find((one) => one.indicatorId === indicatorId);
  if (!instance) return null;
  const result = indicatorTable(access, {
    waves: [wave.id],
    instanceKey: instance.key,
    group: null,
    withArea: wave.areaVariable !== null
  });
  if (!result.ok) return null;
  const table = sliceTable(result.value.table, { by: [dimension] });
  const model = buildModel(
    {
      id: indicatorId,
      type: 'ranked-bar',
      by: dimension,
      at: {},
      multipleChoice: indicatorId === 'access-barriers',
      ...(wave.universe && { who: labelIn(wave.universe, language) })
    },
    [table],
    language
  );
  const { needs } = textFor(language);
  const leaders = leadersOf(model);
  return {
    key: instance.key,
    model: {
      ...model,
      ...(leaders.length === 2 && {
        title: needs.further[indicatorId].headline(joinWords(leaders, language))
      }),
      finding: needs.further[indicatorId].finding
    }
  };
}

/** The two largest unflagged rows with their numbers, as a headline names them. */
const leadersOf = ({ rows }: ChartModel): string[] =>
  rows
    .filter(({ value, flag }) => value !== null && flag === '')
    .slice(0, 2)
    .map(({ label, valueText }, i) => `${i === 0 ? label : lowerFirst(label)} (${valueText})`);
