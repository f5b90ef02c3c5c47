import { tabulateReplicates } from './tabulate-replicates';
import { tabulateRows } from './tabulate-rows';
import { tabulateUnits } from './tabulate-units';
import type { Design } from '../design/design';
import type { TabulationRequest } from '../design/domain';
import type { Tabulation } from './tabulation';

/** Fills a tabulation from typed arrays. Rows outside the design are in no cell, whatever `cell` says. */
export function tabulate(design: Design, request: TabulationRequest): Tabulation {
  const cell = design.excluded ? withoutExcluded(design.excluded, request) : request.cell;
  const clean = { cell, cells: request.cells, measures: request.measures ?? [] };
  if (design.replicates) return tabulateReplicates(design, design.replicates, clean);
  return design.psu ? tabulateUnits(design, design.psu, clean) : tabulateRows(design, clean);
}

function withoutExcluded(excluded: Uint8Array, { cell, cells }: TabulationRequest): Uint32Array {
  const kept = cell.slice();
  for (let i = 0; i < kept.length; i++) if (excluded[i]) kept[i] = cells;
  return kept;
}
