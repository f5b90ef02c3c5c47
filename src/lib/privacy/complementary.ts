import { exposedCounts, isProtected } from './audit';
import { baseGrid } from './counts';
import { PartnerSearch, sizeOf, together } from './partners';
import { isTelling, isTooFew } from './primary';
import type { AuditOptions, Exposure, Knowledge, OtherTable } from './audit';
import type { CountCell, CountGrid } from './counts';

/**
 * Marks every cell that must not be shown: primary suppression, then complementary suppression until
 * the audit finds nothing hidden bounded closer than the threshold.
 *
 * Only counts decide, never values or reliability, and outer cells are settled before inner ones: so a
 * margin is hidden or shown alike in every table it appears in. First comes what follows from the
 * number of answers alone, which is the same for every measure with the same base; then what follows
 * from the answers. A cell that is shown as too imprecise counts as known.
 */
export function suppress(grid: CountGrid, threshold: number): void {
  const bases = baseGrid(grid);
  settle(bases, threshold, (cell) => isTooFew(cell, threshold), ['here']);
  for (const { index, isHidden } of bases.cells)
    if (isHidden)
      for (const cell of grid.bases[index]!) [cell.isHidden, cell.isBaseHidden] = [true, true];
  // All answers to a question say how many answered; where classes overlap, nothing adds up to it.
  const isYesOrNo =
    grid.isWhole && grid.cells.every(({ index }) => grid.bases[index]!.length === 1);
  const outsiders: Knowledge[] = isYesOrNo ? ['everywhere', 'here'] : ['here'];
  settle(grid, threshold, (cell) => isTelling(cell, threshold), outsiders);
}

/**
 * The same for a narrower measure whose broader one is settled: what that hides is hidden here too, and
 * what it shows of a cell is known: the numerator, and both bases together.
 */
export function suppressNarrower(grid: CountGrid, broader: CountGrid, threshold: number): void {
  grid.cells.forEach((cell, i) => {
    const { isHidden, isBaseHidden } = broader.cells[i]!;
    Object.assign(cell, { isHidden, isBaseHidden, isFirstKnown: !isHidden });
  });
  settle(grid, threshold, (cell) => isTooFew(cell, threshold) || isTelling(cell, threshold), [
    'here'
  ]);
}

/** Outer cells first; each way of splitting by itself, so that others beside it change nothing. */
function settle(
  grid: CountGrid,
  threshold: number,
  isPrimary: (cell: CountCell) => boolean,
  outsiders: readonly Knowledge[]
): void {
  const deepest = Math.max(0, ...grid.cells.map((cell) => cell.depth));
  for (let depth = 0; depth <= deepest; depth++) {
    const ways = new Map(
      grid.cells
        .filter((cell) => cell.depth === depth)
        .map(({ splits }) => [splits.join('\u0000'), splits])
    );
    for (const splits of ways.values()) {
      const isPart = (cell: CountCell): boolean => cell.splits.every((id) => splits.includes(id));
      const part: CountGrid = {
        ...grid,
        cells: grid.cells.filter(isPart),
        lines: grid.lines.filter(({ parts }) => isPart(parts[0]!))
      };
      settleTogether(part, depth, threshold, isPrimary, outsiders);
    }
  }
}

function settleTogether(
  grid: CountGrid,
  depth: number,
  threshold: number,
  isPrimary: (cell: CountCell) => boolean,
  outsiders: readonly Knowledge[]
): void {
  const cells = grid.cells.filter((cell) => cell.depth === depth);
  for (const cell of cells) if (isPrimary(cell) || isInsideHidden(grid, cell)) cell.isHidden = true;
  for (const cell of cells.filter(isHidden)) hide(together(grid, cell));
  const first = new Set(cells.filter(isHidden));
  const further: CountCell[] = [];
  const tolerated = new Set<string>();
  const audits = outsiders.map((knowledge): Audit => ({
    options: { depth, threshold, knowledge },
    found: []
  }));
  for (const { options, found } of audits)
    further.push(...protect(grid, options, found, tolerated));
  prune(
    grid,
    audits,
    further.filter((cell) => !first.has(cell)),
    tolerated
  );
}

