/** What a slot prints of its frozen number. */
const slotFields = ['value', 'range', 'answers', 'phrase'] as const;
export type SlotField = (typeof slotFields)[number];

export type ClaimPart =
  { kind: 'words'; text: string } | { kind: 'slot'; slot: string; field: SlotField };

const slotPattern = /\{\{\s*([a-z][a-z0-9_]*)\.([a-z]+)\s*\}\}/g;

const isField = (text: string): text is SlotField => slotFields.includes(text as SlotField);

/**
 * A claim's sentence as words and slots: "{{a.value}} of renters skipped meals ({{a.range}})".
 * A slot with an unknown field stays words, so that the check of the sentence finds it.
 */
export function parseClaim(template: string): ClaimPart[] {
  const parts: ClaimPart[] = [];
  let from = 0;
  for (const match of template.matchAll(slotPattern)) {
    const [whole, slot = '', field = ''] = match;
    if (!isField(field)) continue;
    if (match.index > from) parts.push({ kind: 'words', text: template.slice(from, match.index) });
    parts.push({ kind: 'slot', slot, field });
    from = match.index + whole.length;
  }
  if (from < template.length) parts.push({ kind: 'words', text: template.slice(from) });
  return parts;
}

/** Names of the slots, once each, in order. */
export const slotsOf = (template: string): string[] => [
  ...new Set(parseClaim(template).flatMap((part) => (part.kind === 'slot' ? [part.slot] : [])))
];
