import type { Issue, Parsed } from '$lib/base/issue';
import { buildModel } from '$lib/charts/build-model';
import type { ChartModel } from '$lib/charts/model';
import { refusalOf } from '$lib/charts/refusal';
import type { FigureSpec } from '$lib/charts/spec';
import { labelIn } from '$lib/codebook/codebook';
import type { ChangeQuery } from '$lib/disparities/change-query';
import { waveDimension } from '$lib/disparities/changes';
import { getIndicator } from '$lib/indicators';
import { rangeKindOf, strictestSample } from '$lib/privacy/sample-type';
import { findCell, sliceTable } from '$lib/privacy/release';
import type { CellKey, ReleasedContrast, ReleasedTable } from '$lib/privacy/table';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import { breakReasons } from '$lib/text/break-reasons';
import {
  changeHeadline,
  changeSentences,
  trendSentence,
  type ChangeContext
} from '$lib/text/change';
import { formatNumber, labelOf } from '$lib/text/format';
import { withoutEnd } from '$lib/text/propose-claim';
import { textFor, type Language } from '$lib/text/text';
import { listMeasures, measureNames } from './measure-names';
import { listInstances } from './mapping';
import { planNextWave } from './next-wave-plan';
import { askPublished, publishedLines } from './published-comparison';
import { waveToOpen, wavesWithResponses } from './show-figure';
import { waveChange, type WaveChange } from './wave-change';

interface Choice {
  value: string;
  label: string;
}

/** One step from a wave to the next, in sentences; `reasons` where they cannot be compared. */
export interface ChangeStep {
  title: string;
  sentences: string[];
  reasons: string[];
}

/** Everything the page about change shows, in the words of the reader. */
export interface ChangePage {
  surveys: Choice[];
  survey: string;
  measures: Choice[];
  show: string;
  label: string;
  parts: Choice[];
  part: string | null;
  waves: (Choice & { isChosen: boolean })[];
  /** null where the numbers cannot be drawn */
  model: ChartModel | null;
  steps: ChangeStep[];
  trend: string[];
  /** what a next wave could see, and how large it must be to see what matters */
  plan: string[];
  /** a published figure beside the survey, line by line; empty when none was asked for */
  published: string[];
  issues: Issue[];
}

type Wave = ReturnType<typeof wavesWithResponses>[number];

/**
 * A measure over the waves of a survey, with what may be said about change, and a published figure
 * beside it.
 *
 * Refused: `nothing-to-show` without a measure, and the reasons of `waveChange`.
 */
export function changePage(
  access: Access,
  query: ChangeQuery,
  language: Language
): Parsed<ChangePage> {
  const choices = chooseMeasure(access, query, language);
  if (!choices) return refused('nothing-to-show');
  const { chosen, instance } = choices;
  const asked = askPublished(query.published, instance.unit, chosen.at(-1)!.wave.id);
  const result = waveChange(access, {
    waves: chosen.map(({ wave }) => wave.id),
    instanceKey: instance.key,
    part: query.part,
    published: asked
  });
  if (!result.ok) return result;
  const context = contextOf(result.value, instance, language);
  const at = placeOf(result.value);
  const scale = context.subject.unit === 'proportion' ? 0.01 : 1;
  const own = result.value.table.dimensions.find(({ id }) => id === result.value.part?.dimension);
  const steps = stepsOf(result.value, chosen, at, query.margin * scale, context);
  return {
    ok: true,
    value: {
      ...choices.shown,
      parts: (own?.members ?? []).map(({ key, labels }) => ({
        value: key,
        label: labelOf(labels, language)
      })),
      part: result.value.part?.key ?? null,
      model: modelOf(result.value, chosen, at, { steps, context }),
      steps,
      trend: trendOf(result.value, context),
      plan: planNextWave(result.value, { wave: chosen.at(-1)!.wave, at }, query, context),
      published: publishedLines(query, result.value, { wave: chosen.at(-1)!.wave, at }, context),
      issues: []
    }
  };
}

function chooseMeasure(access: Access, query: ChangeQuery, language: Language) {
  const all = wavesWithResponses(access);
  const first = waveToOpen(access);
  const survey =
    all.find(({ wave }) => wave.surveyId === query.survey)?.wave.surveyId ?? first?.wave.surveyId;
  // Oldest first: time runs from left to right, and from the top down.
  const waves = all.filter(({ wave }) => wave.surveyId === survey).reverse();
  const measures = listMeasures(
    access,
    waves.map(({ wave }) => wave.id)
  );
  const instances = measures.map((one) => one.instance);
  const instance =
    instances.find(({ key }) => key === query.show) ?? mostAsked(access, waves, instances);
  if (!survey || !instance) return null;
  const having = waves.filter(({ wave }) => hasKey(access, wave.id, instance.key));
  const wanted = having.filter(({ wave }) => query.waves.includes(wave.id));
  const chosen = wanted.length > 0 ? wanted : having;
  const surveys = [...new Map(all.map((one) => [one.wave.surveyId, one.surveyName]))];
  return {
    instance: { ...instance, unit: getIndicator(instance.indicatorId).unit },
    chosen,
    shown: {
      surveys: surveys.map(([value, label]) => ({ value, label })),
      survey,
      measures: measureNames(measures).map((labels, i) => ({
        value: instances[i]!.key,
        label: labelIn(labels, language)
      })),
      show: instance.key,
      label: labelIn(instance.labels, language),
      waves: having.map(({ wave }) => ({
        value: wave.id,
        label: wave.name,
        isChosen: chosen.some((one) => one.wave.id === wave.id)
      }))
    }
  };
}

