import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import { checkAreas, type AreaCheck } from '$lib/composite/check-areas';
import { releaseModelled, type Modelled } from '$lib/composite/release-modelled';
import { labelIn } from '$lib/codebook/codebook';
import { release } from '$lib/privacy/release';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import { areasOf } from '$lib/server/db/queries/area';
import type { StoredIndexVersion } from '$lib/server/db/queries/composite-index';
import { findWave } from '$lib/server/db/queries/survey';
import { flagText } from '$lib/text/flags';
import { formatNumber, formatPercent, formatPercentRange } from '$lib/text/format';
import { textFor, type Language } from '$lib/text/text';
import { waveTable } from './indicator-table';
import { recipeOf } from './wave-recipe';
import { cachedRelease } from './released-cache';

/** One measure by area, modelled, and whether its order depends on the boundaries. */
export interface AreaModel {
  areaVariable: string;
  modelled: Modelled;
  check: AreaCheck | null;
}

/**
 * Modelled shares of one measure by area, and the boundary check.
 *
 * Refused: the reasons of `recipeOf`.
 */
export function modelledAreas(access: Access, waveId: Id, measureKey: string): Parsed<AreaModel> {
  const query = { waves: [waveId], instanceKey: measureKey, group: null, withArea: true };
  const recipe = recipeOf(access, waveId, query);
  if (!recipe.ok) return recipe;
  const wave = findWave(access, waveId);
  const areaVariable = recipe.value.area;
  if (!wave || areaVariable === null) return refused('area-unknown', 'withArea');
  const outlines = areasOf(access, wave.areaSetId);
  const key = `modelled ${JSON.stringify([recipe.value, wave.areaSetId])}`;
  return cachedRelease(
    access,
    key,
    () => {
      const raw = waveTable(access, recipe.value, { group: null });
      if (!raw.ok) return raw;
      const released = release(raw.value, recipe.value.policy);
      return {
        ok: true,
        value: {
          areaVariable,
          modelled: releaseModelled(raw.value, released, areaVariable),
          check: checkAreas(raw.value, released, areaVariable, outlines)
        }
      };
    },
    { maker: 'modelled-areas', args: [waveId, measureKey] }
  );
}

export interface AreaModelView {
  measure: string;
  measures: { key: string; label: string }[];
  /** why there is no model; null when there is one */
  missing: string | null;
  rows: {
    key: string;
    label: string;
    direct: string;
    modelled: string;
    range: string;
    ownWeight: string;
    note: string;
  }[];
  /** how the modelled shares were brought to the survey's total; null without a model */
  benchmark: string | null;
  boundaries: string;
}

/** The same in words, for one measure of an index version. */
export function viewModelled(
  access: Access,
  version: StoredIndexVersion,
  waveId: Id,
  asked: string | null,
  language: Language
): AreaModelView | null {
  const measures = version.indicators.map(({ key, labels }) => ({
    key,
    label: labelIn(labels, language)
  }));
  const measure = measures.find(({ key }) => key === asked) ?? measures[0];
  const found = measure && modelledAreas(access, waveId, measure.key);
  if (!measure || !found?.ok) return null;
  const text = textFor(language);
  const t = text.indexes;
  const { modelled, check } = found.value;
  const names = new Map(
    areasOf(access, findWave(access, waveId)?.areaSetId ?? null).map(({ code, name }) => [
      code,
      name
    ])
  );
  return {
    measure: measure.key,
    measures,
    missing: modelled.ok ? null : t.noModel[modelled.reason],
    rows: modelled.ok
      ? modelled.areas.map((area) => ({
          key: area.area,
          label: names.get(area.area) ?? labelIn(area.labels, language),
          direct:
            area.direct.value === null
              ? flagText(area.direct, text)
              : formatPercent(area.direct.value),
          modelled: `${formatPercent(area.value)} [e]`,
          range: formatPercentRange(area.low, area.high),
          ownWeight: formatPercent(area.ownWeight),
          note: area.isMostlyAverage ? t.mostlyAverage : ''
        }))
      : [],
    benchmark: modelled.ok ? t.benchmarked(formatNumber(modelled.factor, language, 3)) : null,
    boundaries: check
      ? t.boundaries(
          formatNumber(check.zones, language),
          formatNumber(check.regroupings, language),
          formatNumber(check.correlation, language, 2),
          check.dependsOnBoundaries
        )
      : t.noBoundaries
  };
}
