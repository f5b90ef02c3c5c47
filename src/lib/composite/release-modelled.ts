import {
  benchmarked,
  modelAreas,
  smoothedVariances,
  type NoModelReason
} from '$lib/small-areas/fay-herriot';
import { findCell } from '$lib/privacy/release';
import type { Labels } from '$lib/codebook/codebook';
import type { EstimateTable, Released, ReleasedCell, ReleasedTable } from '$lib/privacy/table';

/** An area's share after borrowing from the others: a model, not an answer of the survey. */
export interface ModelledShare {
  area: string;
  labels: Labels;
  /** the area's own number as it is shown, with its flag */
  direct: Pick<ReleasedCell, 'value' | 'flag' | 'reason'>;
  value: number;
  low: number;
  high: number;
  /** weight of the area's own answers, 0..1 */
  ownWeight: number;
  /** its own answers count for less than three tenths */
  isMostlyAverage: boolean;
}

export type Modelled =
  | {
      ok: true;
      areas: ModelledShare[];
      /** what all modelled shares were multiplied by to add up to the survey's own total of these areas */
      factor: number;
    }
  | { ok: false; reason: NoModelReason };

/** Answers an area needs to take part: below, it counts as hidden however imprecise it is. */
export const fewestAnswers = 30;

/**
 * Modelled shares of areas, one measure (empirical Bayes, Fay and Herriot 1979). An area that is
 * hidden for privacy, or has fewer than 30 answers, takes no part and gets no number: with its weight
 * a modelled number tells the area's own. One that is only too imprecise does, since that is what
 * the model is for. Together the modelled shares are brought to the survey's own number of people in
 * these areas, which is known better than any one of them.
 */
export function releaseModelled(
  raw: EstimateTable,
  released: Released<ReleasedTable>,
  areaVariable: string
): Modelled {
  const members = raw.dimensions.find(({ id }) => id === areaVariable)?.members ?? [];
  const used = members.flatMap(({ key, labels }) => {
    const at = { [areaVariable]: key };
    const cell = raw.cells.find((one) => one.at[areaVariable] === key && isAlone(one.at));
    const direct = findCell(released, at);
    const isOpen = direct !== undefined && direct.flag !== 'c';
    return cell && isOpen && cell.n >= fewestAnswers && cell.estimate.value !== null
      ? [{ key, labels, cell, direct }]
      : [];
  });
  const answers = used.reduce((sum, { cell }) => sum + cell.n, 0);
  const overall = used.reduce((sum, { cell }) => sum + cell.n * cell.estimate.value!, 0) / answers;
  const variances = smoothedVariances(
    used.map(({ cell }) => ({ n: cell.n, deff: cell.estimate.deff })),
    overall
  );
  const model = modelAreas(
    used.map(({ key, cell }, d) => ({
      id: key,
      value: cell.estimate.value,
      variance: variances[d]!,
      isReleased: true
    }))
  );
  if (typeof model === 'string') return { ok: false, reason: model };
  const people = used.map(({ cell }) => cell.estimate.sumWeights);
  const total = used.reduce((sum, { cell }, d) => sum + people[d]! * cell.estimate.value!, 0);
  const scaled = benchmarked(model, people, total);
  return {
    ok: true,
    factor: scaled?.factor ?? 1,
    areas: (scaled?.model ?? model).areas.map((area): ModelledShare => {
      const { labels, direct } = used.find(({ key }) => key === area.id)!;
      return {
        area: area.id,
        labels,
        direct: { value: direct.value, flag: direct.flag, reason: direct.reason },
        value: round(area.value),
        low: round(area.low),
        high: round(area.high),
        ownWeight: round(area.gamma),
        isMostlyAverage: area.isMostlyExpected
      };
    })
  };
}

const isAlone = (at: Record<string, string>): boolean => Object.keys(at).length === 1;

/** Shares stay between 0 and 1 and are told to a hundredth. */
const round = (share: number): number => Math.round(100 * Math.min(1, Math.max(0, share))) / 100;
