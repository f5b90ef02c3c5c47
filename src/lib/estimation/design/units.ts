import { DesignError } from './design-error';

/** A categorical column: code 0 = missing, code k = `labels[k - 1]`. */
export interface Keys {
  codes: Uint8Array | Uint16Array | Uint32Array;
  labels: readonly string[];
}

/** Sampling units of one stage, numbered so that those of one parent are neighbours. */
export interface Units {
  /** unit of each row */
  index: Uint32Array;
  labels: string[];
  /** units inside each parent */
  perParent: Uint32Array;
  /** units of parent p are numbered `first[p]` up to `first[p + 1]` */
  first: Uint32Array;
  parentOf: Uint32Array;
  codeOf: Uint32Array;
  excluded: Uint8Array | null;
}

interface Nesting {
  rows: number;
  excluded: Uint8Array | null;
  /** null = the population as a whole */
  parent: Units | null;
  /** null = one unit */
  keys: Keys | null;
  /** 0 = strata, for the message */
  stage: number;
}

/** Units are pairs (parent, code). @throws DesignError when a row of the design has no code */
export function nestUnits({ rows, excluded, parent, keys, stage }: Nesting): Units {
  const parents = parent ? parent.labels.length : 1;
  const codes = keys ? keys.labels.length + 1 : 1;
  const units = unitOfPair(parents * codes, rows);
  const parentOf: number[] = [];
  const codeOf: number[] = [];
  const found = new Uint32Array(rows);
  for (let i = 0; i < rows; i++) {
    if (excluded?.[i]) continue;
    const code = keys ? keys.codes[i]! : 0;
    if (keys && code === 0)
      throw stage === 0
        ? new DesignError('stratum-missing', { row: i + 1 })
        : new DesignError('psu-missing', { row: i + 1, stage });
    const home = parent ? parent.index[i]! : 0;
    const pair = home * codes + code;
    let unit = units.get(pair);
    if (unit === 0) {
      unit = parentOf.push(home);
      codeOf.push(code);
      units.set(pair, unit);
    }
    found[i] = unit - 1;
  }
  const label = (unit: number): string =>
    keys ? (keys.labels[codeOf[unit]! - 1] ?? '') : 'the whole sample';
  return groupByParent({ found, excluded, parents, parentOf, codeOf, label });
}

/** The unit of each pair (parent, code), from 1; 0 = the pair has none yet. */
interface UnitOfPair {
  get: (pair: number) => number;
  set: (pair: number, unit: number) => void;
}

/** A plain table where all pairs fit, since there is a look-up for every row. */
function unitOfPair(pairs: number, rows: number): UnitOfPair {
  if (pairs > Math.max(4 * rows, 1024)) {
    const units = new Map<number, number>();
    return { get: (pair) => units.get(pair) ?? 0, set: (pair, unit) => void units.set(pair, unit) };
  }
  const units = new Uint32Array(pairs);
  return { get: (pair) => units[pair]!, set: (pair, unit) => (units[pair] = unit) };
}

interface Found {
  found: Uint32Array;
  excluded: Uint8Array | null;
  parents: number;
  parentOf: number[];
  codeOf: number[];
  label: (unit: number) => string;
}

function groupByParent({ found, excluded, parents, parentOf, codeOf, label }: Found): Units {
  const units = parentOf.length;
  const perParent = new Uint32Array(parents);
  for (const home of parentOf) perParent[home]!++;
  const first = new Uint32Array(parents + 1);
  for (let p = 0; p < parents; p++) first[p + 1] = first[p]! + perParent[p]!;
  const next = first.slice(0, parents);
  const order = new Uint32Array(units);
  const labels = new Array<string>(units);
  const sortedParent = new Uint32Array(units);
  const sortedCode = new Uint32Array(units);
  for (let u = 0; u < units; u++) {
    const place = next[parentOf[u]!]!++;
    order[u] = place;
    labels[place] = label(u);
    sortedParent[place] = parentOf[u]!;
    sortedCode[place] = codeOf[u]!;
  }
  const index = found;
  for (let i = 0; i < index.length; i++) if (!excluded?.[i]) index[i] = order[index[i]!]!;
  return { index, labels, perParent, first, parentOf: sortedParent, codeOf: sortedCode, excluded };
}
