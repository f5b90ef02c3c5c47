import type { Issue } from '$lib/base/issue';
import { parseCellName } from './cell-name';
import { withoutNames } from './check-headline';
import { parseClaim, slotsOf } from './claim-template';
import {
  firstCause,
  firstComparison,
  firstMajority,
  firstPersonal,
  firstRank,
  firstSpelledNumber
} from './claim-words';
import type { SnapshotEstimate } from './snapshot';

export type ClaimKind = 'level' | 'comparison' | 'trend';

/** A slot and the frozen number behind it; null when nothing is bound yet. */
export type Bindings = Record<string, SnapshotEstimate | null>;

const problem = (code: string, params: Issue['params'] = {}): Issue => ({
  code,
  severity: 'error',
  where: { field: 'template' },
  params
});

/**
 * What keeps a claim's sentence from being checked off. Empty: nothing found.
 *
 * Numbers come only from slots; each slot is bound to a frozen number that is not suppressed; a
 * comparing word needs a tested difference; "most" needs a share whose range lies above one half;
 * no word claims a cause; no rank word without ranks behind it.
 *
 * Numbers of areas speak of areas: with them no sentence tells of "people who", because what holds
 * between areas need not hold between people (Robinson 1950, the ecological fallacy).
 *
 * @param names  group and measure names of the codebook, whose words and digits are not weighed
 * @param areas  dimensions whose members are areas
 */
export function checkClaim(
  template: string,
  kind: ClaimKind,
  bindings: Bindings,
  names: readonly string[] = [],
  areas: readonly string[] = []
): Issue[] {
  const written = parseClaim(template)
    .map((part) => (part.kind === 'words' ? part.text : ' '))
    .join('');
  const words = withoutNames(written, names);
  const slots = slotsOf(template);
  const bound = slots.map((slot) => bindings[slot] ?? null);
  const tested = bound.some((estimate) => estimate?.tested === true && isContrast(estimate));
  const issues: Issue[] = [];

  if (slots.length === 0) issues.push(problem('claim-without-slot'));
  slots.forEach((slot, i) => {
    if (!bound[i]) issues.push(problem('slot-unbound', { slot }));
    else if (bound[i].suppressed) issues.push(problem('slot-suppressed', { slot }));
  });
  const digits = words.match(/\d[\d.,]*%?/)?.[0];
  if (digits) issues.push(problem('number-unbound', { text: digits }));
  if (words.includes('{{')) issues.push(problem('slot-unknown'));

  const majority = firstMajority(words);
  if (majority && !bound.some((estimate) => isShare(estimate) && (estimate?.ciLow ?? 0) > 0.5))
    issues.push(problem('majority-not-shown', { word: majority }));
  const spelled = firstSpelledNumber(words);
  if (spelled) issues.push(problem('number-unbound', { text: spelled }));
  const causal = firstCause(words);
  if (causal) issues.push(problem('cause-claimed', { word: causal }));
  const personal = bound.some((estimate) => isOfAreas(estimate, areas)) && firstPersonal(words);
  if (personal) issues.push(problem('areas-not-people', { word: personal }));
  const rank = firstRank(words);
  if (rank) issues.push(problem('rank-not-shown', { word: rank }));
  const comparing = firstComparison(words);
  if (comparing && !tested) issues.push(problem('comparison-not-tested', { word: comparing }));
  if (kind !== 'level' && !tested && !comparing) issues.push(problem('comparison-without-test'));
  return issues;
}

/** Does a number stand for an area, or for a difference with one? */
const isOfAreas = (estimate: SnapshotEstimate | null, areas: readonly string[]): boolean =>
  estimate !== null &&
  estimate.cell
    .split('|')
    .some((cell) => areas.some((dimension) => parseCellName(cell)[dimension] !== undefined));

const isContrast = (estimate: SnapshotEstimate): boolean =>
  estimate.stat === 'difference' || estimate.stat === 'ratio';

const isShare = (estimate: SnapshotEstimate | null): boolean => estimate?.stat === 'proportion';
