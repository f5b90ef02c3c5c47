import { estimateProportion } from '$lib/estimation/estimates/estimate-proportion';
import { countRows, ratedServices } from './answered';
import { lacking } from './refuse';
import { shareItems } from './score-items';
import type { Parsed } from '$lib/base/issue';
import type { Estimate } from '$lib/estimation/estimates/estimate';
import type { PriorityContext, PriorityItem, ScorePart, Scores } from './definition';

/** A service with both ratings of the same people on one scale. */
export interface PairedService extends PriorityItem {
  importance: Float64Array;
  performance: Float64Array;
  /** 1 = more important than it is good, 0 = not, NaN = not both rated */
  isShort: Float64Array;
  /** people who rate it below, at and above its importance, and those of each rating's top */
  classes: number[];
  shortShare: Estimate;
}

/** Services with complete pairs; null where the answers are not numbers on one scale. */
export function pairedServices({
  responses,
  design,
  services
}: PriorityContext): PairedService[] | null {
  if (!services) return null;
  const rated = ratedServices(responses, services);
  if (rated.length === 0 || rated.some(({ pairs }) => !pairs)) return null;
  return rated.map(({ key, labels, pairs, important, satisfied }) => {
    const { importance, performance } = pairs!;
    const order = importance.map((value, i) => Math.sign(value - performance[i]!));
    const isShort = order.map((sign) => (Number.isNaN(sign) ? NaN : sign > 0 ? 1 : 0));
    return {
      key,
      labels,
      importance,
      performance,
      isShort,
      classes: [
        ...[1, 0, -1].map((sign) => countRows(design, order, sign)),
        ...[important, satisfied].flatMap((mark) => [
          countRows(design, mark, 1),
          countRows(design, mark, 0)
        ])
      ],
      shortShare: estimateProportion(design, isShort, { within: 'all' })
    };
  });
}

/** Scores from complete pairs. Refused `priority-no-services`, `priority-no-numbers`. */
export function fromPairs(
  context: PriorityContext,
  scoresOf: (paired: readonly PairedService[]) => Omit<Scores, 'leftOut' | 'kept'>
): Parsed<Scores> {
  if (!context.services) return lacking('priority-no-services');
  const paired = pairedServices(context);
  if (!paired) return lacking('priority-no-numbers');
  return { ok: true, value: { ...scoresOf(paired), leftOut: [], kept: null } };
}

/** The shared input of both gap methods: how many rate it below its importance. */
export const gapPart = (
  { design }: PriorityContext,
  paired: readonly PairedService[]
): ScorePart => ({
  id: 'gap',
  from: 'survey',
  statistic: 'proportion',
  items: shareItems(
    design,
    paired.map(({ isShort, ...service }) => ({ ...service, member: isShort }))
  ).items
});
