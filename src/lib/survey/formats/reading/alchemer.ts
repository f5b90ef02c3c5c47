import type { Sheet } from '../../sheet/sheet';
import { unnamed, type ColumnHint } from '../format';

const WRITE_IN = /^other - write in( \(required\))?$/i;

/**
 * Hints from `Option:Question` and `Part:Question`. Both may hold colons: the question is what most
 * headings share, and of those the longest.
 */
export function readAlchemer(sheet: Sheet): ColumnHint[] {
  const headings = sheet.columns.map((column) => column.heading);
  const counts = new Map<string, number>();
  for (const heading of headings)
    for (const { question } of cuts(heading)) counts.set(question, (counts.get(question) ?? 0) + 1);
  return headings.map((heading): ColumnHint => {
    let best: { item: string; question: string } | null = null;
    for (const cut of cuts(heading)) {
      const isBetter =
        best === null || (counts.get(cut.question) ?? 0) > (counts.get(best.question) ?? 0);
      if (isBetter) best = cut;
    }
    if (!best) return { labels: unnamed(heading) };
    const { item, question } = best;
    const isWriteIn = WRITE_IN.test(item);
    // The words beside a single choice, which has a column of its own.
    if (isWriteIn && headings.includes(question))
      return { labels: unnamed(`${question}: ${item}`), kind: 'other-specify' };
    if ((counts.get(question) ?? 0) < 2) return { labels: unnamed(heading) };
    return {
      group: { id: question, labels: unnamed(question) },
      labels: unnamed(item),
      code: item,
      ...(isWriteIn && { isOtherText: true })
    };
  });
}

/** Every way to cut a heading at a colon, the longest question first. */
function cuts(heading: string): { item: string; question: string }[] {
  const found: { item: string; question: string }[] = [];
  for (let at = heading.indexOf(':'); at > 0; at = heading.indexOf(':', at + 1)) {
    const question = heading.slice(at + 1).trim();
    if (question !== '') found.push({ item: heading.slice(0, at).trim(), question });
  }
  return found;
}
