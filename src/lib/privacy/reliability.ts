import { kornGraubard } from '$lib/estimation/estimates/proportion-interval';
import { nchsStandard } from '$lib/estimation/estimates/reliability';
import type { Estimate } from '$lib/estimation/estimates/estimate';
import type { ReliabilityProfile } from './policy';
import type { EstimateTable, RawCell, ReleasedCell } from './table';

/** What an estimate's precision allows: shown, shown with care (`u`), or not at all (`x`). */
export interface Verdict {
  flag: '' | 'u' | 'x';
  reason: ReleasedCell['reason'];
}

const shown: Verdict = { flag: '', reason: null };
const care: Verdict = { flag: 'u', reason: null };
const tooImprecise: Verdict = { flag: 'x', reason: 'too-imprecise' };

/** A shown proportion whose range is wider than this is marked for care; our own rule. */
const wideRange = 0.25;
/** Fewer answers than this are marked for care. */
const fewAnswers = 50;

/** Answers a number needs, by profile. */
const fewestAnswers: Record<ReliabilityProfile, number> = {
  nchs: 30,
  'nchs-rates': 10,
  nsch: 30,
  nsduh: 30
};

/**
 * Whether a cell is precise enough to show.
 *
 * Proportions, by profile: `nchs` is Parker et al. 2017 (Vital and Health Statistics 2(175));
 * `nchs-rates` the NCHS standards for rates and counts: 10 answers and 10 effective answers, a range
 * of at most 1.6 times the estimate, 8 degrees of freedom; `nsch` shows from 30 answers and marks
 * ranges over 20 points or 1.2 times the estimate (National Survey of Children's Health); `nsduh` is
 * the relative error of -ln(p) above .175 (National Survey on Drug Use and Health). Means and ratios:
 * at least 30 effective answers and a relative standard error under 30 %, our own rule. A total is as
 * reliable as the proportion it rests on.
 */
export function judge(
  cell: RawCell,
  { statistic }: Pick<EstimateTable, 'statistic'>,
  profile: ReliabilityProfile
): Verdict {
  if (cell.n === 0) return { flag: 'x', reason: 'no-answers' };
  const { value, low, high } = cell.estimate;
  if (cell.estimate.reason === 'too-few-groups') return { flag: 'x', reason: 'too-few-groups' };
  if (value === null || low === null || high === null) return { flag: 'x', reason: 'undefined' };
  if (cell.n < fewestAnswers[profile]) return tooImprecise;
  const basis = cell.restsOn ?? cell.estimate;
  const isShare = statistic === 'proportion' || cell.restsOn !== undefined;
  const verdict = isShare ? judgeProportion(basis, profile) : judgeMean(basis);
  return verdict.flag === '' && cell.n < fewAnswers ? care : verdict;
}

function judgeProportion(estimate: Estimate, profile: ReliabilityProfile): Verdict {
  const { value: p, se, low, high } = estimate;
  if (p === null || se === null || low === null || high === null)
    return { flag: 'x', reason: 'undefined' };
  const width = high - low;
  switch (profile) {
    case 'nchs':
      return nchsStandard(estimate).decision === 'suppress' ? tooImprecise : careWhenWide(width);
    case 'nchs-rates':
      return isUnreliableRate(estimate) ? tooImprecise : careWhenWide(width);
    case 'nsch':
      return width > 0.2 || width > 1.2 * p ? care : shown;
    case 'nsduh':
      return isUncertainLog(p, se) ? tooImprecise : careWhenWide(width);
  }
}

/** A range over 1.6 times the estimate, fewer than 10 effective answers or 8 degrees of freedom. */
function isUnreliableRate(estimate: Estimate): boolean {
  const { value, df } = estimate;
  const { low, high, nEffCapped } = kornGraubard(estimate, df, 0.95);
  if (value === null || low === null || high === null) return true;
  return (nEffCapped ?? 0) < 10 || (df ?? 0) < 8 || high - low > 1.6 * value;
}

const careWhenWide = (width: number): Verdict => (width > wideRange ? care : shown);

/** Relative standard error of -ln(p), or of -ln(1 - p) above one half, over .175. */
function isUncertainLog(p: number, se: number): boolean {
  const smaller = Math.min(p, 1 - p);
  return smaller > 0 && se / smaller / -Math.log(smaller) > 0.175;
}

function judgeMean({ value, se, nEffective, nPositive }: Estimate): Verdict {
  if (value === null || se === null) return { flag: 'x', reason: 'undefined' };
  const effective = nEffective ?? nPositive;
  return effective < 30 || se >= 0.3 * Math.abs(value) ? tooImprecise : shown;
}
