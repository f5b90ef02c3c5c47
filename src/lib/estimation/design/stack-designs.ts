import { makeDesign } from './design';
import { calibratedDesign } from './projection';
import type { Parsed } from '$lib/base/issue';
import type { AuxiliaryTerm } from './auxiliary';
import type { Design, DesignInput } from './design';
import type { ReplicateInput } from './replicates';
import type { Keys } from './units';

/** One wave of a stack: its design before it is made, and what its weights were calibrated to. */
export interface StackedWave {
  input: DesignInput;
  /** calibrated weights with the terms whose totals they meet; `input.weights` are those before */
  calibration?: { weights: Float64Array; terms: readonly AuxiliaryTerm[] } | null;
}

/** Several waves as one design, in which each wave is a domain. */
export interface Stack {
  design: Design;
  /** wave w has the rows `first[w]` up to `first[w + 1]` */
  first: number[];
}

/** Why waves of one panel cannot be stacked; the code of the issue is `stack-` and the reason. */
export type StackReason =
  'without-units' | 'strata-differ' | 'no-shared-unit' | 'two-stage' | 'replicates-differ';

/**
 * Waves stacked into one design, so that a contrast of two of them carries their covariance (Lumley
 * 2010, chapter 2: domains of one design).
 *
 * With `panel`, the waves visited the same PSUs: equal stratum and PSU codes are one stratum and one
 * PSU, and each wave keeps its own rows. Without it, every wave has strata of its own, its covariance
 * with the others is 0, and the degrees of freedom add up.
 *
 * Calibrated waves keep their own totals: the part of a score that a wave's totals explain is taken
 * out in that wave alone. Replicate weights are stacked column by column, which is right only where
 * the waves share their PSUs and the columns were made alike.
 *
 * @returns `stack-without-units` (a panel needs PSUs), `stack-strata-differ`, `stack-no-shared-unit`
 *   (no PSU code occurs in two waves), `stack-two-stage`, `stack-replicates-differ` as issues
 * @throws DesignError as `makeDesign` does, such as population counts that differ between the waves
 */
export function stackDesigns(
  waves: readonly StackedWave[],
  { panel }: { panel: boolean }
): Parsed<Stack> {
  const inputs = waves.map(({ input }) => input);
  const reason = panel ? panelReason(inputs) : separateReason(inputs);
  if (reason)
    return {
      ok: false,
      issues: [
        { code: `stack-${reason}`, severity: 'error', where: { field: 'design' }, params: {} }
      ]
    };
  const first = [0];
  for (const { rows } of inputs) first.push(first.at(-1)! + rows);
  const base = makeDesign(stackedInput(inputs, panel));
  if (!waves.some(({ calibration }) => calibration))
    return { ok: true, value: { design: base, first } };
  const rows = first.at(-1)!;
  const weights = joined(
    waves.map(({ calibration, input }) => calibration?.weights ?? weightsOf(input))
  );
  const terms = waves.flatMap(({ calibration }, w) =>
    (calibration?.terms ?? []).map((term) => placed(term, rows, first[w]!))
  );
  return { ok: true, value: { design: calibratedDesign(base, weights, terms), first } };
}

function panelReason(inputs: readonly DesignInput[]): StackReason | null {
  const withReplicates = inputs.filter(({ replicates }) => replicates);
  if (withReplicates.length > 0)
    return withReplicates.length < inputs.length ||
      !areAlike(withReplicates.map((one) => one.replicates!))
      ? 'replicates-differ'
      : null;
  if (inputs.some(({ units }) => !units?.[0])) return 'without-units';
  if (inputs.some(({ strata }) => !strata !== !inputs[0]?.strata)) return 'strata-differ';
  if (inputs.some(isTwoStage)) return 'two-stage';
  return inputs.length > 1 && !hasSharedUnit(inputs) ? 'no-shared-unit' : null;
}

/** Replicates of separate samples have each their own centre: one set of columns cannot hold both. */
const separateReason = (inputs: readonly DesignInput[]): StackReason | null =>
  inputs.some(({ replicates }) => replicates)
    ? 'replicates-differ'
    : inputs.some(isTwoStage)
      ? 'two-stage'
      : null;

/** Second-stage units are drawn anew in every wave; they count only beside a first-stage population. */
const isTwoStage = ({ units, populations }: DesignInput): boolean =>
  (units?.length ?? 0) > 1 && Boolean(populations?.[0]);

