export type DesignErrorCode =
  | 'column-length'
  | 'stratum-missing'
  | 'psu-missing'
  | 'weight-missing'
  | 'weight-negative'
  | 'psu-in-several-strata'
  | 'population-missing'
  | 'population-varies'
  | 'population-below-sample'
  | 'too-many-stages'
  | 'lonely-psu'
  | 'lonely-unit'
  | 'not-binary'
  | 'too-many-levels'
  | 'value-not-finite'
  | 'replicates-too-few'
  | 'replicate-missing'
  | 'replicate-rscales'
  | 'replicate-rho';

const sentences: Record<DesignErrorCode, (p: DesignErrorParams) => string> = {
  'column-length': (p) => `"${p.column}" has ${p.found} rows, the design has ${p.expected}.`,
  'stratum-missing': (p) => `Row ${p.row} has no stratum.`,
  'psu-missing': (p) => `Row ${p.row} has no code for its sampling unit at stage ${p.stage}.`,
  'weight-missing': (p) => `${p.count} rows have no weight, the first is row ${p.row}.`,
  'weight-negative': (p) => `${p.count} rows have a negative weight, the first is row ${p.row}.`,
  'psu-in-several-strata': (p) =>
    `PSU ${p.psu} occurs in the strata ${p.stratum} and ${p.other}; set nest when codes restart in every stratum.`,
  'population-missing': (p) => `Row ${p.row} has no population count at stage ${p.stage}.`,
  'population-varies': (p) =>
    `${p.unit} has two population counts at stage ${p.stage}: ${p.first} and ${p.second}.`,
  'population-below-sample': (p) =>
    `${p.unit} has ${p.sampled} sampled units at stage ${p.stage} and a population of ${p.population}; give the number of units, not a fraction.`,
  'too-many-stages': (p) =>
    `Population counts are given for ${p.stages} stages; two are supported.`,
  'lonely-psu': (p) => `Stratum (${p.stratum}) has only one PSU at stage 1`,
  'lonely-unit': (p) => `PSU (${p.psu}) has only one sampled unit at stage 2`,
  'not-binary': (p) => `Row ${p.row} holds ${p.value}; a membership is 1, 0 or missing.`,
  'too-many-levels': (p) => `${p.levels} categories; at most 255 fit this table.`,
  'value-not-finite': (p) => `Row ${p.row} holds an infinite value.`,
  'replicates-too-few': (p) =>
    `${p.replicates} columns of replicate weights; at least 2 are needed.`,
  'replicate-missing': (p) => `Row ${p.row} has no weight in replicate ${p.replicate}.`,
  'replicate-rscales': (p) =>
    `The scales of the replicates number ${p.found}, there are ${p.expected} replicates; stratified jackknife weights need one for each.`,
  'replicate-rho': () => "Fay's replicate weights need their factor, at least 0 and below 1."
};

export type DesignErrorParams = Record<string, string | number>;

/** Misuse of a design or a column that does not fit it. `row` counts from 1, in the order of the data. */
export class DesignError extends Error {
  override name = 'DesignError';
  readonly code: DesignErrorCode;
  readonly params: DesignErrorParams;

  constructor(code: DesignErrorCode, params: DesignErrorParams) {
    super(sentences[code](params));
    this.code = code;
    this.params = params;
  }
}
