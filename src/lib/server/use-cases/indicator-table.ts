import { canonical } from '$lib/base/canonical';
import type { Id } from '$lib/base/id';
import type { Issue, Parsed } from '$lib/base/issue';
import { combineWaves, type JointChanges } from '$lib/disparities/changes';
import { comparabilityIssues } from '$lib/disparities/comparability';
import type { PanelWave } from '$lib/disparities/joint-changes';
import { getIndicator } from '$lib/indicators';
import { levelOf } from '$lib/indicators/levels';
import type { ComputeContext } from '$lib/indicators/definition';
import { strictestPolicy } from '$lib/privacy/policy';
import { release } from '$lib/privacy/release';
import type { EstimateTable, Released, ReleasedTable } from '$lib/privacy/table';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import { findVersion, responsesOf } from '$lib/server/db/queries/dataset-version';
import { findWave } from '$lib/server/db/queries/survey';
import type { StoredResponses } from '$lib/server/db/stored-responses';
import { keptDesign } from './kept-designs';
import { cachedRelease } from './released-cache';
import { panelChanges } from './panel-changes';
import { designIssue, waveBeforeDesign, waveDesign } from './wave-design';
import { recipeOf, sourceOf, weightingWord, type TableQuery, type WaveRecipe } from './wave-recipe';
import { weightingOf, type WaveWeighting } from './weighting-design';

export interface TableResult {
  table: Released<ReleasedTable>;
  recipes: WaveRecipe[];
  /** differences between waves: over each of them no change is computed */
  notes: Issue[];
  /** ids of waves that were not asked like the one before */
  breaks: Id[];
}

/**
 * A released table of one indicator, computed whole (every group and area with all margins) and cached
 * by dataset version, mapping, design, query and policy.
 *
 * Refused: `no-such-wave`, `wave-without-responses`, `no-such-measure`, `group-unknown`,
 * `area-unknown`, `sample-type-missing` and the other reasons of `policyFor`, `design-...`.
 */
export function indicatorTable(access: Access, query: TableQuery): Parsed<TableResult> {
  if (query.waves.length === 0) return refused('no-such-wave', 'waves');
  const recipes: WaveRecipe[] = [];
  for (const waveId of query.waves) {
    const recipe = recipeOf(access, waveId, query);
    if (!recipe.ok) return recipe;
    recipes.push(recipe.value);
  }
  return tableFrom(access, recipes, query);
}

/** The same from recipes that were kept: how a frozen snapshot is computed again. */
export function tableFrom(
  access: Access,
  recipes: WaveRecipe[],
  query: Pick<TableQuery, 'group' | 'reference'>
): Parsed<TableResult> {
  const { group, reference = null } = query;
  const between = recipes.slice(1).map((later, i) => notesBetween(access, recipes[i]!, later));
  const key = canonical({ recipes, group, reference, between } as unknown as Parameters<
    typeof canonical
  >[0]);
  const split = { group, reference };
  return cachedRelease(access, key, () => makeIndicatorTable(access, recipes, split, between), {
    maker: 'indicator-table',
    args: [recipes, split, between]
  });
}

/** Makes the table, whatever is kept: what the compute worker runs. */
export function makeIndicatorTable(
  access: Access,
  recipes: WaveRecipe[],
  split: Pick<TableQuery, 'group' | 'reference'>,
  between: readonly Issue[][]
): Parsed<TableResult> {
  const tables: EstimateTable[] = [];
  for (const recipe of recipes) {
    const table = waveTable(access, recipe, split);
    if (!table.ok) return table;
    tables.push(table.value);
  }
  const { table, notes, breaks } = overWaves(access, recipes, split, tables, between);
  const policy = strictestPolicy(recipes.map((recipe) => recipe.policy));
  return { ok: true, value: { table: release(table, policy), recipes, notes, breaks } };
}

/** Tables of waves as one, with what was not asked alike; waves of one panel with their covariance. */
export function overWaves(
  access: Access,
  recipes: readonly WaveRecipe[],
  split: Pick<TableQuery, 'group' | 'reference'>,
  tables: readonly EstimateTable[],
  between: readonly Issue[][]
): Pick<TableResult, 'notes' | 'breaks'> & {
  table: EstimateTable;
  joint: JointChanges[];
  /** for each wave after the first: why its change from the one before is not told */
  between: Issue[][];
} {
  const panels = panelChanges(
    recipes,
    between.map((notes) => notes.length > 0),
    (recipe) => panelWave(access, recipe, split)
  );
  const notes = between.map((own, i) => [...own, ...(panels.issues[i] ?? [])]);
  const isBroken = notes.map((own) => own.length > 0);
  return {
    table: tables.length === 1 ? tables[0]! : combineWaves(tables, isBroken, panels.joint),
    joint: panels.joint,
    between: notes,
    notes: notes.flat(),
    breaks: recipes.slice(1).flatMap(({ waveId }, i) => (isBroken[i] ? [waveId] : []))
  };
}

