import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import Papa from 'papaparse';

const read = (name: string): string => readFileSync(`data/sample-county/${name}`, 'utf8');
const rows = (name: string) =>
  Papa.parse<Record<string, string>>(read(name), { header: true, skipEmptyLines: true }).data;

describe('the wording', () => {
  interface Words {
    en?: string;
    es?: string;
  }
  const wording = JSON.parse(read('wording.json')) as {
    measures: Record<
      string,
      { labels: Words; predicate?: Words; inputs?: Record<string, Record<string, string[]>> }
    >;
    groups: Record<string, { name: Words; members: Record<string, Words> }>;
  };
  const survey = rows('xlsform-survey.csv');
  const listOf = (question: string) =>
    /^select_one (\w+)/.exec(survey.find(({ name }) => name === question)?.type ?? '')?.[1];
  const codesOf = (list: string | undefined) =>
    rows('xlsform-choices.csv')
      .filter(({ list_name }) => list_name === list)
      .map(({ name }) => name);

  test('every label, predicate and name is there in English and in Spanish', () => {
    const all = [
      ...Object.values(wording.measures).flatMap(({ labels, predicate = labels }) => [
        labels,
        predicate
      ]),
      ...Object.values(wording.groups).flatMap(({ name, members }) => [
        name,
        ...Object.values(members)
      ])
    ];
    for (const words of all) expect(Boolean(words?.en && words.es)).toBe(true);
  });

  test('each kind of need has its words', () => {
    const needs = survey.flatMap(({ name = '' }) => /^need_(\w+)$/.exec(name)?.[1] ?? []);
    const worded = Object.keys(wording.measures).flatMap(
      (key) => /^unmet-need:(\w+)$/.exec(key)?.[1] ?? []
    );
    expect(worded).toEqual(needs);
  });

  test('groups and answers are those of the form', () => {
    for (const [question, { members }] of Object.entries(wording.groups)) {
      expect(
        survey.some(({ name }) => name === question),
        question
      ).toBe(true);
      // Age bands are calculated, so their codes are those of the margins.
      const codes =
        question === 'age_band'
          ? rows('margins.csv')
              .filter(({ variable }) => variable === question)
              .map(({ category }) => category)
          : codesOf(listOf(question));
      for (const code of Object.keys(members)) expect(codes, question).toContain(code);
    }
    const { yes = [], no = [] } =
      wording.measures['prevalence:skipped-meals']?.inputs?.answer ?? {};
    for (const code of [...yes, ...no]) expect(codesOf(listOf('skipped_meals'))).toContain(code);
  });
});
