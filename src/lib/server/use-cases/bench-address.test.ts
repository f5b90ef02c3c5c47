import { expect, test } from 'vitest';
import { benchAddress, parseBench } from './bench-address';
import { questionFromWords, readCondition } from './bench-words';

test('the address of a question brings the question back', () => {
  const question = {
    waveId: 'wave',
    family: 'mean_by',
    design: 'none' as const,
    fields: { y: ['need_food'], 'y-yes': ['yes', 'often'], by: ['tenure', 'age'] },
    filter: [
      { var: 'age', op: '>=', value: '40' },
      { var: 'tenure', op: 'in', value: 'own|rent' }
    ]
  };
  expect(parseBench(new URLSearchParams(benchAddress(question)), '')).toEqual(question);
});

test('an empty address opens the first family of the first wave', () => {
  expect(parseBench(new URLSearchParams(), 'newest')).toEqual({
    waveId: 'newest',
    family: 'mean',
    design: 'wave',
    fields: {},
    filter: []
  });
});

test('words of the command line make the same question as the form', () => {
  const words: Record<string, string[]> = {
    y: ['need_food=yes|often'],
    by: ['tenure,age'],
    design: ['none']
  };
  const filter = ['age>=40', 'tenure=own|rent'].map((one) => readCondition(one)!);
  expect(questionFromWords('wave', 'mean_by', (option) => words[option] ?? [], filter)).toEqual({
    waveId: 'wave',
    family: 'mean_by',
    design: 'none',
    fields: { y: ['need_food'], 'y-yes': ['yes', 'often'], by: ['tenure', 'age'] },
    filter: [
      { var: 'age', op: '>=', value: '40' },
      { var: 'tenure', op: 'in', value: 'own|rent' }
    ]
  });
  expect(readCondition('tenure')).toBeNull();
});

test('codes can be read as numbers', () => {
  const question = questionFromWords('w', 'mean', () => ['imp_parks:numbers'], []);
  expect(question.fields).toMatchObject({ y: ['imp_parks'], 'y-as': ['numbers'] });
});
