import type { Flag, SampleType } from '$lib/privacy/table';

/**
 * Everything a figure says, once: screen, table, CSV, SVG, PNG, alt text and speech repeat it and
 * cannot differ. Made by `buildModel` from released tables; strings are in the reader's language.
 */
export interface ChartModel {
  id: string;
  type: ChartType;
  dir: 'ltr' | 'rtl';
  language: 'en' | 'es';
  /** a finding with its number */
  title: string;
  /** what, who, where, when */
  subtitle: string;
  finding: string;
  /** heading of the row labels: "Housing" */
  rowHeading: string;
  rows: ModelRow[];
  /** stacked charts: the parts in order; else empty. `apart` stands beside the stack ("Don't know"). */
  parts: { key: string; label: string; apart: boolean }[];
  /** stacked charts: colours run one way, or from one side to the other */
  ramp: 'sequential' | 'diverging';
  /** columns of the table in order; `tableOf` fills them */
  columns: { key: string; label: string }[];
  reference: ModelReference | null;
  axis: ModelAxis;
  map: ModelMap | null;
  /** what the marks mean, only those used */
  key: KeyItem[];
  notes: string[];
  /** survey, wave, dates, answers, weighting, what is hidden */
  source: string;
  flagsUsed: { flag: Flag; text: string }[];
  alt: { what: string; facts: string[]; pattern: string };
  /** sha256 of the released table this was made from, when known; the short form is its first 8 */
  hash: string | null;
  isSample: boolean;
  /** decides which words may stand beside the figure; the strictest where waves differ */
  sampleType: SampleType;
}

export type ChartType = 'ranked-bar' | 'dot-whisker' | 'stacked-ordinal' | 'choropleth';

export interface ModelRow {
  key: string;
  label: string;
  flag: Flag;
  /** 0..1 for proportions; null when hidden or not available */
  value: number | null;
  low: number | null;
  high: number | null;
  n: number | null;
  /** printed strings, the same in mark, table and CSV */
  valueText: string;
  rangeText: string;
  answersText: string;
  /** "612 answers"; empty for a hidden row */
  answersWords: string;
  /** "[c] Not shown, to protect privacy"; empty for an unflagged row */
  flagText: string;
  /** "[u] care", for beside the number; empty for an unflagged row */
  flagShort: string;
  /** whole spoken sentence: name, value, range, answers, flag words, "3 of 8" */
  speech: string;
  /** likely rank in words ("1st to 3rd"), where the figure ranks */
  rankText: string | null;
  /** gap to the reference, only where tested */
  gapText: string | null;
  gapRangeText: string | null;
  /** words on the line above, which parts it from a row it cannot be compared with */
  breakBefore?: string;
  /** stacked charts: one entry per part */
  parts: ModelPart[];
  /** stacked charts: the share of the answers that count together, where the figure has one */
  net: ModelPart | null;
  isFocus: boolean;
}

export interface ModelPart {
  key: string;
  value: number;
  low: number;
  high: number;
  flag: Flag;
  valueText: string;
  rangeText: string;
}

export interface ModelReference {
  label: string;
  value: number;
  low: number;
  high: number;
  valueText: string;
  rangeText: string;
}

export interface ModelAxis {
  min: number;
  max: number;
  ticks: { at: number; label: string }[];
}

/** Areas in longitude and latitude (or any plane, y up), with the class of each shown value. */
export interface ModelMap {
  areas: { key: string; label: string; rings: [number, number][][] }[];
  /** class of each row with a value: 0 is the lowest */
  classOf: Record<string, number>;
  classes: { label: string }[];
}

export type KeyMark =
  | 'bar'
  | 'bar-care'
  | 'dot'
  | 'dot-care'
  | 'reference'
  | 'area-care'
  | 'area-private'
  | 'area-missing';

export interface KeyItem {
  mark: KeyMark;
  text: string;
}