const hasKey = (access: Access, waveId: string, key: string): boolean =>
  listInstances(access, waveId).some((one) => one.key === key);

/** The page opens with a measure that most waves have: an unmet need where there is one. */
function mostAsked<T extends { key: string; indicatorId: string }>(
  access: Access,
  waves: readonly Wave[],
  instances: readonly T[]
): T | undefined {
  const count = (one: T): number =>
    waves.filter(({ wave }) => hasKey(access, wave.id, one.key)).length +
    (one.indicatorId === 'unmet-need-rate' ? 0.5 : 0);
  return [...instances].sort((a, b) => count(b) - count(a))[0];
}

function contextOf(
  { table, part }: WaveChange,
  { labels }: { labels: Parameters<typeof labelIn>[0] },
  language: Language
): ChangeContext {
  const own = table.dimensions.find(({ id }) => id === part?.dimension);
  const member = own?.members.find(({ key }) => key === part?.key);
  return {
    text: textFor(language),
    language,
    subject: table.subject,
    label: [withoutEnd(labelIn(labels, language)), member && labelOf(member.labels, language)]
      .filter(Boolean)
      .join(': '),
    base: labelOf(table.subject.base, language),
    sampleType: strictestSample(table.sources.map(({ sampleType }) => sampleType)) ?? 'opt-in'
  };
}

const placeOf = ({ part }: WaveChange): CellKey => (part ? { [part.dimension]: part.key } : {});

function modelOf(
  { table, part, between }: WaveChange,
  chosen: readonly Wave[],
  at: CellKey,
  { steps, context }: { steps: readonly ChangeStep[]; context: ChangeContext }
): ChartModel | null {
  const { text, language } = context;
  const slice = sliceTable(table, { by: [waveDimension], at });
  const universe = chosen.at(-1)?.wave.universe;
  const broken = between.flatMap((issues, i) =>
    issues.length > 0 ? [[chosen[i + 1]!.wave.id, text.nextWave.breakMark] as const] : []
  );
  const spec: FigureSpec = {
    id: 'change',
    type: 'dot-whisker',
    by: waveDimension,
    at: part ? at : {},
    breaks: Object.fromEntries(broken),
    ...(universe && { who: labelIn(universe, language) })
  };
  if (refusalOf(spec, [slice])) return null;
  const model = buildModel(spec, [slice], language);
  const said = steps.at(-1)?.sentences[0];
  return {
    ...model,
    title: changeHeadline(
      [...new Set([chosen[0]!, chosen.at(-1)!])].map(({ wave }) => ({
        wave: wave.name,
        cell: findCell(slice, { [waveDimension]: wave.id, ...at })
      })),
      context
    ),
    finding: said ?? model.finding
  };
}

const changeBetween = (
  table: ReleasedTable,
  later: CellKey,
  earlier: CellKey
): ReleasedContrast | null =>
  table.contrasts.find(({ a, b }) => isSame(a, later) && isSame(b, earlier)) ?? null;

const isSame = (a: CellKey, b: CellKey): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((id) => a[id] === b[id]);

function stepsOf(
  { table, detectable, between }: WaveChange,
  chosen: readonly Wave[],
  at: CellKey,
  margin: number,
  context: ChangeContext
): ChangeStep[] {
  const words = context.text.change;
  const numberOf = ({ wave }: Wave) => ({
    wave: wave.name,
    cell: findCell(table, { [waveDimension]: wave.id, ...at })
  });
  return chosen.slice(1).map((later, i) => {
    const earlier = chosen[i]!;
    const reasons = breakReasons(between[i] ?? [], context.language);
    const title = words.between(earlier.wave.name, later.wave.name);
    if (reasons.length > 0) return { title, sentences: [words.notCompared], reasons };
    const [b, a] = [earlier, later].map(({ wave }) => ({ [waveDimension]: wave.id, ...at }));
    const panel = later.wave.design?.panel?.trim();
    const sentences = changeSentences(
      numberOf(earlier),
      numberOf(later),
      changeBetween(table, a!, b!),
      {
        detectable: changeBetween(detectable, a!, b!)?.difference ?? null,
        margin,
        isPanel: Boolean(panel) && panel === earlier.wave.design?.panel?.trim()
      },
      context
    );
    return { title, sentences, reasons };
  });
}

function trendOf({ trend }: WaveChange, context: ChangeContext): string[] {
  const [slope] = trend?.table.contrasts ?? [];
  if (!trend || !slope || rangeKindOf(context.sampleType) !== 'sampling') return [];
  return [
    context.text.change.trendWaves(formatNumber(trend.waves.length, context.language)),
    trendSentence(slope, trend.unit, context)
  ];
}
