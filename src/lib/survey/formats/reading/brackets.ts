/** The last `[...]` of a text, brackets inside it included; `inside` null when it does not end so. */
export function lastBracket(text: string): { before: string; inside: string | null } {
  if (!text.endsWith(']')) return { before: text, inside: null };
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    if (text[i] === ']') depth++;
    else if (text[i] === '[' && --depth === 0)
      return { before: text.slice(0, i).trim(), inside: text.slice(i + 1, -1).trim() };
  }
  return { before: text, inside: null };
}
