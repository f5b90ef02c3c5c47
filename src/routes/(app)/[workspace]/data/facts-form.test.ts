import { expect, test } from 'vitest';
import { sampleTypes } from '$lib/privacy/sample-type';
import { factValues, readFacts } from './facts-form';

const formOf = (values: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};

test.each(sampleTypes)('the way people were chosen is read and shown again: %s', (sampleType) => {
  const read = readFacts(formOf({ sampleType }));
  expect(read.ok && read.facts.sampleType).toBe(sampleType);
  expect(read.ok && factValues(read.facts).sampleType).toBe(sampleType);
});

test('waves that share their places name the panel beside their sampling units', () => {
  const read = readFacts(
    formOf({ sampleType: 'probability', psu: 'cluster', panel: ' Panel 2023 ' })
  );
  expect(read.ok && read.facts.design).toMatchObject({ psu: 'cluster', panel: 'Panel 2023' });
  expect(read.ok && factValues(read.facts).panel).toBe('Panel 2023');
});

test('a panel without sampling units is refused at its field', () => {
  const read = readFacts(formOf({ sampleType: 'probability', panel: 'Panel 2023' }));
  expect(read.ok ? [] : read.issues.map(({ code, where }) => [code, where.field])).toEqual([
    ['panel-without-psu', 'panel']
  ]);
});

test('an emptied panel leaves the design', () => {
  const read = readFacts(formOf({ sampleType: 'probability', psu: 'cluster', panel: '' }));
  expect(read.ok && read.facts.design).not.toHaveProperty('panel');
});
