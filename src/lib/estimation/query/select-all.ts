import { estimateMean, estimateRatio, estimateTotal } from '../estimates/estimate-mean';
import { numericColumn } from './data-source';
import { nameList } from './spec';
import type { Column, Within } from '../design/domain';
import type { Design } from '../design/design';
import type { DataSource } from './data-source';
import type { Answer } from './report';
import type { Spec } from './spec';

/**
 * A question with several answers. Asked: any option, or `none`, is not blank; a blank inside an
 * answered block is "not chosen", a blank block was not asked. Shares of the people who answered, of
 * those who chose anything, and of all mentions.
 */
export function selectAll(source: DataSource, spec: Spec, design: Design, within: Within): Answer {
  const names = nameList(spec, 'options');
  const none = typeof spec['none'] === 'string' ? [spec['none']] : [];
  const raw = names.map((name) => numericColumn(source, name));
  const block = [...raw, ...none.map((name) => numericColumn(source, name))];
  const rows = source.rows;
  const asked = new Uint8Array(rows);
  const chose = new Uint8Array(rows);
  const mentions: Column = new Float64Array(rows);
  const counts = { asked: 0, chose: 0, blank: 0 };
  for (let i = 0; i < rows; i++) {
    if (within !== 'all' && within[i] !== 1) continue;
    if (block.every((column) => Number.isNaN(column[i]!))) {
      counts.blank++;
      continue;
    }
    asked[i] = 1;
    counts.asked++;
    for (const column of raw) if (column[i]! > 0) mentions[i]! += 1;
    if (mentions[i]! === 0) continue;
    chose[i] = 1;
    counts.chose++;
  }
  const mean = estimateMean(design, mentions, { within: asked });
  const any = estimateMean(design, Float64Array.from(chose), { within: asked });
  return {
    n_asked_answered: counts.asked,
    n_any_selected: counts.chose,
    n_not_asked_or_blank: counts.blank,
    df: mean.df,
    mean_selected: mean.value,
    mean_selected_se: mean.se,
    share_any: any.value,
    share_any_se: any.se,
    options: names.map((option, k) => {
      const chosen = raw[k]!.map((value) => (value > 0 ? 1 : 0));
      const ofAsked = estimateMean(design, chosen, { within: asked });
      const ofChoosers = estimateMean(design, chosen, { within: chose });
      const ofMentions = estimateRatio(design, chosen, mentions, { within: asked });
      const total = estimateTotal(design, chosen, { within: asked });
      let count = 0;
      for (let i = 0; i < rows; i++) if (asked[i] === 1) count += chosen[i]!;
      return {
        option,
        count,
        share_of_respondents: ofAsked.value,
        share_of_respondents_se: ofAsked.se,
        share_of_selectors: ofChoosers.value,
        share_of_selectors_se: ofChoosers.se,
        share_of_mentions: ofMentions.value,
        share_of_mentions_se: ofMentions.se,
        population_total: total.value,
        population_total_se: total.se
      };
    })
  };
}
