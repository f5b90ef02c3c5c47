import { labelIn } from '$lib/codebook/codebook';
import type { ChartModel } from '$lib/charts/model';
import type { Dispute, PlaceUnder } from '$lib/priorities/agreement';
import { bandOf, type ItemFamily, type LeftOut } from '$lib/priorities/definition';
import { getPriorityMethod, priorityMethods } from '$lib/priorities';
import type { PearlCriterion } from '$lib/priorities/rating';
import { missingCodes, type MissingCode } from '$lib/priorities/refuse';
import { itemDimension, type ReleasedScores } from '$lib/priorities/release-scores';
import { flagText } from '$lib/text/flags';
import {
  formatNumber,
  formatOrdinal,
  formatPercent,
  formatRange,
  formatRankRange,
  formatValue,
  joinWords,
  lowerFirst
} from '$lib/text/format';
import { textFor, type Language } from '$lib/text/text';
import type { PriorityBoard } from './priorities';
import { rankFigure } from './rank-figure';

/** One method's word on one item. `missing` stands in place of the numbers. */
export interface ScoreView {
  methodId: string;
  score: string;
  range: string;
  rank: string;
  band: string | null;
  care: string;
  missing: string | null;
}

/** A method as its panel tells it. */
export interface MethodView {
  id: string;
  label: string;
  meaning: string;
  formula: string;
  source: string;
  bands: string[];
  /** what the wave lacks for it, or how much it keeps; null when nothing is to be said */
  note: string | null;
}

/** A board in the reader's words: every number in it comes from a released table. */
export interface BoardView {
  family: ItemFamily;
  heading: string;
  methods: { id: string; label: string }[];
  agreement: string[];
  disputes: string[];
  rows: { key: string; label: string; scores: ScoreView[] }[];
  pairs: { a: string; b: string; items: string; kendall: string; spearman: string }[];
  /** likely ranks by one method */
  figure: { methodId: string; model: ChartModel } | null;
  panels: MethodView[];
}

/** @param chosen method whose likely ranks are drawn; the first one that has ranks without it */
export function viewBoard(
  board: PriorityBoard,
  language: Language,
  chosen: string | null
): BoardView {
  const t = textFor(language).priorities;
  const nameOf = nameIn(board, language);
  const methods = board.methods.map(({ methodId }) => ({
    id: methodId,
    label: labelIn(getPriorityMethod(methodId).labels, language)
  }));
  const drawn =
    board.methods.find((one) => one.methodId === chosen && one.acceptability.length > 0) ??
    board.methods.find((one) => one.acceptability.length > 0);
  return {
    family: board.family,
    heading: t.families[board.family],
    methods,
    agreement: agreementWords(board, nameOf, language),
    disputes: board.agreement.disputes.map((one) => disputeWords(one, nameOf, language)),
    rows: orderedKeys(board).map((key) => ({
      key,
      label: nameOf(key),
      scores: board.methods.map((scores) => viewScore(scores, key, language))
    })),
    pairs: board.agreement.pairs.map(({ a, b, items, kendall, spearman }) => ({
      a: labelIn(getPriorityMethod(a).labels, language),
      b: labelIn(getPriorityMethod(b).labels, language),
      items: formatNumber(items, language),
      kendall: kendall === null ? t.tooFew : formatNumber(kendall, language, 2),
      spearman: spearman === null ? t.tooFew : formatNumber(spearman, language, 2)
    })),
    figure: drawn
      ? { methodId: drawn.methodId, model: rankFigure(drawn, board.family, language) }
      : null,
    panels: priorityMethods
      .filter(({ family }) => family === board.family)
      .map(({ id }) => viewMethod(board, id, language))
  };
}

type Name = (key: string) => string;

const nameIn =
  ({ items }: PriorityBoard, language: Language): Name =>
  (key) =>
    labelIn(items.find((item) => item.key === key)?.labels ?? { und: key }, language);

/** Items by their mean rank over the methods that rank them; those without any last. */
function orderedKeys({ items, agreement }: PriorityBoard): string[] {
  const meanRank = new Map(
    agreement.items.map(({ key, places }) => [
      key,
      places.reduce((sum, { rank }) => sum + rank, 0) / places.length
    ])
  );
  return items
    .map(({ key }) => key)
    .sort((a, b) => (meanRank.get(a) ?? Infinity) - (meanRank.get(b) ?? Infinity) || 0);
}

