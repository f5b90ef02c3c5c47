import { codedColumn, isSame } from './data-source';
import { listField, nameList } from './spec';
import type { Within } from '../design/domain';
import type { Design } from '../design/design';
import type { DataSource } from './data-source';
import type { Answer } from './report';
import type { Spec } from './spec';

/**
 * Answers that are not there, per variable: blank cells, codes that mean "no answer", and the weighted
 * share of respondents with a valid one (weighted item response rate).
 */
export function missingness(
  source: DataSource,
  spec: Spec,
  design: Design,
  within: Within
): Answer {
  const codesOfMissing =
    spec['missing_codes'] === undefined ? [] : listField(spec, 'missing_codes');
  return Object.fromEntries(
    nameList(spec, 'vars').map((name) => {
      const { codes, values } = codedColumn(source, name);
      const isCoded = [
        false,
        ...values.map((value) => codesOfMissing.some((code) => isSame(value, code)))
      ];
      const count = { blank: 0, coded: 0, valid: 0 };
      let lost = 0;
      let all = 0;
      for (let i = 0; i < codes.length; i++) {
        if (within !== 'all' && within[i] !== 1) continue;
        const weight = design.weights[i]!;
        all += weight;
        const code = codes[i]!;
        if (code !== 0 && !isCoded[code]) {
          count.valid++;
          continue;
        }
        if (code === 0) count.blank++;
        else count.coded++;
        lost += weight;
      }
      return [
        name,
        {
          blank: count.blank,
          coded_missing: count.coded,
          valid: count.valid,
          weighted_item_response_rate: all === 0 ? null : 1 - lost / all
        }
      ];
    })
  );
}
