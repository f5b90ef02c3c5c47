/** Confidence levels, in percent, that published margins of error come with. */
export const marginLevels = [90, 95, 99] as const;
export type MarginLevel = (typeof marginLevels)[number];
