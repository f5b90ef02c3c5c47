import type { ChartModel } from './model';

/** Every text a figure prints or speaks, in any of its outputs; what the lint of words reads. */
export function modelTexts(model: ChartModel): string[] {
  const { title, subtitle, finding, rowHeading, notes, source, alt } = model;
  return [
    title,
    subtitle,
    finding,
    rowHeading,
    source,
    ...notes,
    alt.what,
    ...alt.facts,
    alt.pattern,
    ...model.key.map(({ text }) => text),
    ...model.columns.map(({ label }) => label),
    ...model.parts.map(({ label }) => label),
    ...model.flagsUsed.map(({ text }) => text),
    ...model.rows.flatMap((row) => [
      row.label,
      row.speech,
      row.valueText,
      row.rangeText,
      row.answersWords,
      row.flagText,
      row.rankText ?? '',
      row.gapText ?? '',
      row.gapRangeText ?? '',
      row.breakBefore ?? ''
    ])
  ].filter((text) => text !== '');
}
