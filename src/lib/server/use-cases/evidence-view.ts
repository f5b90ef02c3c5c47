import { everyone, byPlace } from '$lib/indicators/figure-query';
import { parseCellName } from '$lib/evidence/cell-name';
import { exhibitLabel } from '$lib/evidence/exhibit-label';
import type { ChartModel } from '$lib/charts/model';
import { labelIn } from '$lib/codebook/codebook';
import type { Access } from '$lib/server/access/access';
import { findVersion } from '$lib/server/db/queries/dataset-version';
import {
  claimsOnSnapshots,
  exhibitsOnSnapshots,
  listClaims,
  listExhibitItems,
  listExhibits,
  listUsesOf,
  personName,
  type ClaimRow,
  type ExhibitRow,
  type ExhibitUse,
  type SnapshotRow
} from '$lib/server/db/queries/evidence';
import { renderClaim, type BoundNumber } from '$lib/text/claim';
import { formatStamp } from '$lib/text/dates';
import { formatNumber, joinWords, labelOf, lowerFirst } from '$lib/text/format';
import { groupName } from '$lib/text/propose-claim';
import { textFor, type Language } from '$lib/text/text';
import { openClaim, slotsOn, type OpenClaim } from './claims';
import type { OpenExhibit } from './exhibits';
import { queryOf, recipeOfSnapshot, releasedOf } from './frozen-figure';
import { supersededSnapshots } from './recompute-snapshot';

export interface ExhibitLine {
  id: string;
  label: string;
  title: string;
  state: ExhibitRow['state'];
  isStale: boolean;
  uses: ExhibitUse[];
}

export interface ClaimLine {
  id: string;
  text: string;
  status: ClaimRow['status'];
}

/** Everything of the evidence page the asker may see: exhibits and claims, newest first. */
export function evidenceLibrary(
  access: Access,
  language: Language
): { exhibits: ExhibitLine[]; claims: ClaimLine[] } {
  const stale = supersededSnapshots(access);
  return {
    exhibits: listExhibits(access).map((row) => exhibitLine(access, row, stale)),
    claims: listClaims(access).map((row) => claimLine(access, row, language))
  };
}

/** Exhibits in use that rest on data corrected since, and claims that wait to be checked again. */
export function olderEvidence(access: Access): { exhibits: number; claims: number } {
  const stale = supersededSnapshots(access);
  const isUsed = ({ state }: ExhibitRow): boolean => state === 'frozen' || state === 'submitted';
  return {
    exhibits:
      stale.size === 0
        ? 0
        : listExhibits(access).filter(
            (row) => isUsed(row) && exhibitLine(access, row, stale).isStale
          ).length,
    claims: listClaims(access).filter(({ status }) => status === 'stale').length
  };
}

function exhibitLine(access: Access, row: ExhibitRow, stale: ReadonlySet<string>): ExhibitLine {
  return {
    id: row.id,
    label: exhibitLabel(row.number, row.version),
    title: row.title,
    state: row.state,
    isStale: listExhibitItems(access, row.id).some(({ snapshotId }) => stale.has(snapshotId)),
    uses: listUsesOf(access, row.id)
  };
}

const claimLine = (access: Access, row: ClaimRow, language: Language): ClaimLine => {
  const open = openClaim(access, row.id);
  return {
    id: row.id,
    status: row.status,
    text: open ? claimSentence(open, language) : row.template
  };
};

/** A claim with its frozen numbers printed. */
export function claimSentence({ row, snapshot, bindings }: OpenClaim, language: Language): string {
  return renderClaim(row.template, boundNumbers(snapshot, bindings), language);
}

function boundNumbers(
  snapshot: SnapshotRow | undefined,
  bindings: OpenClaim['bindings']
): Record<string, BoundNumber | null> {
  if (!snapshot) return {};
  const { unit, decimals } = releasedOf(snapshot).subject;
  return Object.fromEntries(
    Object.entries(bindings).map(([slot, estimate]) => [
      slot,
      estimate && { estimate, unit, decimals }
    ])
  );
}

/** One number a claim can use: its slot, whose it is, and how it prints. */
export interface SlotLine {
  slot: string;
  stands: string;
  prints: string;
}

/** The slots of a snapshot in words. */
export function slotLines(snapshot: SnapshotRow, language: Language): SlotLine[] {
  const text = textFor(language).evidence;
  const table = releasedOf(snapshot);
  const figure = recipeOfSnapshot(snapshot).figure[language];
  const offered = slotsOn(snapshot);
  const bound = boundNumbers(snapshot, offered);
  const nameOf = (cell: string): string =>
    Object.values(parseCellName(cell)).some((member) => member.startsWith('rest:'))
      ? text.allOthers
      : groupName(table, cell, figure, language);
  return Object.entries(offered).map(([slot, { cell, stat }]) => {
    const [a = '', b = ''] = cell.split('|');
    const print = (field: string): string => renderClaim(`{{${slot}.${field}}}`, bound, language);
    return {
      slot,
      stands:
        stat === 'difference'
          ? text.gapBetween(nameOf(a), nameOf(b))
          : stat === 'ratio'
            ? text.ratioBetween(nameOf(a), nameOf(b))
            : nameOf(cell),
      prints: `${print('value')} (${print('range')})`
    };
  });
}