/** One wave as a part of a panel: what its table is computed from, its design not made yet. */
function panelWave(
  access: Access,
  recipe: WaveRecipe,
  split: Pick<TableQuery, 'group' | 'reference'>
): Parsed<PanelWave> {
  const parts = partsOf(access, recipe, split);
  if (!parts.ok) return parts;
  const { context, responses, made } = parts.value;
  const design = waveBeforeDesign(responses, recipe.design, made);
  return design.ok ? { ok: true, value: { context, design: design.value } } : design;
}

/** Unreleased estimates of one wave. Analyst screens and the release only. */
export function waveTable(
  access: Access,
  recipe: WaveRecipe,
  { group, reference = null }: Pick<TableQuery, 'group' | 'reference'>,
  confidence?: number
): Parsed<EstimateTable> {
  const context = waveContext(access, recipe, { group, reference });
  if (!context.ok) return context;
  const { value } = context;
  try {
    return {
      ok: true,
      value: getIndicator(recipe.instance.indicatorId).compute(
        confidence === undefined ? value : { ...value, confidence }
      )
    };
  } catch (error) {
    return { ok: false, issues: [designIssue(error)] };
  }
}

/** Everything an indicator computes one wave's table from. */
export function waveContext(
  access: Access,
  recipe: WaveRecipe,
  split: Pick<TableQuery, 'group' | 'reference'>
): Parsed<ComputeContext> {
  const parts = partsOf(access, recipe, split);
  if (!parts.ok) return parts;
  const { context, responses, made } = parts.value;
  const { datasetVersionId, design: stored } = recipe;
  const source = { datasetVersionId, design: stored, weights: made?.sha256 ?? null };
  const design = keptDesign(access, source, () => waveDesign(responses, stored, made));
  return design.ok ? { ok: true, value: { ...context, design: design.value } } : design;
}

/** Everything of a wave but its design, and what the design is made from. */
interface WaveParts {
  context: Omit<ComputeContext, 'design'>;
  responses: StoredResponses;
  made: WaveWeighting | null;
}

function partsOf(
  access: Access,
  {
    waveId,
    datasetVersionId,
    instance,
    design: stored,
    weighting,
    population,
    area,
    policy,
    benchmarks
  }: WaveRecipe,
  { group, reference = null }: Pick<TableQuery, 'group' | 'reference'>
): Parsed<WaveParts> {
  const wave = findWave(access, waveId);
  const version = findVersion(access, datasetVersionId);
  const responses = responsesOf(access, datasetVersionId);
  if (!wave || !version || !responses) return refused('no-such-wave', 'waves');
  const made = weightingOf(access, stored, datasetVersionId, weighting);
  if (!made.ok) return made;
  const context: WaveParts['context'] = {
    responses,
    instance,
    source: sourceOf(wave, version, policy),
    split: { group, area },
    compare: { reference },
    population,
    weighting: weightingWord(stored),
    // Beside privacy, rates of fewer than 30 answers are too rough to be part of an index.
    fewest: Math.max(policy.threshold, 30),
    ...(benchmarks && { benchmarks })
  };
  return { ok: true, value: { context, responses, made: made.value } };
}

/** The level of a slice: the whole county of a table by neighborhood is macro again. */
export function levelOfSlice(
  table: Released<ReleasedTable>,
  split: { group: string | null; area: string | null }
): ReleasedTable['subject']['level'] {
  const { unitOfAnalysis, claim, lever } = getIndicator(table.subject.indicatorId);
  return levelOf({ unitOfAnalysis, claim, lever, split });
}

/** What two waves of a measure were not asked alike in; empty where a change can be told. */
export function notesBetween(access: Access, earlier: WaveRecipe, later: WaveRecipe): Issue[] {
  const asked = ({ waveId, datasetVersionId, instance }: WaveRecipe) => {
    const wave = findWave(access, waveId);
    const codebook = responsesOf(access, datasetVersionId)?.codebook;
    return {
      codebook: codebook ?? { questions: [], variables: [] },
      instance,
      universe: wave?.universe ?? null,
      mode: wave?.mode ?? null
    };
  };
  return comparabilityIssues(asked(earlier), asked(later));
}
