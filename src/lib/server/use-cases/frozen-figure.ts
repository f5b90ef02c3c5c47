import { canonical, type Json } from '$lib/base/canonical';
import { buildModel } from '$lib/charts/build-model';
import type { ChartModel, ChartType } from '$lib/charts/model';
import type { FigureSpec } from '$lib/charts/spec';
import type { Labels } from '$lib/codebook/codebook';
import type { FigureQuery } from '$lib/indicators/figure-query';
import type { SnapshotContent } from '$lib/evidence/snapshot';
import { engine } from '$lib/indicators/share-table';
import type { CellKey, Released, ReleasedTable } from '$lib/privacy/table';
import type { Access } from '$lib/server/access/access';
import { responsesOf } from '$lib/server/db/queries/dataset-version';
import type { SnapshotRow } from '$lib/server/db/queries/evidence';
import { labelOf } from '$lib/text/format';
import { withoutEnd } from '$lib/text/propose-claim';
import { languages, type Language } from '$lib/text/text';
import type { WaveRecipe } from './wave-recipe';
import { listGroups } from './mapping';
import type { ShownFigure } from './show-figure';

/** A question behind a figure, in the words people read when they answered. */
export interface AskedQuestion {
  questionId: string;
  labels: Labels;
  variables: { name: string; labels: Labels }[];
}

/** Who was asked and how, as it was known when the figure was frozen. */
export interface FrozenMethod {
  universe: Labels | null;
  mode: Labels | null;
  weighting: Labels | null;
  limits: Labels | null;
  sponsor: string | null;
  population: number | null;
}

/** Everything but the answers that a frozen figure was made from; kept in the snapshot. */
export interface FrozenRecipe {
  waves: WaveRecipe[];
  /** variable that splits people, and the member they are compared with */
  group: string | null;
  reference: string | null;
  /** the part of the released table that the figure draws */
  slice: { by: string[]; at: CellKey };
  figure: Record<Language, Omit<FigureSpec, 'areas' | 'hash' | 'headline'>>;
  areas: { key: string; rings: [number, number][][] }[];
  asked: AskedQuestion[];
  method: FrozenMethod;
}

/** What a shown figure is frozen as. The same figure gives the same content, hash and all. */
export function contentOf(
  access: Access,
  shown: Record<Language, ShownFigure>
): SnapshotContent & { recipe: FrozenRecipe } {
  const { query, wave, recipes, table, spec, instance } = shown.en;
  const isGroup = listGroups(access, wave.id).some(({ name }) => name === query.by);
  const recipe: FrozenRecipe = {
    waves: recipes,
    group: isGroup ? query.by : null,
    reference: shown.en.reference,
    slice: {
      by: [...(spec.by ? [spec.by] : []), ...(spec.parts ? [spec.parts.dimension] : [])],
      at: spec.at
    },
    figure: { en: bareSpec(shown.en.spec), es: bareSpec(shown.es.spec) },
    areas: spec.areas ?? [],
    asked: recipes.flatMap((one) => questionsOf(access, one)),
    method: {
      universe: wave.universe,
      mode: wave.mode,
      weighting: wave.weighting,
      limits: wave.limits,
      sponsor: wave.sponsor,
      population: wave.population
    }
  };
  return {
    indicatorId: instance.indicatorId,
    instanceKey: instance.key,
    datasetVersions: recipes.map(({ datasetVersionId, contentSha256 }) => ({
      id: datasetVersionId,
      contentSha256
    })),
    query: { ...query },
    recipe: recipe as FrozenRecipe & SnapshotContent['recipe'],
    released: table,
    engine
  };
}

function bareSpec(spec: FigureSpec): FrozenRecipe['figure']['en'] {
  const { areas: _areas, hash: _hash, headline: _headline, ...rest } = spec;
  return rest;
}

