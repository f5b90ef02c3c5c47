/**
 * How the people were chosen. It decides thresholds, which ranges exist, and which words may be used.
 *
 * `probability`: drawn at random by a stated design. `address-based`: addresses drawn at random, of
 * which few answered. `casper`: a two-stage cluster sample of a whole community (30 clusters of 7
 * homes). `census`: everyone was asked. `membership`: everyone on a list was asked. `opt-in`: whoever
 * wanted took part. `administrative`: counted from records.
 */
export const sampleTypes = [
  'probability',
  'address-based',
  'casper',
  'census',
  'membership',
  'opt-in',
  'administrative'
] as const;

export type SampleType = (typeof sampleTypes)[number];

/** Chance decided who was asked, so that sampling error can be worked out. */
export const isRandomSample = (type: SampleType): boolean =>
  type === 'probability' || type === 'address-based' || type === 'casper';

/**
 * What a range beside a number means: `sampling`, the error of a random draw; `model`, an interval
 * that holds only if weighting removes selection bias (AAPOR 2016, guidance on opt-in samples);
 * `none`, where nobody was drawn.
 */
export type RangeKind = 'sampling' | 'model' | 'none';

export const rangeKindOf = (type: SampleType): RangeKind =>
  type === 'opt-in'
    ? 'model'
    : type === 'census' || type === 'administrative'
      ? 'none'
      : 'sampling';

/** A CASPER speaks for the whole community: its clusters are too few for areas and groups. */
export const speaksForWholeOnly = (type: SampleType): boolean => type === 'casper';

/** Types from the one that allows the fewest words to the one that allows most. */
const fewestWordsFirst: readonly SampleType[] = [
  'opt-in',
  'administrative',
  'membership',
  'census',
  'casper',
  'address-based',
  'probability'
];

/** The type that allows the fewest words; null without any. */
export const strictestSample = (types: readonly SampleType[]): SampleType | null =>
  fewestWordsFirst.find((type) => types.includes(type)) ?? null;
