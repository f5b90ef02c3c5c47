import { advanceWidths, charactersBeyondAscii } from './text-widths';

export type TextWeight = 400 | 600 | 700;

const index = new Map<string, number>();
for (let code = 0x20; code <= 0x7e; code++) index.set(String.fromCharCode(code), code - 0x20);
[...charactersBeyondAscii].forEach((character, i) => index.set(character, 0x7f - 0x20 + i));

/** A letter our typeface lacks is drawn by another one: about as wide as a wide letter of ours. */
const unknownWidth = 800;

/**
 * Width of a line of text in Public Sans, in the unit of `size`. From a table of advance widths, so that
 * a server, a browser and a test place the same label at the same spot. Kerning is left out: it would
 * only make lines shorter.
 */
export function textWidth(text: string, size: number, weight: TextWeight = 400): number {
  const widths = advanceWidths[weight];
  let sum = 0;
  for (const character of text) sum += widths[index.get(character) ?? -1] || unknownWidth;
  return (sum * size) / 1000;
}

/** Width of the widest text; 0 for none. */
export const maxTextWidth = (
  texts: readonly string[],
  size: number,
  weight: TextWeight = 400
): number => texts.reduce((widest, text) => Math.max(widest, textWidth(text, size, weight)), 0);

/** The words in lines no wider than `width`; a single longer word keeps its own line, nothing is cut. */
export function wrapText(text: string, size: number, weight: TextWeight, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size, weight) <= width)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