function agreementWords({ agreement }: PriorityBoard, nameOf: Name, language: Language): string[] {
  const t = textFor(language).priorities;
  if (agreement.methods.length === 0) return [t.noScores];
  if (agreement.methods.length === 1) return [t.oneMethod];
  const list = (keys: readonly string[]) =>
    joinWords(
      keys.map((key) => lowerFirst(nameOf(key))),
      language
    );
  const { alwaysTop, surelyTop, methods } = agreement;
  if (alwaysTop.length === 0) return [t.noTop];
  return [
    t.allTop(list(alwaysTop), methods.length),
    ...(surelyTop.length > 0 ? [t.surelyTop(list(surelyTop))] : [])
  ];
}

function disputeWords(
  { key, higher, lower, lifts, holds }: Dispute,
  nameOf: Name,
  language: Language
): string {
  const t = textFor(language).priorities;
  const method = ({ methodId }: PlaceUnder) =>
    lowerFirst(labelIn(getPriorityMethod(methodId).labels, language));
  const rank = ({ from, to }: PlaceUnder) => formatRankRange(from, to, language);
  const at = (place: number) => formatOrdinal(Math.round(place), language);
  return [
    t.dispute(nameOf(key), method(higher), rank(higher), method(lower), rank(lower)),
    ...(lifts ? [t.lifts(t.parts[lifts.part], at(lifts.rank))] : []),
    ...(holds ? [t.holds(t.parts[holds.part], at(holds.rank))] : [])
  ].join(' ');
}

function viewScore(
  { methodId, table, leftOut }: ReleasedScores,
  key: string,
  language: Language
): ScoreView {
  const text = textFor(language);
  const { bands, unit, decimals } = getPriorityMethod(methodId);
  const cell = table.cells.find(({ at }) => at[itemDimension] === key);
  const none = { methodId, score: '', range: '', rank: '', band: null, care: '' };
  const left = leftOut.find((one) => one.key === key);
  if (left) return { ...none, missing: leftWords(left, language) };
  if (!cell || cell.value === null || cell.low === null || cell.high === null)
    return { ...none, missing: cell ? flagText(cell, text) : text.figures.flags.missingPlain };
  const rank = table.ranks.find(({ at }) => at[itemDimension] === key);
  const band = bandOf(bands, cell.value);
  return {
    methodId,
    score: formatValue(cell.value, unit, decimals, language),
    range: formatRange(cell.low, cell.high, unit, decimals, language),
    rank: rank ? rankWords(rank, table.cells.length + leftOut.length, language) : '',
    band: band ? labelIn(band.labels, language) : null,
    care: cell.flag === 'u' ? text.figures.flags.careShort : '',
    missing: null
  };
}

/** "1st to 3rd"; "1st of 4" where the method ranks only some of the items. */
function rankWords(
  { from, to, of }: { from: number; to: number; of: number },
  items: number,
  language: Language
): string {
  const range = formatRankRange(from, to, language);
  return of === items ? range : textFor(language).priorities.rankAmong(range, of);
}

function leftWords({ code, gates }: LeftOut, language: Language): string {
  const t = textFor(language).priorities;
  if (code === 'not-rated') return t.notRated;
  return t.gateClosed(
    joinWords(
      gates.map((gate) => t.gateNames[gate as PearlCriterion]),
      language
    )
  );
}

function viewMethod(board: PriorityBoard, id: string, language: Language): MethodView {
  const t = textFor(language).priorities;
  const { labels, meaning, formula, source, bands, decimals } = getPriorityMethod(id);
  const kept = board.methods.find(({ methodId }) => methodId === id)?.kept ?? null;
  const code = board.lacking.find(({ methodId }) => methodId === id)?.code;
  const missing = missingCodes.find((known): known is MissingCode => known === code);
  return {
    id,
    label: labelIn(labels, language),
    meaning: labelIn(meaning, language),
    formula,
    source,
    bands: bands.map((band) =>
      t.bandsFrom(labelIn(band.labels, language), formatNumber(band.from, language, decimals))
    ),
    note: missing ? t.lacking[missing] : kept === null ? null : t.kept(formatPercent(kept))
  };
}
