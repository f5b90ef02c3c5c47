import { estimateByGroup } from '../estimates/estimate-by-group';
import { estimateMean } from '../estimates/estimate-mean';
import { estimateShares } from '../estimates/estimate-shares';
import { codedColumn } from './data-source';
import { groupRows } from './grouping';
import { estimateFields, shareFields } from './report';
import { nameList } from './spec';
import type { Column, Within } from '../design/domain';
import type { Design } from '../design/design';
import type { DataSource } from './data-source';
import type { Answer } from './report';
import type { Spec } from './spec';

interface Item {
  yes: readonly string[];
  no: readonly string[];
}

const often: Item = { yes: ['often', 'sometimes'], no: ['never'] };
const yesNo: Item = { yes: ['yes'], no: ['no'] };

/** The items of the USDA six-item short form: what affirms them and what does not. */
const items: readonly [name: string, item: Item][] = [
  ['fs1', often],
  ['fs2', often],
  ['fs3', yesNo],
  [
    'fs3a',
    {
      yes: ['almost every month', 'some months but not every month'],
      no: ['only 1 or 2 months']
    }
  ],
  ['fs4', yesNo],
  ['fs5', yesNo]
];

const statuses = ['high_or_marginal', 'low', 'very_low'];

/**
 * Scores of the USDA six-item short form (Economic Research Service, 2012): items affirmed, 0 to 6. A
 * "no" on cutting meals answers how often as well; any other item without a clear answer leaves the
 * respondent unscored (NaN), nothing is imputed.
 */
export function foodSecurityScores(source: DataSource): Column {
  const answers = items.map(([name, { yes, no }]) => {
    const { codes, values } = codedColumn(source, name);
    const byCode = [
      NaN,
      ...values.map((value) => {
        const said = String(value).trim().toLowerCase();
        return yes.includes(said) ? 1 : no.includes(said) ? 0 : NaN;
      })
    ];
    return Float64Array.from(codes, (code) => byCode[code]!);
  });
  const [fs1, fs2, fs3, often3, fs4, fs5] = answers as [
    Column,
    Column,
    Column,
    Column,
    Column,
    Column
  ];
  return fs1.map(
    (first, i) => first + fs2[i]! + fs3[i]! + (fs3[i] === 0 ? 0 : often3[i]!) + fs4[i]! + fs5[i]!
  );
}

/** Food security of the scored: status, share insecure (2 or more), mean score, by group where asked. */
export function foodSecurity(
  source: DataSource,
  spec: Spec,
  design: Design,
  within: Within
): Answer {
  const scores = foodSecurityScores(source);
  const isIn = (i: number): boolean => within === 'all' || within[i] === 1;
  const counts = new Array<number>(items.length + 1).fill(0);
  let unscored = 0;
  for (let i = 0; i < scores.length; i++) {
    if (!isIn(i)) continue;
    const score = scores[i]!;
    if (Number.isNaN(score)) unscored++;
    else counts[score]!++;
  }
  const status = {
    codes: Uint8Array.from(scores, (s) => (Number.isNaN(s) ? 0 : s < 2 ? 1 : s < 5 ? 2 : 3)),
    labels: statuses
  };
  const insecure = scores.map((score) => (Number.isNaN(score) ? NaN : score >= 2 ? 1 : 0));
  const head = typeof spec['head'] === 'number' ? spec['head'] : 60;
  const by = nameList(spec, 'by');
  const grouped = by.length > 0 ? groupRows(source, by, scoredOnly(scores, within)) : null;
  const rates = grouped
    ? estimateByGroup(design, insecure, grouped.groups, { within, statistic: 'mean' })
    : null;
  return {
    first_scores: [...scores.subarray(0, head)].map((s) => (Number.isNaN(s) ? null : s)),
    n_scored: counts.reduce((sum, n) => sum + n, 0),
    n_unscored: unscored,
    score_counts: counts,
    status: shareFields(estimateShares(design, status, { within }), statuses),
    insecure: estimateFields(estimateMean(design, insecure, { within })),
    mean_score: estimateFields(estimateMean(design, scores, { within })),
    insecure_by: (rates?.groups ?? []).map(({ estimate }, g) => ({
      key: grouped!.keys[g]!,
      ...estimateFields(estimate)
    }))
  };
}

const scoredOnly = (scores: Column, within: Within): Uint8Array =>
  Uint8Array.from(scores, (score, i) =>
    !Number.isNaN(score) && (within === 'all' || within[i] === 1) ? 1 : 0
  );
