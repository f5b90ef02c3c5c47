import { familyForms, findForm, type FormField } from '$lib/estimation/query/family-forms';
import type { Clause } from '$lib/estimation/query/asked-question';
import type { BenchQuestion } from './bench';

/** Conditions a form has room for. */
export const conditionRows = 3;

const own = ['wave', 'family', 'design', 'ask', 'where-var', 'where-op', 'where-value'];

/** Parameters a field of a form is sent in. */
const parametersOf = ({ id }: FormField): string[] => [id, `${id}-yes`, `${id}-as`];

/** A question from an address: the address is the question, so it can be shared. */
export function parseBench(params: URLSearchParams, firstWave: string): BenchQuestion {
  const asked = params.get('family') ?? '';
  const form = findForm(asked) ?? familyForms[0]!;
  const fields: Record<string, string[]> = {};
  for (const name of form.fields.flatMap(parametersOf)) {
    const values = params.getAll(name).filter((value) => value !== '');
    if (values.length > 0 && !own.includes(name)) fields[name] = values;
  }
  const at = (name: string, i: number): string => params.getAll(name)[i] ?? '';
  const filter = params.getAll('where-var').flatMap((name, i): Clause[] => {
    const clause = { var: name, op: at('where-op', i) || '==', value: at('where-value', i) };
    return name === '' ? [] : [clause];
  });
  return {
    waveId: params.get('wave') || firstWave,
    family: form.family,
    design: params.get('design') === 'none' ? 'none' : 'wave',
    fields,
    filter
  };
}

/** The address of a question; `parseBench` reads the same question from it. */
export function benchAddress({ waveId, family, design, fields, filter }: BenchQuestion): string {
  const params = new URLSearchParams({ wave: waveId, family, design, ask: '1' });
  for (const [name, values] of Object.entries(fields))
    for (const value of values) params.append(name, value);
  for (const { var: name, op, value } of filter) {
    params.append('where-var', name);
    params.append('where-op', op);
    params.append('where-value', value);
  }
  return params.toString();
}
