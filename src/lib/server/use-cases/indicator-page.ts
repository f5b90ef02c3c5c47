import { labelIn } from '$lib/codebook/codebook';
import { buildModel } from '$lib/charts/build-model';
import type { ChartModel } from '$lib/charts/model';
import { refusalOf } from '$lib/charts/refusal';
import type { FigureSpec } from '$lib/charts/spec';
import { waveDimension } from '$lib/disparities/changes';
import {
  byPlace,
  everyone,
  figureQueryString,
  type FigureQuery
} from '$lib/indicators/figure-query';
import { isOfPlacesOnly, ownDimension } from '$lib/indicators/own-dimension';
import { groupVariables } from '$lib/indicators/propose/group-variables';
import { findCell, sliceTable } from '$lib/privacy/release';
import { speaksForWholeOnly, strictestSample } from '$lib/privacy/sample-type';
import type { Access } from '$lib/server/access/access';
import { responsesOf } from '$lib/server/db/queries/dataset-version';
import { breakReasons } from '$lib/text/break-reasons';
import {
  changeHeadline,
  changeSentences,
  type ChangeContext,
  type WaveNumber
} from '$lib/text/change';
import { levelFinding } from '$lib/text/finding';
import { labelOf } from '$lib/text/format';
import { withoutEnd } from '$lib/text/propose-claim';
import { textFor, type Language } from '$lib/text/text';
import { changeSince } from './needs';
import { showFigure, wavesWithResponses, type ShownFigure } from './show-figure';

/** A figure with the address that brings it back. */
export interface AddressedFigure {
  id: string;
  model: ChartModel;
  address: string;
}

/** The measure over waves, with a break where they did not ask it in the same way. */
export interface WaveChange {
  model: ChartModel;
  /** why no change is told; empty where the waves were asked alike */
  reasons: string[];
}

const mostSplits = 4;

/** One indicator by every split about people, by place and over waves. What is refused is left out. */
export function indicatorFigures(
  access: Access,
  shown: ShownFigure,
  language: Language
): { splits: AddressedFigure[]; places: AddressedFigure | null; change: WaveChange | null } {
  const { wave, instance, recipes } = shown;
  const base: FigureQuery = {
    show: instance.key,
    by: null,
    place: null,
    wave: wave.id,
    versus: everyone,
    view: 'dots'
  };
  const draw = (query: FigureQuery): AddressedFigure[] => {
    const figure = showFigure(access, query, language);
    return figure.ok && figure.value.model
      ? [
          {
            id: query.by ?? '',
            model: figure.value.model,
            address: figureQueryString(figure.value.query)
          }
        ]
      : [];
  };
  const version = recipes[0]?.datasetVersionId;
  const codebook = version ? responsesOf(access, version)?.codebook : undefined;
  const isSplit = !(wave.sampleType && speaksForWholeOnly(wave.sampleType));
  const own = ownDimension(instance);
  // A table of parts is one figure: its parts are the rows; nothing is published about groups.
  const isWhole = (own !== null && own !== 'answer') || isOfPlacesOnly(instance);
  const groups =
    codebook && isSplit && !isWhole
      ? groupVariables(codebook).filter(
          ({ name, isAboutPeople }) => isAboutPeople && name !== wave.areaVariable
        )
      : [];
  return {
    splits: groups.slice(0, mostSplits).flatMap(({ name }) => draw({ ...base, by: name })),
    places:
      wave.areaVariable && !isWhole
        ? (draw({ ...base, by: byPlace, view: 'map' })[0] ?? null)
        : null,
    change: changeModel(access, shown, language)
  };
}

/** The measure in this wave and the one before it; null when there is none to compare with. */
function changeModel(access: Access, shown: ShownFigure, language: Language): WaveChange | null {
  const { wave, instance } = shown;
  const earlier = wavesWithResponses(access).find(
    ({ wave: one }) =>
      one.surveyId === wave.surveyId && (one.fieldedTo ?? one.name) < (wave.fieldedTo ?? wave.name)
  );
  if (!earlier) return null;
  const result = changeSince(access, instance.key, earlier.wave.id, wave.id);
  if (!result.ok) return null;
  const table = sliceTable(result.value.table, { by: [waveDimension] });
  const reasons = breakReasons(result.value.notes, language);
  const spec: FigureSpec = {
    id: 'change',
    type: 'dot-whisker',
    by: waveDimension,
    at: {},
    breaks: Object.fromEntries(
      result.value.breaks.map((waveId) => [waveId, textFor(language).nextWave.breakMark])
    ),
    ...(reasons.length > 0 && { notes: [textFor(language).nextWave.breakNote(reasons.join(' '))] }),
    ...(wave.universe && { who: labelIn(wave.universe, language) })
  };
  if (table.dimensions.length !== 1 || refusalOf(spec, [table])) return null;
  const context = {
    ...wordsOf(shown, language),
    label: withoutEnd(labelIn(instance.labels, language))
  };
  const [before, after] = [earlier.wave, wave].map(({ id, name }) => ({
    wave: name,
    cell: findCell(table, { [waveDimension]: id })
  })) as [WaveNumber, WaveNumber];
  if ([before, after].every(({ cell }) => cell?.value == null)) return null;
  const contrast = table.contrasts[0] ?? null;
  const asked = { detectable: null, margin: 0, isPanel: false };
  const model = buildModel(
    { ...spec, headline: changeHeadline([before, after], context) },
    [table],
    language
  );
  const finding =
    reasons.length > 0
      ? textFor(language).change.notCompared
      : changeSentences(before, after, contrast, asked, context).join(' ');
  return { model: { ...model, finding }, reasons };
}

/** The measure among everyone asked, in words; null where its table is of parts alone. */
export function overallFinding(shown: ShownFigure, language: Language): string | null {
  const { instance, table, spec } = shown;
  const cell = ownDimension(instance) === null ? findCell(table, {}) : undefined;
  if (!cell) return null;
  const context = wordsOf(shown, language);
  return levelFinding(
    { ...cell, group: spec.words ? context.text.explore.people : '' },
    { ...context, predicate: spec.words?.predicate ?? null }
  );
}

/** What sentences about a shown figure need. */
const wordsOf = ({ instance, table }: ShownFigure, language: Language): ChangeContext => ({
  text: textFor(language),
  language,
  subject: table.subject,
  label: labelIn(instance.labels, language),
  base: labelOf(table.subject.base, language),
  sampleType: strictestSample(table.sources.map(({ sampleType }) => sampleType)) ?? 'opt-in'
});
