import type { CellKey } from '$lib/privacy/table';

const escape = (text: string): string => encodeURIComponent(text);

/** One text for one cell: `tenure=rent&wave=2026`, sorted; '' is everyone. Stable across years. */
export const cellName = (at: CellKey): string =>
  Object.keys(at)
    .sort()
    .map((dimension) => `${escape(dimension)}=${escape(at[dimension] ?? '')}`)
    .join('&');

/** A compared pair: `tenure=rent|tenure=own`. */
export const contrastName = (a: CellKey, b: CellKey): string => `${cellName(a)}|${cellName(b)}`;

/** The cell a name stands for. */
export const parseCellName = (name: string): CellKey =>
  Object.fromEntries(
    name
      .split('&')
      .filter(Boolean)
      .map((part) => part.split('=').map(decodeURIComponent) as [string, string])
  );