function questionsOf(access: Access, { datasetVersionId, instance }: WaveRecipe): AskedQuestion[] {
  const codebook = responsesOf(access, datasetVersionId)?.codebook;
  if (!codebook) return [];
  const asked = new Map<string, AskedQuestion>();
  for (const { questionId, variables } of Object.values(instance.inputs)) {
    const named = codebook.variables
      .filter(({ name }) => variables.includes(name))
      .map(({ name, labels }) => ({ name, labels }));
    const known = asked.get(questionId);
    if (known) known.variables.push(...named);
    else
      asked.set(questionId, {
        questionId,
        labels: codebook.questions.find(({ id }) => id === questionId)?.labels ?? {},
        variables: named
      });
  }
  return [...asked.values()];
}

export const recipeOfSnapshot = (snapshot: SnapshotRow): FrozenRecipe =>
  snapshot.recipe as unknown as FrozenRecipe;

/** The released table a snapshot keeps. It left `release` before it was written, and is immutable. */
export const releasedOf = (snapshot: SnapshotRow): Released<ReleasedTable> =>
  snapshot.released as unknown as Released<ReleasedTable>;

export const queryOf = (snapshot: SnapshotRow): FigureQuery =>
  snapshot.query as unknown as FigureQuery;

/** Plain words for the rows of a figure, by key, where its wave has them: "renters". */
export const groupWords = (snapshot: SnapshotRow, language: Language): Record<string, string> =>
  recipeOfSnapshot(snapshot).figure[language].words?.groups ?? {};

/** What the hash of a snapshot is made of, from its row. */
export const contentOfRow = (row: SnapshotRow): SnapshotContent => ({
  indicatorId: row.indicatorId,
  instanceKey: row.instanceKey,
  datasetVersions: row.datasetVersions,
  query: row.query as SnapshotContent['query'],
  recipe: row.recipe as SnapshotContent['recipe'],
  released: releasedOf(row),
  engine: row.engine
});

/** How an exhibit stands over its snapshot. */
export interface Framing {
  id?: string;
  chartType?: ChartType;
  /** the exhibit's headline; the generated one when left out */
  title?: string;
}

/** A frozen figure, from the snapshot alone: nothing is computed again. */
export function modelOfSnapshot(
  snapshot: SnapshotRow,
  language: Language,
  { id = snapshot.id, chartType, title }: Framing = {}
): ChartModel {
  const recipe = recipeOfSnapshot(snapshot);
  const spec: FigureSpec = {
    ...recipe.figure[language],
    id,
    ...(chartType && { type: chartType }),
    ...(recipe.areas.length > 0 && { areas: recipe.areas }),
    ...(title !== undefined && { headline: title }),
    hash: snapshot.sha256
  };
  return buildModel(spec, [releasedOf(snapshot)], language);
}

/** Names of the codebook that a sentence about this figure may use freely, in every language. */
export function namesIn(snapshot: SnapshotRow): string[] {
  const table = releasedOf(snapshot);
  const recipe = recipeOfSnapshot(snapshot);
  const labels = [
    table.subject.labels,
    table.subject.base,
    ...table.dimensions.flatMap((dimension) => [
      dimension.labels,
      ...dimension.members.map((member) => member.labels)
    ])
  ];
  const words = languages.flatMap((language) => {
    const spec = recipe.figure[language];
    return [
      ...labels.map((each) => labelOf(each, language)),
      spec.words?.predicate ?? '',
      ...Object.values(spec.words?.groups ?? {}),
      spec.reference?.label ?? '',
      spec.who ?? ''
    ];
  });
  const waves = table.sources.flatMap(({ surveyName, waveName }) => [surveyName, waveName]);
  return [...new Set([...words, ...waves].map(withoutEnd))].filter(Boolean);
}

/** Equal exactly when two tables say the same numbers about the same cells. */
export const numbersOf = (table: ReleasedTable): string =>
  canonical(
    JSON.parse(
      JSON.stringify({
        statistic: table.statistic,
        cells: table.cells,
        contrasts: table.contrasts,
        ranks: table.ranks
      })
    ) as Json
  );
