import type { Id } from '$lib/base/id';
import { hasErrors, type Issue, type Parsed } from '$lib/base/issue';
import { labelIn } from '$lib/codebook/codebook';
import { buildModel } from '$lib/charts/build-model';
import type { ChartModel, ChartType } from '$lib/charts/model';
import { refusalOf, type Refusal } from '$lib/charts/refusal';
import type { FigureSpec } from '$lib/charts/spec';
import { byPlace, everyone, type FigureQuery, type FigureView } from '$lib/indicators/figure-query';
import { isOfPlacesOnly, ownDimension } from '$lib/indicators/own-dimension';
import { sliceTable } from '$lib/privacy/release';
import { speaksForWholeOnly } from '$lib/privacy/sample-type';
import type { CellKey, Released, ReleasedTable } from '$lib/privacy/table';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import { areasOf } from '$lib/server/db/queries/area';
import { listVersions } from '$lib/server/db/queries/dataset-version';
import { findWave } from '$lib/server/db/queries/survey';
import { textFor, type Language } from '$lib/text/text';
import { indicatorTable } from './indicator-table';
import type { WaveRecipe } from './wave-recipe';
import { listGroups, listInstances } from './mapping';

type Instance = ReturnType<typeof listInstances>[number];
type Wave = NonNullable<ReturnType<typeof findWave>>;

/** A wave as people choose it; `label` names its survey too where there are several. */
interface WaveToChoose {
  wave: Wave;
  surveyName: string;
  label: string;
}

/** A figure as asked for, with what it was made from. */
export interface ShownFigure {
  /** every default filled in: the address that always brings this figure back */
  query: FigureQuery;
  instance: Instance;
  wave: Wave;
  surveyName: string;
  /** the slice that is drawn */
  table: Released<ReleasedTable>;
  recipes: WaveRecipe[];
  /** member of the group that the table's others are compared with; null = none */
  reference: string | null;
  spec: FigureSpec;
  /** null when this chart cannot show it; then `refusal` says why and offers another */
  model: ChartModel | null;
  refusal: Refusal | null;
  notes: Issue[];
}

/** Waves with responses, newest fieldwork first; where its dates are not known, the import counts. */
export function wavesWithResponses(access: Access): WaveToChoose[] {
  const waves = listVersions(access)
    .flatMap((version) => {
      const wave = findWave(access, version.waveId);
      if (!wave) return [];
      const when = wave.fieldedTo ?? wave.fieldedFrom ?? version.importedAt.toISOString();
      return [{ wave, surveyName: version.survey, when }];
    })
    .sort((a, b) => b.when.localeCompare(a.when));
  const isOneSurvey = new Set(waves.map(({ wave }) => wave.surveyId)).size === 1;
  return waves.map(({ wave, surveyName }) => ({
    wave,
    surveyName,
    label: isOneSurvey ? wave.name : `${wave.name} · ${surveyName}`
  }));
}

/**
 * The wave a screen opens with when none was asked for: the newest that measures needs, else the newest
 * with any measure, else the newest. A small survey of something else does not push the needs away.
 */
export function waveToOpen(access: Access): WaveToChoose | null {
  const waves = wavesWithResponses(access);
  const measured = waves.map(({ wave }) => listInstances(access, wave.id));
  const at = [
    measured.findIndex((all) => all.some(({ indicatorId }) => indicatorId === 'unmet-need-rate')),
    measured.findIndex((all) => all.length > 0),
    0
  ].find((index) => index >= 0);
  return waves[at ?? 0] ?? null;
}

const chartOf: Record<FigureView, ChartType> = {
  dots: 'dot-whisker',
  bars: 'ranked-bar',
  map: 'choropleth',
  answers: 'stacked-ordinal'
};

/**
 * The figure of a query, released and worded.
 *
 * Refused: `nothing-to-show` when no wave has a measure, and the reasons of `indicatorTable`.
 */
export function showFigure(
  access: Access,
  asked: FigureQuery,
  language: Language
): Parsed<ShownFigure> {
  const found = findMeasure(access, asked);
  if (!found) return refused('nothing-to-show');
  const { wave, surveyName, instance } = found;
  const query = resolve(access, asked, wave, instance);
  const own = ownDimension(instance);
  const group = query.by === null || query.by === byPlace || query.by === own ? null : query.by;
  const hasArea = wave.areaVariable !== null;
  const reference = query.versus === everyone ? firstMember(access, wave.id, group) : query.versus;
  const result = indicatorTable(access, {
    waves: [wave.id],
    instanceKey: instance.key,
    group,
    withArea: hasArea,
    reference
  });
  if (!result.ok) return result;
  const spec = specOf(access, { query, wave, instance, group, language });
  const table = sliceTable(result.value.table, {
    by: [...(spec.by ? [spec.by] : []), ...(spec.parts ? [spec.parts.dimension] : [])],
    at: spec.at
  });
  const refusal = refusalOf(spec, [table]);
  return {
    ok: true,
    value: {
      query,
      instance,
      wave,
      surveyName,
      table,
      recipes: result.value.recipes,
      reference,
      spec,
      model: refusal ? null : buildModel(spec, [table], language),
      refusal,
      notes: result.value.notes.filter((note) => !hasErrors([note]))
    }
  };
}

