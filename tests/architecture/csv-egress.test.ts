import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Every file of the product's own source. */
const sources = execFileSync('find', ['src', '-name', '*.ts', '-o', '-name', '*.svelte'], {
  encoding: 'utf8'
})
  .split('\n')
  .filter((file) => file !== '' && !/\.(test|fixture)\.ts$/.test(file));
const read = (file: string): string => readFileSync(file, 'utf8');
const door = 'src/lib/base/csv.ts';

test('cells of a CSV file are quoted in one place only, where formulas are made harmless', () => {
  // What `survey` writes is read back by it: the sheets of a workbook on their way in.
  const quoting = sources
    .filter((file) => !file.startsWith('src/lib/survey/'))
    .filter((file) => /replace(All)?\(\s*(\/"\/g|'"'), *'""'\)/.test(read(file)));
  expect(quoting).toEqual([door]);
});

/** Modules that make CSV files of those cells, and how a file that hands one out names them. */
const makers: Readonly<Record<string, RegExp>> = {
  'src/lib/base/csv.ts': /from '\$lib\/base\/csv'/,
  'src/lib/charts/table.ts': /toCsv\b.*from '\$lib\/charts\/table'/s,
  'src/lib/server/jobs/report-rows.ts': /from '\$lib\/server\/use-cases\/report-draft'/
};

test('whatever is handed out as CSV comes through that place', () => {
  const handing = sources.filter((file) => /['"]text\/csv;/.test(read(file)));
  expect(handing.length).toBeGreaterThan(2);
  const isMade = (file: string) => Object.values(makers).some((named) => named.test(read(file)));
  expect(handing.filter((file) => !isMade(file))).toEqual([]);
  for (const maker of Object.keys(makers))
    expect(read(maker), maker).toMatch(/\bcsv(Text|Record|Cell)\b/);
});
