import { expect, test } from 'vitest';
import { buildModel } from './build-model';
import { chartExamples } from './examples';
import { neutralCell } from '$lib/base/csv';
import { tableOf, toCsv } from './table';

const models = Object.values(chartExamples)
  .flat()
  .map(({ spec, tables, language }) => buildModel(spec, tables, language));

test.each(models.map((model) => [model.id, model] as const))(
  'the CSV of %s has the strings of the table and one line for each row',
  (_id, model) => {
    const csv = toCsv(model);
    const lines = csv.trimEnd().split('\r\n');
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(lines).toHaveLength(2 + model.rows.length);
    expect(lines[0]).toContain('# ');
    for (const [i, row] of tableOf(model).rows.entries())
      for (const { text } of row.cells)
        expect(lines[i + 2]).toContain(neutralCell(text).replace(/"/g, '""'));
  }
);

test('the comment line carries source and hash', () => {
  const model = models.find(({ hash }) => hash !== null);
  expect(model).toBeDefined();
  if (!model) return;
  const [comment] = toCsv(model).split('\r\n');
  expect(comment).toContain('Alder County needs survey');
  expect(comment).toContain(model.hash);
});

test('a cell a spreadsheet would run as a formula is text', () => {
  expect(['=1+1', '+SUM(A1)', '-2', '@cmd', '\tx'].map(neutralCell)).toEqual([
    "'=1+1",
    "'+SUM(A1)",
    "'-2",
    "'@cmd",
    "'\tx"
  ]);
  expect(neutralCell('38%')).toBe('38%');
});

test('an author cannot smuggle a formula or a second line through a headline', () => {
  const [model] = models;
  expect(model).toBeDefined();
  if (!model) return;
  const csv = toCsv({
    ...model,
    title: 'A\r\n=HYPERLINK("x")',
    rows: model.rows.map((row) => ({ ...row, label: '=cmd|calc' }))
  });
  for (const line of csv.replace('\ufeff', '').trimEnd().split('\r\n')) {
    expect(line.startsWith('=')).toBe(false);
    expect(line).not.toMatch(/(^|,)"?=/);
  }
});