function findMeasure(access: Access, asked: FigureQuery) {
  const all = wavesWithResponses(access);
  const waves = asked.wave ? all.filter(({ wave }) => wave.id === asked.wave) : all;
  for (const { wave, surveyName } of waves) {
    const instances = listInstances(access, wave.id);
    const instance = asked.show
      ? instances.find(({ key }) => key === asked.show)
      : (instances.find(({ indicatorId }) => indicatorId === 'unmet-need-rate') ?? instances[0]);
    if (instance) return { wave: withItsSplits(wave), surveyName, instance };
  }
  return null;
}

/** The wave without its places, where the sample speaks for the whole community only. */
const withItsSplits = (wave: Wave): Wave =>
  wave.sampleType && speaksForWholeOnly(wave.sampleType) ? { ...wave, areaVariable: null } : wave;

/** By what the rows of a measure can vary, and by what they do when nothing was asked. */
function rowsOf(
  access: Access,
  wave: Wave,
  instance: Instance
): { known: string[]; fallback: string | null } {
  const own = ownDimension(instance);
  const places = wave.areaVariable === null ? [] : [byPlace];
  // Options, services and parts of an index are the rows themselves: a group alone would name none.
  if (own && own !== 'answer') return { known: [own], fallback: own };
  if (isOfPlacesOnly(instance))
    return {
      known: places,
      fallback: instance.indicatorId === 'constituents-affected' ? (places[0] ?? null) : null
    };
  const groups = listGroups(access, wave.id).map(({ name }) => name);
  return {
    known: [...groups, ...places, ...(own ? [own] : [])],
    fallback: groups[0] ?? places[0] ?? null
  };
}

/** Defaults filled in, and what this wave does not have taken out. */
function resolve(access: Access, asked: FigureQuery, wave: Wave, instance: Instance): FigureQuery {
  const own = ownDimension(instance);
  const hasArea = wave.areaVariable !== null;
  const { known, fallback } = rowsOf(access, wave, instance);
  const isBare = own === 'answer' && asked.view === 'bars';
  const chosen = asked.by && known.includes(asked.by) ? asked.by : fallback;
  // Bars of all answers have the answers themselves as rows.
  const by = isBare ? own : chosen;
  const place = hasArea && by !== byPlace ? asked.place : null;
  const view =
    own === 'answer'
      ? isBare
        ? 'bars'
        : 'answers'
      : asked.view === 'answers' || (asked.view === 'map' && by !== byPlace)
        ? 'dots'
        : asked.view;
  const members = listGroups(access, wave.id).find(({ name }) => name === by)?.categories ?? [];
  const versus = members.some(({ code }) => code === asked.versus) ? asked.versus : everyone;
  return { show: instance.key, by, place, wave: wave.id, versus, view };
}

function specOf(
  access: Access,
  {
    query,
    wave,
    instance,
    group,
    language
  }: {
    query: FigureQuery;
    wave: Wave;
    instance: Instance;
    group: string | null;
    language: Language;
  }
): FigureSpec {
  const text = textFor(language);
  const area = wave.areaVariable;
  const areas = area ? areasOf(access, wave.areaSetId) : [];
  const at: CellKey = query.place && area ? { [area]: query.place } : {};
  const placeName = areas.find(({ code }) => code === query.place)?.name;
  const own = ownDimension(instance);
  const by = query.by === byPlace ? area : query.by;
  const compared: CellKey =
    group && query.versus !== everyone ? { ...at, [group]: query.versus } : at;
  const heading = by ? wave.groupNames?.[by] : undefined;
  const named =
    by !== null && by === area
      ? areas.map(({ code, name }): [string, string] => [code, text.explore.peopleIn(name)])
      : Object.entries((group && wave.groupWords?.[group]) || {}).map(
          ([code, labels]): [string, string] => [code, labelIn(labels, language)]
        );
  const spec: FigureSpec = {
    id: 'figure',
    type: chartOf[query.view],
    by,
    at,
    who: whoOf(wave, placeName, language),
    ...(heading && { heading: labelIn(heading, language) }),
    ...(instance.predicate && {
      words: {
        predicate: labelIn(instance.predicate, language),
        groups: Object.fromEntries(named)
      }
    })
  };
  if (query.view === 'answers' && own)
    spec.parts = { dimension: own, apart: [], ramp: 'sequential' };
  else if (by !== own)
    spec.reference = {
      at: compared,
      label:
        compared === at
          ? (placeName ?? text.explore.everyone)
          : memberName(access, wave.id, query, language)
    };
  if (own === 'option') spec.multipleChoice = true;
  if (area && by === area) spec.areaDimension = area;
  if (query.view === 'map') spec.areas = areas.map(({ code, rings }) => ({ key: code, rings }));
  return spec;
}

/** Groups are compared with the first one of the form when nothing else was asked. */
const firstMember = (access: Access, waveId: Id, group: string | null): string | null =>
  listGroups(access, waveId).find(({ name }) => name === group)?.categories[0]?.code ?? null;

const whoOf = (wave: Wave, placeName: string | undefined, language: Language): string =>
  [wave.universe ? labelIn(wave.universe, language) : '', placeName ?? '']
    .filter(Boolean)
    .join(', ');

function memberName(access: Access, waveId: Id, query: FigureQuery, language: Language): string {
  const member = listGroups(access, waveId)
    .find(({ name }) => name === query.by)
    ?.categories.find(({ code }) => code === query.versus);
  return member ? labelIn(member.labels, language) : query.versus;
}
