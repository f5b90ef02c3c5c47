import type { MissingReason } from '$lib/codebook/codebook';
import type { ColumnPair } from './pair-columns';
import { ownOf, type Sight, type Template } from './template';

/** A code for no answer in one column, then and now. */
export interface MissingColumn {
  pair: ColumnPair;
  /** cells; null where nobody counted them */
  before: number | null;
  now: number | null;
  /** the file gives the code another meaning: another reason, or an answer */
  means: MissingReason | 'answer' | null;
}

/** A code for no answer that is not as often, or does not mean, what it did. */
export interface MissingDifference {
  token: string;
  reason: MissingReason;
  columns: MissingColumn[];
  before: number | null;
  now: number | null;
  /** the meaning differs in some column, or the code is new there */
  isOther: boolean;
}

/**
 * Codes that stand for no answer, with the cells that hold them before and now: every code whose count
 * or meaning differs. A code is never used again without that being shown. Blank cells mean what they
 * always do and are left out.
 */
export function missingDifferences(
  template: Template,
  pairs: readonly ColumnPair[],
  seen?: Sight
): MissingDifference[] {
  const found = new Map<string, MissingDifference>();
  for (const pair of pairs) {
    const old = template.plan.variables.find(({ name }) => name === pair.before.variable.name);
    if (!old?.include) continue;
    const fresh = pair.now.variable;
    const cells = ownOf(seen?.cells ?? {}, fresh.name) ?? {};
    // Of numbers and words only the codes the program knows are counted.
    const counted = (token: string): number | null =>
      ownOf(cells, token) ?? (seen && fresh.kind === 'categorical' ? 0 : null);
    for (const { token, reason } of old.missing) {
      if (token === '') continue;
      const is = fresh.missing.find((one) => one.token === token);
      const isAnswer = !is && fresh.categories.some(({ code }) => code === token);
      const proposed = pair.before.variable.missing.find((one) => one.token === token);
      // What a person decided against the proposal is no change when the proposal is the same again.
      const means = isAnswer
        ? proposed
          ? ('answer' as const)
          : null
        : is && is.reason !== reason && is.reason !== proposed?.reason
          ? is.reason
          : null;
      const before = ownOf(ownOf(template.seen.cells, old.name) ?? {}, token) ?? 0;
      add(found, { token, reason }, { pair, before, now: counted(token), means });
    }
    for (const { token, reason } of fresh.missing)
      if (
        token !== '' &&
        !old.missing.some((one) => one.token === token) &&
        !pair.before.variable.missing.some((one) => one.token === token)
      )
        add(
          found,
          { token, reason },
          { pair, before: 0, now: counted(token), means: reason },
          'new'
        );
  }
  return [...found.values()].filter(
    ({ columns, isOther }) =>
      isOther ||
      columns.some(({ before, now }) =>
        now === null ? seen !== undefined && before !== 0 : before !== now
      )
  );
}

function add(
  found: Map<string, MissingDifference>,
  { token, reason }: { token: string; reason: MissingReason },
  column: MissingColumn,
  state: 'known' | 'new' = 'known'
): void {
  const key = `${state} ${reason} ${token}`;
  const entry = found.get(key) ?? {
    token,
    reason,
    columns: [],
    before: 0,
    now: 0,
    isOther: false
  };
  entry.columns.push(column);
  entry.before = sum(entry.before, column.before);
  entry.now = sum(entry.now, column.now);
  entry.isOther ||= column.means !== null;
  found.set(key, entry);
}

const sum = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a + b;
