import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Labels } from '$lib/codebook/codebook';
import type { DetailKind } from '$lib/survey/identifiers/free-text';
import type { IdentifierType } from '$lib/survey/identifiers/kinds';
import type { PlannedVariable, Protection } from '$lib/survey/plan';
import {
  coordinatesOf,
  quasiIdentifier,
  waysFor,
  type ProtectionChoice,
  type ProtectionWish
} from '$lib/survey/protect/with-protection';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import { listAreaSets } from '$lib/server/db/queries/area';
import { addOperation } from './draft-operations';
import { openReview, type Review } from './review-draft';

/** What may be done with a column; `area:ID` looks the place up in that set of areas. */
export type Way = 'drop' | 'keep' | Exclude<Protection['how'], 'area'> | `area:${string}`;

/** A column of the file at the privacy step. No cell of it is shown. */
export interface PrivacyRow {
  variable: string;
  heading: string;
  labels: Labels;
  way: Way;
  ways: Way[];
}
export interface PersonalRow extends PrivacyRow {
  type: IdentifierType;
  /** cells that look so, among those looked at */
  hits: number;
}

/** The privacy step: what was found, and what is to be done with it. */
export interface PrivacyStep {
  personal: PersonalRow[];
  /** ZIP codes and ages: not personal alone, but together */
  coarse: PrivacyRow[];
  /** keys of the response: kept to find doubles, never shown */
  keys: PrivacyRow[];
  texts: {
    heading: string;
    labels: Labels;
    cells: number;
    hits: [DetailKind, number][];
  }[];
  /** rows that share place, age, race and gender with fewer than four others; null: none, or not counted */
  small: { rows: number; alone: number; columns: string } | null;
  areaSets: { id: Id; name: string }[];
}

/** The privacy step of a draft under review; null when there is none. */
export function privacyStep(access: Access, draftId: Id): PrivacyStep | null {
  const review = openReview(access, draftId)?.review;
  if (!review) return null;
  const areaSets = listAreaSets(access);
  const { inspection, proposal } = review;
  const small = inspection.issues.find(({ code }) => code === 'SMALL_COMBINATIONS')?.params;
  const single = proposal.variables.filter(({ source }) => source.from === 'column');
  return {
    personal: single.flatMap((variable) => personalRow(review, variable, areaSets)),
    coarse: single.flatMap((variable) => coarseRow(review, variable)),
    keys: single
      .filter(({ role, protect }) => role === 'id' && !protect)
      .map((variable) => row(review, variable, ['keep', 'drop'])),
    texts: (inspection.freeText ?? []).flatMap(({ index, cells, hits }) => {
      const variable = proposal.variables.find(({ columnIndex }) => columnIndex === index);
      if (!variable) return [];
      const found = Object.entries(hits) as [DetailKind, number][];
      return [{ heading: variable.heading, labels: variable.labels, cells, hits: found }];
    }),
    small: small
      ? {
          rows: Number(small.rows),
          alone: Number(small.alone),
          columns: String(small.columns)
        }
      : null,
    areaSets
  };
}

const row = (review: Review, variable: PlannedVariable, ways: Way[]): PrivacyRow => ({
  variable: variable.name,
  heading: variable.heading,
  labels: variable.labels,
  way: wayOf(review.plan.variables.find(({ name }) => name === variable.name) ?? variable),
  ways
});

const wayOf = ({ include, protect }: PlannedVariable): Way => {
  if (!include) return 'drop';
  if (!protect) return 'keep';
  return protect.how === 'area' ? `area:${protect.areaSetId}` : protect.how;
};

function personalRow(
  review: Review,
  variable: PlannedVariable,
  areaSets: readonly { id: Id }[]
): PersonalRow[] {
  if (variable.role !== 'identifier' && !variable.protect) return [];
  const found = review.inspection.identifiers.find(({ index }) => index === variable.columnIndex);
  const type = found?.type ?? 'marked';
  const isPoint = coordinatesOf(variable, review.proposal.variables) !== null;
  const ways = waysFor(type).flatMap((how): Way[] =>
    how !== 'area' ? [how] : isPoint ? areaSets.map(({ id }) => `area:${id}` as const) : []
  );
  const base = row(review, variable, ['drop', ...ways]);
  // A person may have said elsewhere that it is no personal data.
  const offered = base.ways.includes(base.way) ? base.ways : [...base.ways, base.way];
  return [{ ...base, ways: offered, type, hits: found?.hits ?? 0 }];
}

function coarseRow(review: Review, variable: PlannedVariable): PrivacyRow[] {
  if (variable.protect) return [];
  const kind = quasiIdentifier(variable);
  if (kind === 'zip') return [row(review, variable, ['keep', 'zip3', 'drop'])];
  if (kind === 'age' && variable.kind === 'numeric')
    return [row(review, variable, ['keep', 'age-band', 'drop'])];
  return [];
}

/**
 * Keeps what was chosen at the privacy step as one decision; columns and ways that are not offered are
 * left as they are.
 *
 * Refused: `no-such-draft`, and as `addOperation`.
 *
 * @param chosen way by name of the variable
 */
export function saveProtections(
  access: Access,
  draftId: Id,
  chosen: Readonly<Record<string, string>>
): Parsed<{ draftId: Id; changed: number }> {
  const step = privacyStep(access, draftId);
  if (!step) return refused('no-such-draft');
  const choices = [...step.personal, ...step.coarse, ...step.keys].flatMap(
    ({ variable, way, ways }): ProtectionChoice[] => {
      const wanted = ways.find((one) => one === chosen[variable]);
      return wanted === undefined || wanted === way ? [] : [choiceOf(variable, wanted)];
    }
  );
  if (choices.length === 0) return { ok: true, value: { draftId, changed: 0 } };
  const kept = addOperation(access, draftId, { kind: 'protect', choices });
  return kept.ok ? { ok: true, value: { draftId, changed: choices.length } } : kept;
}

const choiceOf = (variable: string, way: Way): ProtectionChoice => ({
  variable,
  protect: wishOf(way),
  include: way !== 'drop'
});

function wishOf(way: Way): ProtectionWish | null {
  if (way === 'drop' || way === 'keep') return null;
  if (way === 'age-band') return { how: 'age-band', years: 10 };
  if (way === 'rounded') return { how: 'rounded', decimals: 2 };
  if (way.startsWith('area:')) return { how: 'area', areaSetId: way.slice('area:'.length) };
  return { how: way as 'private' | 'pseudonym' | 'zip3' | 'birth-year' };
}
