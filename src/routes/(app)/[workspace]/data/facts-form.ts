import type { Issue } from '$lib/base/issue';
import type { Labels } from '$lib/codebook/codebook';
import { sampleTypes } from '$lib/privacy/sample-type';
import type { StoredDesign } from '$lib/server/db/schema/survey';
import { noFacts, type WaveFacts } from '$lib/server/use-cases/describe-wave';

export const lonelyRules: readonly StoredDesign['lonely'][] = [
  'adjust',
  'average',
  'certainty',
  'remove',
  'fail'
];

export const replicateTypes = [
  'jackknife',
  'brr',
  'fay',
  'bootstrap',
  'successive-difference'
] as const;

/** Texts that are kept in both languages. */
export const labelFields = ['universe', 'mode', 'weighting', 'limits'] as const;

const longest = 2000;

export type ReadFacts =
  | { ok: true; facts: WaveFacts; values: Record<string, string> }
  | { ok: false; issues: Issue[]; values: Record<string, string> };

/**
 * Reads the facts of a wave from a form. What cannot be read is named field by field, and what was
 * typed comes back for the next try.
 *
 * @param replicates columns of replicate weights, which the wave keeps with how they were made
 */
export function readFacts(form: FormData, replicates: readonly string[] = []): ReadFacts {
  const values: Record<string, string> = {};
  for (const [key, value] of form) if (typeof value === 'string') values[key] = value.trim();
  const issues: Issue[] = [];
  const error = (code: string, field: string): void => {
    issues.push({ code, severity: 'error', where: { field }, params: {} });
  };
  const text = (field: string): string | null => {
    const typed = values[field] ?? '';
    if (typed.length > longest) error('text-long', field);
    return typed === '' ? null : typed;
  };
  const labels = (field: string): Labels | null => {
    const en = text(`${field}.en`);
    const es = text(`${field}.es`);
    return en === null && es === null ? null : { ...(en && { en }), ...(es && { es }) };
  };
  const whole = (field: string): number | null => {
    const typed = (values[field] ?? '').replace(/[\s,.]/g, '');
    if (typed === '') return null;
    const value = Number(typed);
    if (!/^\d+$/.test(typed) || !Number.isSafeInteger(value) || value === 0) {
      error('number-unreadable', field);
      return null;
    }
    return value;
  };
  const day = (field: string): string | null => {
    const typed = values[field] ?? '';
    if (typed === '') return null;
    const read = new Date(`${typed}T00:00:00Z`);
    if (Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== typed) {
      error('date-unreadable', field);
      return null;
    }
    return typed;
  };
  const factor = (field: string): number | null => {
    const typed = (values[field] ?? '').replace(',', '.');
    const value = Number(typed);
    const isFay = values.replicatesType === 'fay';
    if (isFay && (typed === '' || !(value >= 0 && value < 1))) error('factor-unreadable', field);
    return isFay && typed !== '' ? value : null;
  };
  const [strata, psu, weight, fpc] = ['strata', 'psu', 'weight', 'fpc'].map((field) => text(field));
  const panel = text('panel');
  if (panel && !psu) error('panel-without-psu', 'panel');
  const facts: WaveFacts = {
    ...noFacts,
    sampleType: sampleTypes.find((one) => one === values.sampleType) ?? null,
    population: whole('population'),
    fieldedFrom: day('fieldedFrom'),
    fieldedTo: day('fieldedTo'),
    universe: labels('universe'),
    mode: labels('mode'),
    sponsor: text('sponsor'),
    weighting: labels('weighting'),
    limits: labels('limits'),
    design:
      strata || psu || weight || fpc || replicates.length > 0
        ? {
            strata: strata ?? null,
            psu: psu ?? null,
            weight: weight ?? null,
            fpc: fpc ?? null,
            nest: true,
            lonely: lonelyRules.find((rule) => rule === values.lonely) ?? 'adjust',
            ...(panel && { panel }),
            ...(replicates.length > 0 && {
              replicates: {
                variables: [...replicates],
                type: replicateTypes.find((type) => type === values.replicatesType) ?? null,
                rho: factor('replicatesRho')
              }
            })
          }
        : null,
    areaVariable: text('areaVariable'),
    threshold: whole('threshold'),
    thresholdReason: text('thresholdReason')
  };
  return issues.length > 0 ? { ok: false, issues, values } : { ok: true, facts, values };
}

/** Facts as the values of the form's fields. */
export function factValues(facts: WaveFacts): Record<string, string> {
  const values: Record<string, string> = {};
  const put = (field: string, value: string | number | null | undefined): void => {
    if (value !== null && value !== undefined) values[field] = String(value);
  };
  for (const field of ['sampleType', 'population', 'fieldedFrom', 'fieldedTo', 'sponsor'] as const)
    put(field, facts[field]);
  for (const field of labelFields)
    for (const language of ['en', 'es']) put(`${field}.${language}`, facts[field]?.[language]);
  for (const field of ['strata', 'psu', 'weight', 'fpc', 'lonely', 'panel'] as const)
    put(field, facts.design?.[field]);
  put('replicatesType', facts.design?.replicates?.type);
  put('replicatesRho', facts.design?.replicates?.rho);
  for (const field of ['areaVariable', 'threshold', 'thresholdReason'] as const)
    put(field, facts[field]);
  return values;
}
