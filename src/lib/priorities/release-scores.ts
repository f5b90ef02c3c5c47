import { engine } from '$lib/indicators/share-table';
import { withHiddenMembers } from '$lib/privacy/hidden-cells';
import { release } from '$lib/privacy/release';
import { normalScores, rankAcceptability, type RankAcceptability } from './rank-acceptability';
import type { Random } from '$lib/base/random';
import type { ReleasePolicy } from '$lib/privacy/policy';
import type {
  EstimateTable,
  Released,
  ReleasedCell,
  ReleasedTable,
  Statistic
} from '$lib/privacy/table';
import type {
  LeftOut,
  PartId,
  PriorityContext,
  PriorityDefinition,
  PriorityItem,
  ScoredItem,
  ScorePart,
  Scores
} from './definition';

/** The dimension of a table of scores; its members are needs or services. */
export const itemDimension = 'item';

/** Scores that may be shown, with everything said about their order. */
export interface ReleasedScores {
  methodId: string;
  /** the score of each item that may be shown, with its likely rank */
  table: Released<ReleasedTable>;
  /** ranks over draws, of the shown items only */
  acceptability: RankAcceptability[];
  /** each input of the shown items, by key; larger means higher priority */
  parts: { id: PartId; values: Map<string, number> }[];
  leftOut: LeftOut[];
  kept: number | null;
}

/**
 * What of a method's scores may leave the server. Scores and their inputs pass the same release as
 * every table. An item whose score or any input is hidden has neither score nor rank, and the ranks
 * of the others are computed among themselves, so that they do not give it away.
 *
 * @param addsUp the scores are parts of a known whole: when one is hidden for privacy, all are
 */
export function releaseScores(
  method: PriorityDefinition,
  scores: Scores,
  context: Pick<PriorityContext, 'source' | 'weighting'>,
  policy: ReleasePolicy,
  addsUp = false
): ReleasedScores {
  const parts = scores.parts.map((part) => ({
    part,
    table: part.from === 'survey' ? release(partTable(method, part, context), policy) : null
  }));
  const first = release(tableOf(method, scores.items, scores.statistic, context), policy);
  const tables = [first, ...parts.flatMap(({ table }) => table ?? [])];
  const lacking = new Map(
    scores.items.flatMap(({ key }): [string, Why][] => {
      const why = hiddenAmong(tables, key);
      return why ? [[key, why]] : [];
    })
  );
  const isOneHidden = [...lacking.values()].some(({ flag }) => flag === 'c');
  if (addsUp && isOneHidden)
    for (const { key } of scores.items) lacking.set(key, { flag: 'c', reason: null });
  const kept = scores.items.filter(({ key }) => !lacking.has(key));
  // Released again without the hidden ones: the ranks of the rest are among themselves.
  const again = release(tableOf(method, kept, scores.statistic, context), policy);
  const table = withHiddenMembers(again, dimensionOf(scores.items), lacking);
  const ranked = kept.filter(({ key }) => cellOf(table, key)?.value != null);
  return {
    methodId: method.id,
    table,
    acceptability: acceptabilityOf(method, scores, ranked),
    parts: parts.map(({ part, table: of }) => ({
      id: part.id,
      values: valuesOf(part, of, ranked)
    })),
    leftOut: scores.leftOut,
    kept: scores.kept === null ? null : Math.round(scores.kept * 100) / 100
  };
}

const cellOf = (table: ReleasedTable, key: string): ReleasedCell | undefined =>
  table.cells.find(({ at }) => at[itemDimension] === key);

type Why = Pick<ReleasedCell, 'flag' | 'reason'>;

/** What keeps an item from being shown: privacy before precision; undefined when nothing does. */
function hiddenAmong(tables: readonly ReleasedTable[], key: string): Why | undefined {
  const cells = tables.flatMap((table) => {
    const cell = cellOf(table, key);
    return cell && cell.value === null ? [cell] : [];
  });
  return cells.find(({ flag }) => flag === 'c') ?? cells[0];
}

const dimensionOf = (items: readonly PriorityItem[]) => ({
  id: itemDimension,
  labels: { en: 'Item', es: 'Elemento' },
  ordered: false,
  partition: false,
  members: items.map(({ key, labels }) => ({ key, labels }))
});

/** Scores as a table with simultaneous bounds, the first priority as the largest. */
export function tableOf(
  method: Pick<PriorityDefinition, 'id' | 'labels' | 'meaning' | 'unit' | 'decimals' | 'first'>,
  items: readonly ScoredItem[],
  statistic: Statistic,
  { source, weighting }: Pick<PriorityContext, 'source' | 'weighting'>
): EstimateTable {
  const sign = method.first === 'highest' ? 1 : -1;
  return {
    subject: {
      indicatorId: method.id,
      key: `priority:${method.id}`,
      labels: method.labels,
      level: 'macro',
      unit: method.unit,
      direction: 'lower-is-better',
      decimals: method.decimals,
      base: method.meaning
    },
    statistic,
    dimensions: [dimensionOf(items)],
    cells: items.map(({ key, estimate, n, x, psus, classes, restsOn }) => ({
      at: { [itemDimension]: key },
      estimate,
      n,
      x,
      psus,
      ...(classes && { classes }),
      ...(restsOn && { restsOn })
    })),
    contrasts: [],
    rankBounds: items.flatMap(({ key, bounds }) => {
      if (!bounds) return [];
      const [low, high] = [sign * bounds.low, sign * bounds.high].sort((a, b) => a - b);
      return [{ at: { [itemDimension]: key }, low: low!, high: high! }];
    }),
    sources: [source],
    method: { interval: statistic === 'proportion' ? 'korn-graubard' : 't', engine, weighting }
  };
}

const partTable = (
  method: PriorityDefinition,
  part: Extract<ScorePart, { from: 'survey' }>,
  context: Pick<PriorityContext, 'source' | 'weighting'>
): EstimateTable => tableOf({ ...method, id: part.id }, part.items, part.statistic, context);

function valuesOf(
  part: ScorePart,
  table: ReleasedTable | null,
  ranked: readonly PriorityItem[]
): Map<string, number> {
  return new Map(
    ranked.flatMap(({ key }): [string, number][] => {
      const value =
        part.from === 'raters' ? part.values.get(key) : table && cellOf(table, key)?.value;
      return value == null ? [] : [[key, value]];
    })
  );
}

/** Draws of the shown items alone: a hidden one changes nobody's rank. */
function acceptabilityOf(
  { first, id }: PriorityDefinition,
  scores: Scores,
  ranked: readonly ScoredItem[]
): RankAcceptability[] {
  if (ranked.length < 2) return [];
  const at = ranked.map((item) => scores.items.indexOf(item));
  const { draw } = scores;
  const drawRanked = draw
    ? (random: Random) => {
        const drawn = draw(random);
        return at.map((i) => drawn[i] ?? null);
      }
    : normalScores(
        ranked.map(({ estimate }) => estimate.value ?? 0),
        at.map((i) => at.map((j) => scores.covariance[i]![j]!))
      );
  return rankAcceptability(
    ranked.map(({ key }) => key),
    drawRanked,
    { first, seed: seedOf(id) }
  ).map((one) => ({ ...one, shares: one.shares.map((share) => Math.round(share * 100) / 100) }));
}

/** A number for a name, the same everywhere (FNV-1a). */
export function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    hash ^= name.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