function areAlike(sets: readonly ReplicateInput[]): boolean {
  const [one] = sets;
  const plain = ({ columns, ...rest }: ReplicateInput): string =>
    JSON.stringify([
      columns.length,
      rest.kind,
      rest.combined,
      rest.scale,
      rest.rscales,
      rest.rho,
      rest.mse
    ]);
  return one !== undefined && sets.every((set) => plain(set) === plain(one));
}

/** A PSU (stratum and code) that two waves have. */
function hasSharedUnit(inputs: readonly DesignInput[]): boolean {
  const seen = new Set<string>();
  for (const { rows, strata, units } of inputs) {
    const own = new Set<string>();
    for (let i = 0; i < rows; i++)
      own.add(JSON.stringify([labelOf(strata, i), labelOf(units?.[0], i)]));
    for (const unit of own) if (seen.has(unit)) return true;
    for (const unit of own) seen.add(unit);
  }
  return false;
}

const labelOf = (keys: Keys | null | undefined, row: number): string =>
  keys ? (keys.labels[keys.codes[row]! - 1] ?? '') : '';

function stackedInput(inputs: readonly DesignInput[], panel: boolean): DesignInput {
  const rows = inputs.reduce((sum, input) => sum + input.rows, 0);
  const last = inputs.at(-1)!;
  const replicates = inputs.map((input) => input.replicates ?? null);
  if (panel && replicates.every((set) => set !== null))
    return {
      rows,
      weights: joined(inputs.map(weightsOf)),
      dropMissingWeight: inputs.some((input) => input.dropMissingWeight),
      replicates: {
        ...replicates[0]!,
        columns: replicates[0]!.columns.map((_, r) =>
          joined(replicates.map((set) => set.columns[r]!))
        )
      }
    };
  const hasUnits = inputs.some(({ units }) => units?.[0]);
  return {
    rows,
    strata:
      panel && !last.strata
        ? null
        : stackKeys(
            inputs.map((input) => [input.strata ?? null, input.rows]),
            panel
          ),
    units: hasUnits
      ? [
          stackKeys(
            inputs.map((input) => [input.units?.[0] ?? eachRow(input.rows), input.rows]),
            panel
          )
        ]
      : null,
    weights: joined(inputs.map(weightsOf)),
    populations: inputs.some(({ populations }) => populations?.[0])
      ? [
          joined(
            inputs.map(
              ({ populations, rows: own }) =>
                populations?.[0] ?? new Float64Array(own).fill(Infinity)
            )
          )
        ]
      : null,
    nest: panel ? inputs.some(({ nest }) => nest) : true,
    ...(last.lonely && { lonely: last.lonely }),
    adjustDomainLonely: last.adjustDomainLonely ?? false,
    dropMissingWeight: inputs.some((input) => input.dropMissingWeight)
  };
}

const weightsOf = ({ rows, weights }: DesignInput): Float64Array =>
  weights ?? new Float64Array(rows).fill(1);

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Codes of all waves in one list of labels; a wave without a column is one unit of its own. */
function stackKeys(waves: readonly [Keys | null, number][], shared: boolean): Keys {
  const labels: string[] = [];
  const codeOf = new Map<string, number>();
  const codes = new Uint32Array(waves.reduce((sum, [, rows]) => sum + rows, 0));
  let at = 0;
  waves.forEach(([keys, rows], w) => {
    const numberOf = (label: string): number => {
      const name = shared ? label : JSON.stringify([w, label]);
      let code = codeOf.get(name);
      if (code === undefined) {
        code = labels.push(shared ? label : `${label} (${w + 1})`);
        codeOf.set(name, code);
      }
      return code;
    };
    const numbers = keys ? [0, ...keys.labels.map(numberOf)] : [numberOf('')];
    for (let i = 0; i < rows; i++) codes[at + i] = numbers[keys ? keys.codes[i]! : 0]!;
    at += rows;
  });
  return { codes, labels };
}

/** Units of a sample whose rows are its PSUs, beside a sample that has clusters. */
const eachRow = (rows: number): Keys => ({
  codes: Uint32Array.from({ length: rows }, (_, i) => i + 1),
  labels: Array.from({ length: rows }, (_, i) => String(i + 1))
});

/** A term of one wave over the rows of all: the other waves are in none of its categories. */
function placed(term: AuxiliaryTerm, rows: number, at: number): AuxiliaryTerm {
  if (term.kind === 'number') {
    const values = new Float64Array(rows);
    values.set(term.values, at);
    return { kind: 'number', values };
  }
  const codes = new Uint32Array(rows);
  codes.set(Array.from(term.codes), at);
  return { kind: 'category', codes, size: term.size };
}