/** What one outsider knows, and the other tables found so far that would tell the same. */
interface Audit {
  options: AuditOptions;
  found: OtherTable[];
}

const isHidden = (cell: CountCell): boolean => cell.isHidden;

const hide = (cells: readonly CountCell[]): void => {
  for (const cell of cells) cell.isHidden = true;
};

/**
 * Inside a hidden margin the same is hidden: the parts would add up to it. Where only some answers of a
 * margin are hidden, all answers inside are: their sum would tell how many of the hidden ones there are.
 */
function isInsideHidden(grid: CountGrid, { index }: CountCell): boolean {
  return grid.parents[index]!.some(
    (parent) =>
      parent.isHidden || (parent.depth > 0 && grid.bases[parent.index]!.some(isHiddenHere(grid)))
  );
}

/** Hidden for itself, not because the same answer of everyone is. */
const isHiddenHere =
  (grid: CountGrid) =>
  (cell: CountCell): boolean =>
    cell.isHidden && !grid.parents[cell.index]!.some(isHidden);

const nameOf = ({ target }: Exposure): string =>
  target.map(({ cell, part }) => `${cell.index}.${part}`).join(' ');

/** Hides more until nothing is exposed but what no hiding here can protect; returns what it hid. */
function protect(
  grid: CountGrid,
  options: AuditOptions,
  found: OtherTable[],
  tolerated: Set<string>
): CountCell[] {
  const further: CountCell[] = [];
  const hideMore = (cells: readonly CountCell[]): void => {
    hide(cells);
    further.push(...cells);
  };
  const canTolerate = options.knowledge === 'everywhere';
  for (;;) {
    const open = exposedCounts(grid, options, found).filter(
      (each) => !canTolerate || !tolerated.has(nameOf(each))
    );
    if (open.length === 0) return further;
    const before = further.length;
    const search = new PartnerSearch(grid, options);
    for (const exposure of open) {
      const finding = search.partnersFor(exposure);
      hideMore((finding?.partners ?? []).filter((cell) => !cell.isHidden));
      if (finding?.table) found.push(finding.table);
    }
    if (further.length > before) continue;
    // Where other measures show the number who answered, some counts have no room at all.
    if (canTolerate) for (const exposure of open) tolerated.add(nameOf(exposure));
    else {
      const rest = innermostShown(grid, options.depth);
      if (rest.length === 0) return further;
      hideMore(rest);
    }
  }
}

/**
 * The shown cells of a depth. In up to two splits margins stay as they are, or tables that share them
 * would differ; three splits are in one table only, so their margins may go too.
 */
function innermostShown(grid: CountGrid, depth: number): CountCell[] {
  for (let level = depth; level >= (depth > 2 ? 0 : depth); level--) {
    const shown = grid.cells.filter((cell) => cell.depth === level && !cell.isHidden);
    if (shown.length > 0) return shown;
  }
  return [];
}

/** Shows again what turned out not to be needed, largest first. */
function prune(
  grid: CountGrid,
  audits: readonly Audit[],
  further: readonly CountCell[],
  tolerated: ReadonlySet<string>
): void {
  for (const cell of [...further].sort((a, b) => sizeOf(b) - sizeOf(a) || a.index - b.index)) {
    if (!cell.isHidden || leavesOneAlone(grid, cell)) continue;
    const shown = together(grid, cell);
    for (const each of shown) each.isHidden = false;
    const base = grid.bases[cell.index]!;
    const isSafe = audits.every((audit) => {
      const kept = audit.found.filter((table) => !table.some((atom) => base.includes(atom.cell)));
      const { knowledge } = audit.options;
      const isGood = isProtected(
        grid,
        audit.options,
        kept,
        (each) => knowledge === 'everywhere' && tolerated.has(nameOf(each))
      );
      if (isGood) audit.found = kept;
      return isGood;
    });
    if (!isSafe) hide(shown);
  }
}

/** Shown again, a cell would leave one hidden cell in a line: what the audit finds too, later. */
const leavesOneAlone = (grid: CountGrid, cell: CountCell): boolean =>
  grid.lines.some(
    ({ margin, parts }) =>
      (margin === cell || parts.includes(cell)) &&
      Number(margin.isHidden) + parts.filter(isHidden).length === 1
  );
