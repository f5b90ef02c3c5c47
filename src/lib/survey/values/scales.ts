import { bandsInOrder } from './bands';
import { isRangeAsDate } from './cell-repair';
import { SCALES, type ScaleDirection } from './scale-lexicon';

const normalise = (text: string): string =>
  text.toLowerCase().replaceAll('\u2019', "'").replace(/\s+/g, ' ').trim();

export interface ScaleMatch {
  id: string;
  /** values in order, low end first */
  order: string[];
  direction: ScaleDirection;
}

/** The scale whose steps hold every one of the values (at least three); null when there is none. */
export function findScale(values: readonly string[]): ScaleMatch | null {
  if (values.length < 3) return null;
  for (const scale of SCALES) {
    const step = (value: string): number =>
      scale.steps.findIndex((spellings) => spellings.includes(normalise(value)));
    if (!values.every((value) => step(value) >= 0)) continue;
    // Two wordings of one step would stand in no order: only a spelling may differ.
    const steps = new Set(values.map(step));
    if (steps.size < new Set(values.map(normalise)).size || steps.size < 3) continue;
    const order = [...values].sort((a, b) => step(a) - step(b));
    return { id: scale.id, order, direction: scale.direction };
  }
  return findAdverbScale(values) ?? findRanges(values) ?? findLabelledEnds(values);
}

const ADVERBS: [RegExp, number][] = [
  [/^not at all /, 0],
  [/^not (very|too) /, 1],
  [/^(slightly|a little) /, 2],
  [/^(somewhat|moderately|fairly) /, 3],
  [/^very /, 5],
  [/^(extremely|completely) /, 6]
];

/** `Not at all masculine`, `Not very masculine`, ..., `Very masculine`: one word, stepped by adverbs. */
function findAdverbScale(values: readonly string[]): ScaleMatch | null {
  const steps = values.map((value) => {
    const text = normalise(value);
    const adverb = ADVERBS.find(([pattern]) => pattern.test(text));
    return { value, word: adverb ? text.replace(adverb[0], '') : text, step: adverb?.[1] ?? 4 };
  });
  if (new Set(steps.map((each) => each.word)).size !== 1) return null;
  if (new Set(steps.map((each) => each.step)).size !== steps.length) return null;
  const order = steps.sort((a, b) => a.step - b.step).map((each) => each.value);
  return { id: 'adverbs', order, direction: null };
}

/** Bands such as `18-29`, `Under $25,000`, `$150,000+`: ordered by their first number. */
function findRanges(values: readonly string[]): ScaleMatch | null {
  const order = bandsInOrder(values);
  return order && { id: 'bands', order, direction: null };
}

/** `1 (None at all)`, `2`, ..., `10 (All my time)`: numbers with some ends in words. */
function findLabelledEnds(values: readonly string[]): ScaleMatch | null {
  if (values.some(isRangeAsDate)) return null;
  const points = values.map(
    (value) => /^(\d{1,2})\s*(?:[(\-–:=]\s*\p{L}.*)?$/su.exec(value.trim())?.[1]
  );
  if (points.some((point) => point === undefined)) return null;
  if (values.every((value) => /^\d+$/.test(value))) return null;
  if (new Set(points).size !== values.length) return null;
  const at = new Map(values.map((value, i) => [value, Number(points[i])]));
  const order = [...values].sort((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0));
  return { id: 'labelled-ends', order, direction: directionOfEnds(order) };
}

/** Words at both ends that stand on the same scale say which end is bad: `1 (Poor)` to `5 (Excellent)`. */
function directionOfEnds(order: readonly string[]): ScaleDirection {
  const [low, high] = [order[0], order.at(-1)].map((text) => normalise(endText(text ?? '')));
  for (const scale of SCALES) {
    const at = (text: string | undefined): number =>
      scale.steps.findIndex((spellings) => spellings.includes(text ?? ''));
    if (scale.direction === null || at(low) < 0 || at(high) < 0 || at(low) === at(high)) continue;
    return at(low) < at(high) ? scale.direction : opposite(scale.direction);
  }
  return null;
}

/** `1 (None at all)`, `5 - Excellent`: the words beside the number. */
const endText = (text: string): string =>
  text.replace(/^\d{1,2}\s*[(\-–:=]?\s*/, '').replace(/\)$/, '');

const opposite = (direction: ScaleDirection): ScaleDirection =>
  direction === 'low-is-bad' ? 'low-is-good' : direction === 'low-is-good' ? 'low-is-bad' : null;

/**
 * Which end of a scale is bad, for categories in the order of their codes: the scale says it for its low
 * end, and codes may run the other way (1 = Excellent). Null when nothing says so; codes without labels
 * never do.
 *
 * @param labels texts of the categories in their order
 */
export function directionOf(labels: readonly string[]): ScaleDirection {
  const match = findScale(labels);
  if (!match || match.direction === null) return null;
  const places = labels.map((label) => match.order.indexOf(label));
  if (places.every((place, i) => i === 0 || place > (places[i - 1] ?? 0))) return match.direction;
  if (places.every((place, i) => i === 0 || place < (places[i - 1] ?? 0)))
    return opposite(match.direction);
  return null;
}

const YES = ['yes', 'y', 'true', 't', 'sí', 'si', 's', 'x', 'checked'];
const NO = ['no', 'n', 'false', 'f', 'unchecked'];

/** Is this one of the usual spellings of yes (true) or no (false)? null when neither. */
export function findYesNo(text: string): boolean | null {
  const plain = normalise(text);
  return YES.includes(plain) ? true : NO.includes(plain) ? false : null;
}
