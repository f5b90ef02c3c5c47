import type { Id } from '$lib/base/id';
import type { Issue } from '$lib/base/issue';
import type { ChartModel } from '$lib/charts/model';
import { buildModel } from '$lib/charts/build-model';
import { labelIn } from '$lib/codebook/codebook';
import { allocationSpread } from '$lib/composite/allocation';
import type { ReleasedIndex } from '$lib/composite/release-index';
import type { Robustness } from '$lib/composite/robustness';
import type { Access } from '$lib/server/access/access';
import { areasOf } from '$lib/server/db/queries/area';
import { listAllocations, type StoredIndexVersion } from '$lib/server/db/queries/composite-index';
import { findWave } from '$lib/server/db/queries/survey';
import { flagText } from '$lib/text/flags';
import { formatNumber, formatPercent, formatRange, formatRankRange } from '$lib/text/format';
import { withoutEnd } from '$lib/text/propose-claim';
import { textFor, type Language } from '$lib/text/text';
import { indexResult } from './index-result';
import { weightsOfVersion } from './index-versions';

/** One measure of a version, with its weight and goalposts in words. */
export interface WeightRow {
  key: string;
  label: string;
  weight: string;
  /** least and most points an organization gave; null while nobody gave any */
  spread: string | null;
  goalposts: string;
  more: string;
  /** points the asker's organization gave; null when it gave none */
  own: number | null;
}

/** A version with its weights. */
export function viewWeights(
  access: Access,
  version: StoredIndexVersion,
  language: Language
): { rows: WeightRow[]; organizations: number } {
  const t = textFor(language).indexes;
  const weights = weightsOfVersion(access, version.id);
  const given = listAllocations(access, version.id);
  const own = given.find((row) => row.organizationId === access.organizationId);
  const spread = allocationSpread(
    version.indicators.map(({ key }) => key),
    given.map(({ points }) => points)
  );
  return {
    organizations: given.length,
    rows: version.indicators.map(({ key, labels, low, high, direction }, j) => ({
      key,
      label: labelIn(labels, language),
      weight: formatPercent(weights[j] ?? 0),
      spread:
        given.length > 1
          ? t.spread(
              formatNumber(spread[j]?.least ?? 0, language),
              formatNumber(spread[j]?.most ?? 0, language)
            )
          : null,
      goalposts: t.goalpostRange(formatPercent(low), formatPercent(high)),
      more: t.directions[direction],
      own: own?.points[key] ?? null
    }))
  };
}

export interface IndexView {
  areas: {
    key: string;
    label: string;
    index: string;
    range: string;
    likelyRank: string;
    otherRank: string;
    drawRank: string;
    firstThree: string;
    care: string;
  }[];
  without: { key: string; label: string; why: string }[];
  /** the index by area as a figure; null where no area may be shown */
  figure: ChartModel | null;
  /** effective weight of each measure, in order; '' where it cannot be told */
  effective: string[];
  robustness: {
    text: string;
    sensitivity: { choice: string; alone: string; withOthers: string }[];
  } | null;
}

/** A version's index in a wave, in words; every number comes from a released table. */
export function viewIndex(
  access: Access,
  version: StoredIndexVersion,
  waveId: Id,
  language: Language
): { ok: true; value: IndexView } | { ok: false; issues: Issue[] } {
  const found = indexResult(access, version.id, waveId);
  if (!found.ok) return found;
  const { value: result } = found;
  const wave = findWave(access, waveId);
  const areaVariable = wave?.areaVariable ?? '';
  const names = new Map(
    areasOf(access, wave?.areaSetId ?? null).map(({ code, name }) => [code, name])
  );
  return {
    ok: true,
    value: {
      areas: areaRows(result, areaVariable, version, names, language),
      without: result.without.map(({ area, labels, flag, reason }) => ({
        key: area,
        label: names.get(area) ?? labelIn(labels, language),
        why: flagText({ flag, reason }, textFor(language))
      })),
      figure: figureOf(result, areaVariable, language),
      effective: result.effective.map((weight) => (weight === null ? '' : formatPercent(weight))),
      robustness: result.robustness && robustnessWords(result.robustness, language)
    }
  };
}

