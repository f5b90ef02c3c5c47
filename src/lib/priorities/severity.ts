import { definePriority } from './definition';
import { estimateProportion } from '$lib/estimation/estimates/estimate-proportion';
import { inputOf, memberColumn } from '$lib/indicators/answer-column';
import { acuteFrom, worstSeverity } from '$lib/indicators/severity';
import { exampleNeeds } from './example-inputs';
import { countRows } from './answered';
import { lacking } from './refuse';
import { sharesAlone } from './score-items';
import type { Labels } from '$lib/codebook/codebook';
import type { Responses } from '$lib/codebook/responses';
import type { Design } from '$lib/estimation/design/design';
import type { Estimate } from '$lib/estimation/estimates/estimate';
import type { NeedItem } from './definition';

/** Severity of one need in a household: 1 none, 2 met, 3 met in part, 4 not met at all. */
export const severities = [1, 2, 3, 4] as const;
export type Severity = (typeof severities)[number];
/** Share of people from which an area is in a phase. */
export const phaseShare = 0.2;

/**
 * Severity of each person for one need; 0 = not known. Of the answers that count as not helped, the
 * one farthest from "yes" on the scale is severity 4, all others 3.
 *
 * @returns null when the answers do not tell partly from not at all
 */
export function severityColumn(responses: Responses, { inputs }: NeedItem): Uint8Array | null {
  if (!inputs.served || inputs.served.no.length < 2) return null;
  const need = inputOf(inputs, 'need');
  const served = inputOf(inputs, 'served');
  const worst = worstCode(responses, served);
  if (worst === null) return null;
  const needs = codesOf(responses, need.variable);
  const answers = codesOf(responses, served.variable);
  return Uint8Array.from({ length: responses.rows }, (_, i) => {
    const needed = needs(i);
    if (needed !== null && need.no.includes(needed)) return 1;
    const answer = answers(i);
    if (needed === null || !need.yes.includes(needed) || answer === null) return 0;
    if (served.yes.includes(answer)) return 2;
    return answer === worst ? 4 : served.no.includes(answer) ? 3 : 0;
  });
}

/** Of the codes for "not helped", the one farthest from those for "helped"; null when two are. */
function worstCode(
  responses: Responses,
  { variable, yes, no }: { variable: string; yes: string[]; no: string[] }
): string | null {
  const known = responses.codebook.variables.find(({ name }) => name === variable);
  const place = (code: string): number =>
    known?.categories.find((category) => category.code === code)?.order ?? NaN;
  const reach = no.map((code) => ({
    code,
    distance: Math.min(...yes.map((other) => Math.abs(place(code) - place(other))))
  }));
  const [first, second] = reach
    .filter(({ distance }) => Number.isFinite(distance))
    .sort((a, b) => b.distance - a.distance);
  return first && second && first.distance > second.distance ? first.code : null;
}

function codesOf(responses: Responses, variable: string): (row: number) => string | null {
  const { codes, categories } = responses.categories(variable);
  return (row) => categories[codes[row]! - 1]?.code ?? null;
}

/** Needs by the share of people for whom they are acute. */
export const severity = definePriority({
  id: 'severity',
  family: 'need',
  labels: { en: 'Combined severity', es: 'Gravedad combinada' },
  formula: 'share = people at severity 4 / everyone; 1 no need, 2 met, 3 met in part, 4 not met',
  meaning: {
    en: 'The share of people who got no help at all with a need they had.',
    es: 'La proporción de personas que no recibieron ninguna ayuda con una necesidad que tenían.'
  },
  source:
    'Joint Intersectoral Analysis Framework (2020 to 2024), severity and people in need: the highest severity over sectors decides.',
  unit: 'proportion',
  decimals: 0,
  first: 'highest',
  bands: [],
  compute: ({ responses, design, needs }) => {
    if (needs.length === 0) return lacking('priority-no-needs');
    const columns = needs.map((need) => severityColumn(responses, need));
    if (columns.some((column) => column === null)) return lacking('priority-no-levels');
    const items = needs.map((need, j) => {
      const column = columns[j]!;
      const member = atLeast(column, acuteFrom);
      const classes = severities.map((level) =>
        countRows(design, memberColumn(column, [level], severities), 1)
      );
      return { ...need, member, classes: withTotals(classes) };
    });
    return { ok: true, value: sharesAlone(design, 'acute', items) };
  },
  examples: [
    {
      title: 'two of five got no help at all; partly and yes are less severe, no need is none',
      given: { need: ['y', 'y', 'y', 'y', 'n'], served: ['y', 'p', 'n', 'n', null] },
      needs: { rent: exampleNeeds('need', 'served') },
      at: 'rent',
      expect: { value: 0.4, n: 5 }
    }
  ]
});

/** 1 = this severity or worse, 0 = milder, NaN = not known. */
const atLeast = (column: Uint8Array, from: number): Float64Array =>
  memberColumn(
    column,
    severities.filter((level) => level >= from),
    severities
  );

/** The acute, everyone else, and those in between: known from here and from the unmet need. */
const withTotals = ([none = 0, met = 0, inPart = 0, acute = 0]: readonly number[]): number[] => [
  acute,
  none + met + inPart,
  inPart
];

/** How many people are at each severity or worse, all needs together (the worst one decides). */
export interface SeverityStep {
  /** this severity or worse */
  from: Severity;
  estimate: Estimate;
  n: number;
  x: number;
}

/**
 * People by the highest severity over all needs; a household with an unanswered need is left out.
 *
 * @returns null when the answers do not tell partly from not at all
 */
export function combinedSeverity(
  responses: Responses,
  design: Design,
  needs: readonly NeedItem[]
): SeverityStep[] | null {
  const columns = needs.flatMap((need) => severityColumn(responses, need) ?? []);
  if (columns.length < needs.length || needs.length === 0) return null;
  const worst = worstSeverity(columns);
  return severities
    .filter((level) => level > 1)
    .map((from) => {
      const member = atLeast(worst, from);
      const estimate = estimateProportion(design, member, { within: 'all' });
      return { from, estimate, n: estimate.n, x: countRows(design, member, 1) };
    });
}

/** Where an area stands: the highest severity that a fifth of the people reach, and how surely. */
export interface Phase {
  phase: Severity;
  /** the next severity is not excluded: a fifth lies within its range */
  nextPossible: boolean;
  /** this severity is not sure: its range reaches under a fifth */
  isUnsure: boolean;
}

/** @param steps shares of people at this severity or worse, with their 95% ranges */
export function phaseOf(
  steps: readonly { from: Severity; value: number; low: number; high: number }[]
): Phase {
  const reached = steps.filter(({ value }) => value >= phaseShare);
  const now = reached.reduce<(typeof steps)[number] | null>(
    (most, step) => (!most || step.from > most.from ? step : most),
    null
  );
  const phase = now?.from ?? 1;
  const next = steps.find(({ from }) => from === phase + 1);
  return {
    phase,
    nextPossible: next !== undefined && next.high >= phaseShare,
    isUnsure: now !== null && now.low < phaseShare
  };
}

/** What "this severity or worse" means of a household, all needs together. */
export const severityLabels: Record<Severity, Labels> = {
  1: { en: 'Everyone', es: 'Todos' },
  2: { en: 'Any need', es: 'Alguna necesidad' },
  3: { en: 'A need not fully met', es: 'Una necesidad no atendida por completo' },
  4: { en: 'A need not met at all', es: 'Una necesidad sin ninguna atención' }
};
