import { joinWords, lowerFirst } from '$lib/text/format';
import type { Text } from '$lib/text/text';
import type { PlainModel } from './definition';
import type { ChartModel, KeyItem, KeyMark } from './model';

/** What a mark's length or place stands for, inside a sentence: "share"; "value". */
export function valueName(model: PlainModel, text: Text): string {
  const column = model.columns.find(({ key }) => key === 'value');
  return lowerFirst(
    model.type === 'stacked-ordinal' || !column ? text.figures.columns.value : column.label
  );
}

/**
 * Facts every chart tells: the largest and smallest number with their ranges, the reference, how many
 * rows are to be used with care or hidden; and as pattern only what a test supports.
 */
export function describeRows(model: PlainModel, text: Text): ChartModel['alt'] {
  const words = text.figures.alt;
  const shown = model.rows.filter((row) => row.value !== null && row.flag === '');
  const sorted = [...shown].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const [top, bottom] = [sorted[0], sorted.at(-1)];
  const count = (flag: string): number => model.rows.filter((row) => row.flag === flag).length;
  const facts: string[] = [];
  if (top) facts.push(words.highest(top.label, top.valueText, top.rangeText));
  if (bottom && bottom !== top)
    facts.push(words.lowest(bottom.label, bottom.valueText, bottom.rangeText));
  if (model.reference) {
    const { label, valueText, rangeText } = model.reference;
    facts.push(words.reference(label, valueText, rangeText));
  }
  if (count('u') > 0) facts.push(words.care(String(count('u'))));
  if (count('c') > 0) facts.push(words.hidden(String(count('c'))));
  return {
    what: words[model.type](String(model.rows.length), model.title),
    facts,
    pattern: patternOf(model, text)
  };
}

function patternOf(model: PlainModel, text: Text): string {
  if (!model.reference) return '';
  const words = text.figures.alt;
  const tested = model.rows.filter((row) => row.gapText !== null).map((row) => row.label);
  return tested.length > 0
    ? words.tested(joinWords(tested, model.language), model.reference.label)
    : words.noneTested(model.reference.label);
}

/** Key entries for the flags a figure uses; `care` names the mark drawn for few answers. */
export function flagKey(model: PlainModel, text: Text, care: KeyMark): KeyItem[] {
  const words = text.figures.key;
  const used = new Set(model.flagsUsed.map(({ flag }) => flag));
  return used.has('u') ? [{ mark: care, text: words.care }] : [];
}