function areaRows(
  { table, ranks, robustness }: ReleasedIndex,
  areaVariable: string,
  version: StoredIndexVersion,
  names: ReadonlyMap<string, string>,
  language: Language
): IndexView['areas'] {
  const text = textFor(language);
  const members = table.dimensions.find(({ id }) => id === areaVariable)?.members ?? [];
  const other = version.aggregation === 'arithmetic' ? 'geometricRank' : 'arithmeticRank';
  return table.cells
    .filter(({ value }) => value !== null)
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1))
    .map((cell) => {
      const key = cell.at[areaVariable] ?? '';
      const likely = table.ranks.find(({ at }) => at[areaVariable] === key);
      const drawn = robustness?.areas.find((one) => one.key === key);
      const rank = ranks.find(({ area }) => area === key);
      const labels = members.find((member) => member.key === key)?.labels ?? {};
      const isShown = cell.value !== null && cell.low !== null && cell.high !== null;
      return {
        key,
        label: names.get(key) ?? labelIn(labels, language),
        index: isShown ? formatNumber(cell.value ?? 0, language) : flagText(cell, text),
        range: isShown ? formatRange(cell.low ?? 0, cell.high ?? 0, 'number', 0, language) : '',
        likelyRank: likely ? formatRankRange(likely.from, likely.to, language) : '',
        otherRank: rank ? formatNumber(rank[other], language, rank[other] % 1 === 0 ? 0 : 1) : '',
        drawRank: drawn ? formatRankRange(drawn.low, drawn.high, language) : '',
        firstThree: drawn ? formatPercent(inFirstThree(drawn.shares)) : '',
        care: cell.flag === 'u' ? text.figures.flags.careShort : ''
      };
    });
}

/** The shares come rounded, so their sum can pass the whole by a point. */
const inFirstThree = (shares: readonly number[]): number =>
  Math.min(
    1,
    shares.slice(0, 3).reduce((sum, share) => sum + share, 0)
  );

function figureOf(
  { table }: ReleasedIndex,
  areaVariable: string,
  language: Language
): ChartModel | null {
  const t = textFor(language).indexes;
  if (!table.cells.some(({ value }) => value !== null)) return null;
  const name = labelIn(table.subject.labels, language);
  const model = buildModel(
    {
      id: 'index',
      type: 'dot-whisker',
      by: areaVariable,
      at: {},
      heading: t.area,
      headline: name,
      notes: [t.areasNotPeople]
    },
    [table],
    language
  );
  const top = table.cells.reduce((a, b) => ((b.value ?? -1) > (a.value ?? -1) ? b : a));
  const key = top.at[areaVariable] ?? '';
  const first = table.ranks.find(({ at }) => at[areaVariable] === key);
  const row = model.rows.find((one) => one.key === key);
  const said =
    first && row && t.finding(row.label, formatRankRange(first.from, first.to, language));
  return { ...model, finding: '', ...(said && { title: withoutEnd(said) }) };
}

function robustnessWords(
  { draws, meanShift, sensitivity }: Robustness,
  language: Language
): NonNullable<IndexView['robustness']> {
  const t = textFor(language).indexes;
  const share = (part: number | null): string => (part === null ? '' : formatPercent(part));
  return {
    text: t.robustnessText(formatNumber(draws, language), formatNumber(meanShift, language, 1)),
    sensitivity: sensitivity.some(({ total }) => total !== null)
      ? sensitivity.map(({ choice, first, total }) => ({
          choice: t.choices[choice],
          alone: share(first),
          withOthers: share(total)
        }))
      : []
  };
}
