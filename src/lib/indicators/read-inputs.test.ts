import { describe, expect, test } from 'vitest';
import { readBenchmarks, readReviews, toBenchmark } from './read-inputs';
import type { Parsed } from '$lib/base/issue';

const codes = (result: Parsed<unknown>): string[] =>
  result.ok ? [] : result.issues.map(({ code, where }) => [where.line, code].join(' ').trim());

describe('a table of published numbers', () => {
  const head = 'kind,topic,place,value,moe,source,date';
  test('is read with its percents, dollars and thousands', () => {
    const result = readBenchmarks(
      `${head}\nshare,rent,,38%,0.02,"Census Bureau, ACS",2020-2024\nbudget,rent,,"$1,500,000",,Budget,2026\n`
    );
    expect(result.ok && result.value).toMatchObject([
      { kind: 'share', value: 0.38, moe: 0.02, source: 'Census Bureau, ACS', date: '2020-2024' },
      { kind: 'budget', value: 1_500_000, moe: null, place: '' }
    ]);
  });
  test('by tabs and semicolons too', () => {
    for (const mark of ['\t', ';'])
      expect(
        codes(
          readBenchmarks(
            `kind${mark}value${mark}source${mark}date\nsupply${mark}50${mark}A${mark}2026`
          )
        )
      ).toEqual([]);
  });
  test.each([
    ['nothing', '', 'inputs-none'],
    ['headings alone', head, 'inputs-none'],
    ['a table without a source', 'kind,value,date\nsupply,1,2026', 'heading-missing'],
    ['an unknown kind', `${head}\nmoon,,,1,,A,2026`, '2 kind-unknown'],
    ['a number in words', `${head}\nsupply,,,many,,A,2026`, '2 number-unreadable'],
    ['a share above 1', `${head}\nshare,rent,,38,,A,2026`, '2 share-out-of-range'],
    ['a number below 0', `${head}\nsupply,,,-1,,A,2026`, '2 number-negative'],
    ['no source', `${head}\nsupply,,,1,,,2026`, '2 source-missing'],
    ['no date', `${head}\nsupply,,,1,,A,`, '2 date-missing'],
    ['a date in words', `${head}\nsupply,,,1,,A,last year`, '2 date-unreadable']
  ])('refuses %s', (_, text, code) => {
    expect(codes(readBenchmarks(text))).toEqual([code]);
  });
  test('a form says the field instead of the line', () => {
    const result = toBenchmark({ kind: 'supply', value: '1', date: '2026' });
    expect(result.ok ? [] : result.issues.map(({ where }) => where)).toEqual([{ field: 'source' }]);
  });
});

describe('a table of policy readings', () => {
  const head = 'policy,kind,clause,coder,score,document,date';
  test('takes a clause as strength when nothing else is said', () => {
    const result = readReviews(`${head}\nRent relief,,fund,A,2,Ordinance 12,2026-01-05`);
    expect(result.ok && result.value).toMatchObject([{ kind: 'strength', score: 2 }]);
  });
  test.each([
    ['without its document', 'Rent,,fund,A,2,,2026-01-05', '2 document-missing'],
    ['without a coder', 'Rent,,fund,,2,Ordinance,2026-01-05', '2 coder-missing'],
    ['without a day', 'Rent,,fund,A,2,Ordinance,', '2 date-missing'],
    ['a clause with 3 points', 'Rent,,fund,A,3,Ordinance,2026-01-05', '2 score-unreadable'],
    ['a step with 2 points', 'Rent,step,fund,A,2,Ordinance,2026-01-05', '2 score-unreadable']
  ])('refuses a reading %s', (_, row, code) => {
    expect(codes(readReviews(`${head}\n${row}`))).toEqual([code]);
  });
});
