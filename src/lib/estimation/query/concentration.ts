import { estimateConcentration, estimateGini } from '../inequality/concentration';
import { QueryError } from './data-source';
import { namedColumn } from './names';
import { objectField } from './spec';
import { readColumn } from './variable';
import type { Question } from './question';
import type { Answer } from './report';
import type { Spec } from './spec';

/** Concentration of `y` over `rank_by`; `binary` or `bounds` also give the bounded versions. */
export function concentration({ source, spec, design, within }: Question): Answer {
  const y = readColumn(source, objectField(spec, 'y'));
  const rank = namedColumn(source, 'rank_by', spec['rank_by']);
  const bounds = boundsOf(spec);
  const found = estimateConcentration(design, y, rank, { within, bounds });
  return {
    n: found.n,
    mean: found.mean.value,
    concentration_index: found.index.value,
    concentration_index_se: found.index.se,
    concentration_index_se_jkn: found.jackknifeError(),
    generalized: found.generalized.value,
    generalized_se: found.generalized.se,
    ...(found.wagstaff && found.erreygers
      ? {
          wagstaff: found.wagstaff.value,
          wagstaff_se: found.wagstaff.se,
          erreygers: found.erreygers.value,
          erreygers_se: found.erreygers.se
        }
      : {})
  };
}

/** Gini coefficient of `y`. */
export function gini({ source, spec, design, within }: Question): Answer {
  const y = readColumn(source, objectField(spec, 'y'));
  const found = estimateGini(design, y, { within });
  return {
    n: found.n,
    gini: found.index.value,
    gini_se: found.index.se,
    gini_se_jkn: found.jackknifeError(),
    mean: found.mean.value
  };
}

function boundsOf(spec: Spec): [number, number] | null {
  const value = spec['bounds'];
  if (value === undefined || value === null) return spec['binary'] === true ? [0, 1] : null;
  const [low, high] = Array.isArray(value) && value.length === 2 ? (value as unknown[]) : [];
  if (typeof low === 'number' && typeof high === 'number' && low < high) return [low, high];
  throw new QueryError('field-invalid', {
    field: 'bounds',
    expected: 'the lowest and highest value'
  });
}