export interface Fact {
  term: string;
  text: string;
}

/** The choice behind a figure in words: split, place, comparison. */
function filterInWords(snapshot: SnapshotRow, model: ChartModel, language: Language): string {
  const text = textFor(language).evidence.filter;
  const { by, place, versus } = queryOf(snapshot);
  const table = releasedOf(snapshot);
  const { slice, figure } = recipeOfSnapshot(snapshot);
  const dimension = table.dimensions.find(({ id }) => id === slice.by[0]);
  const reference = figure[language].reference?.label;
  const placed = Object.entries(slice.at).flatMap(([id, key]) => {
    const members = table.dimensions.find((one) => one.id === id)?.members ?? [];
    return members
      .filter((member) => member.key === key)
      .map(({ labels }) => labelOf(labels, language));
  });
  return [
    dimension ? text.by(lowerFirst(model.rowHeading)) : text.everyone,
    place ? text.place(placed.join(', ') || place) : by === byPlace ? '' : text.allPlaces,
    reference && (versus !== everyone || dimension) ? text.versus(reference) : ''
  ]
    .filter(Boolean)
    .join(', ');
}

/** What stands behind a frozen figure: measure, data version, filter, engine, threshold, hashes. */
export function snapshotFacts(
  access: Access,
  snapshot: SnapshotRow,
  model: ChartModel,
  language: Language
): Fact[] {
  const text = textFor(language).evidence.facts;
  const table = releasedOf(snapshot);
  const versions = snapshot.datasetVersions.map(({ id, contentSha256 }) => {
    const found = findVersion(access, id);
    const name = found ? `${found.fileName}, ${formatStamp(found.importedAt, language)}` : id;
    return `${name} (${contentSha256.slice(0, 8)})`;
  });
  return [
    { term: text.measure, text: labelOf(table.subject.labels, language) },
    {
      term: text.survey,
      text: joinWords(
        table.sources.map(({ surveyName, waveName }) => `${surveyName}, ${waveName}`),
        language
      )
    },
    { term: text.dataVersion, text: versions.join('; ') },
    { term: text.shown, text: filterInWords(snapshot, model, language) },
    { term: text.engine, text: `${snapshot.engine}, ${table.method.interval}` },
    { term: text.threshold, text: text.answers(formatNumber(table.method.threshold, language)) },
    {
      term: text.snapshot,
      text: `${snapshot.sha256.slice(0, 8)}, ${formatStamp(snapshot.computedAt, language)}`
    },
    { term: text.frozenBy, text: personName(access, snapshot.computedBy) ?? text.unknown }
  ];
}

/** From the question people answered to the vote it served; every step with its address. */
export interface EvidenceChain {
  survey: string;
  questions: string[];
  variables: string[];
  estimates: string[];
  exhibits: {
    id: string;
    label: string;
    title: string;
    state: ExhibitRow['state'];
    uses: ExhibitUse[];
  }[];
  claims: ClaimLine[];
}

export function evidenceChain(
  access: Access,
  snapshot: SnapshotRow,
  model: ChartModel,
  language: Language
): EvidenceChain {
  const text = textFor(language).evidence;
  const { asked } = recipeOfSnapshot(snapshot);
  const said = (labels: Parameters<typeof labelIn>[0]): string => labelIn(labels, language);
  const shown = model.rows.filter((row) => row.value !== null);
  const hidden = model.rows.length - shown.length;
  return {
    survey: releasedOf(snapshot)
      .sources.map(({ surveyName, waveName }) => `${surveyName}, ${waveName}`)
      .join('; '),
    questions: [
      ...new Set(
        asked.map(
          ({ labels, variables, questionId }) =>
            said(labels) || said(variables[0]?.labels ?? {}) || questionId
        )
      )
    ],
    variables: [...new Set(asked.flatMap(({ variables }) => variables.map(({ name }) => name)))],
    estimates: [
      ...shown.map((row) =>
        [`${row.label}: ${row.valueText} (${row.rangeText})`, row.answersWords]
          .filter(Boolean)
          .join(', ')
      ),
      ...(hidden > 0 ? [text.hiddenNumbers(hidden)] : [])
    ],
    exhibits: exhibitsOnSnapshots(access, [snapshot.id]).map((row) => ({
      id: row.id,
      label: exhibitLabel(row.number, row.version),
      title: row.title,
      state: row.state,
      uses: listUsesOf(access, row.id)
    })),
    claims: claimsOnSnapshots(access, [snapshot.id]).map((row) => claimLine(access, row, language))
  };
}

/** Approved claims that an exhibit may carry. */
export const carriableClaims = (
  access: Access,
  { snapshot }: OpenExhibit,
  language: Language
): ClaimLine[] =>
  claimsOnSnapshots(access, [snapshot.id])
    .filter(({ status }) => status === 'approved')
    .map((row) => claimLine(access, row, language));
