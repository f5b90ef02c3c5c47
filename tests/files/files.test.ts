import { describe, expect, test } from 'vitest';
import { issueMessage } from '$lib/text/en/import-issues';
import { inspectSurvey, type Inspected } from '$lib/survey/inspect';
import { planSurvey, type NamedSource } from '$lib/survey/planning/plan-survey';
import { collect, type Stored } from './collect';
import { runCheck, type Subject } from './compare';
import { runCanonical } from './canonical';
import { checkAggregate, runCodebookCheck } from './codebooks';
import {
  canonicalOf,
  edgeCases,
  expectedFiles,
  sourceOf,
  type Check,
  type EdgeCase,
  type ExpectedFile
} from './expected';

const forms: Record<string, string[]> = {
  'kobo-names.csv': ['xlsform-survey.csv', 'xlsform-choices.csv', 'xlsform-settings.csv'],
  'kobo-labels.csv': ['xlsform-survey.csv', 'xlsform-choices.csv', 'xlsform-settings.csv'],
  'odk-central-main.csv': ['xlsform-survey.csv', 'xlsform-choices.csv', 'xlsform-settings.csv']
};

const companions = (entry: ExpectedFile): NamedSource[] =>
  (forms[entry.file] ?? []).map((name) => ({ name, source: sourceOf(entry.folder, name) }));

/** A file is read once for all its tests. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

const all = expectedFiles();

describe('survey files import as their ground truth says', () => {
  describe.each(all)('$file', (entry) => {
    const inspect = once((): Inspected =>
      inspectSurvey({
        main: sourceOf(entry.folder, entry.file),
        name: entry.file,
        companions: companions(entry)
      })
    );
    const subjectOf = once((): Subject => {
      const { inspection, plan } = inspect();
      if (!plan) throw new Error('refused');
      const variables = plan.variables.map((each) => ({ ...each, include: true }));
      const collected = collect(sourceOf(entry.folder, entry.file), { ...plan, variables });
      return { inspection, plan, collected };
    });

    if (entry.unit === 'aggregate-table') {
      test('is refused as a table of results', () => {
        const { inspection, plan } = inspect();
        expect(plan).toBeNull();
        expect(inspection.issues.map((issue) => issue.code)).toContain('AGGREGATE_TABLE');
      });
      for (const check of entry.checks)
        test(`${check.variable} (${check.kind})`, () => {
          checkAggregate(check, inspect().inspection);
        });
      return;
    }

    test('rows, columns, delimiter, header rows and encoding', () => {
      const { inspection } = inspect();
      // The header is a record too where only records are counted.
      const rows = entry.rows ?? (entry.records_in_file ?? 0) - (entry.header_rows ?? 1);
      expect(inspection.rows).toBe(rows);
      // A blank column at the end may be counted or not.
      const dropped = inspection.issues.find((issue) => issue.code === 'BLANK_COLUMNS_DROPPED');
      expect([
        inspection.columns,
        inspection.columns + Number(dropped?.params.count ?? 0)
      ]).toContain(entry.columns);
      if (entry.delimiter) expect(inspection.delimiter).toBe(entry.delimiter);
      if (entry.header_rows) expect(inspection.headerRows).toBe(entry.header_rows);
      // Where the ground truth names two encodings, both read the file without error.
      if (entry.encoding)
        expect(encodingsIn(entry.encoding)).toContain(plainEncoding(inspection.encoding));
    });

    if (isCodebook(entry)) {
      test('is refused as no survey data, in a sentence that says what it is', () => {
        const { inspection, plan } = inspect();
        expect(plan).toBeNull();
        const codes = inspection.issues.map((issue) => issue.code);
        expect(codes).toContain('COMPANION_AS_MAIN');
      });
      for (const check of entry.checks)
        test(`${check.variable} (${check.kind})`, () => {
          if (check.kind === 'value_labels')
            expect(valueLabels(entry, check)).toEqual(check.counts);
          else runCodebookCheck(check, inspect().inspection);
        });
      return;
    }

    test('nothing is lost: rows = imported + excluded, and personal data is off', () => {
      const { inspection, plan } = inspect();
      if (!plan) throw new Error('refused');
      const { summary } = collect(sourceOf(entry.folder, entry.file), plan);
      const excluded = summary.excluded.reduce((sum, each) => sum + each.count, 0);
      expect(summary.rows).toBe(summary.imported + excluded);
      for (const heading of entry.identifiers ?? []) {
        const variable = plan.variables.find((each) => each.heading === heading);
        expect(variable?.include, heading).toBe(false);
        expect(inspection.identifiers.map((each) => each.index)).toContain(variable?.columnIndex);
      }
    });

    const canonical = canonicalOf(entry.folder);
    if (canonical && entry.rows === canonical.respondents)
      test('the same indicators as every other export of the survey', () => {
        runCanonical(canonical, inspect().inspection, entry.file);
      });

    for (const check of entry.checks)
      test(`${check.variable} (${check.kind ?? 'codes'})`, () => {
        runCheck(check, subjectOf());
      });
  });
});

/** Labels of the values of one variable, from the rows of a codebook. */
function valueLabels(entry: ExpectedFile, check: Check): Record<string, string> {
  const source = sourceOf(entry.folder, entry.file);
  const { table } = planSurvey({ main: source, name: entry.file });
  if (!table) throw new Error('no table');
  const { columns } = collect(source, table);
  const of = (name: string): Stored[] => columns.get(name) ?? [];
  const labels: Record<string, string> = {};
  of('variable').forEach((name, i) => {
    const value = String(of('value')[i]);
    if (name === check.variable.split(' ')[0] && !value.startsWith('-'))
      labels[value] = String(of('label')[i]);
  });
  return labels;
}

/** Forms, dictionaries and codebooks: they describe the answers of another file. */
const isCodebook = (entry: ExpectedFile): boolean =>
  entry.unit === 'codebook' ||
  /^xlsform/i.test(entry.tool ?? '') ||
  (entry.rows === null && !/repeat/i.test(entry.tool ?? ''));

const encodingsIn = (text: string): string[] =>
  text
    .split(/[\s;(]+/)
    .filter((word, i) => i === 0 || (word === 'cp1252' && text.includes('also')))
    .map(plainEncoding);

const plainEncoding = (name: string): string => {
  const word = name.toLowerCase();
  const same: Record<string, string> = {
    ascii: 'utf-8',
    'utf-8-sig': 'utf-8',
    cp1252: 'windows-1252',
    mac_roman: 'macintosh'
  };
  return same[word] ?? word;
};

const edges = edgeCases().filter((edge) => edge.file.startsWith('edge/'));

describe.runIf(edges.length > 0)('edge cases', () => {
  test.each(edges)('$id $title', (edge) => {
    const { inspection, plan } = inspectSurvey({
      main: sourceOf(edge.folder, edge.file),
      name: edge.file
    });
    const said = inspection.issues.map(issueMessage).join('\n');
    const { expect: expected } = edge;
    for (const warning of expected.warnings ?? []) {
      const found = inspection.issues.filter((issue) => issue.code === warning.code);
      const where = found.map(({ where: { line, column } }) => ({ line, column }));
      expect(where, `${warning.code} in ${said}`).toContainEqual(
        expect.objectContaining({
          line: warning.line,
          ...(warning.column && { column: warning.column })
        })
      );
    }
    if (expected.message_must_say) expect(said).toContain(expected.message_must_say);
    if (edge.class === 'reject') {
      expect(plan).toBeNull();
      return;
    }
    expect(plan, said).not.toBeNull();
    expect(inspection.rows, 'rows').toBe(expected.rows);
    expect(inspection.columns, 'columns').toBe(expected.columns);
    if (expected.delimiter) expect(inspection.delimiter).toBe(expected.delimiter);
    if (expected.encoding)
      expect(inspection.encoding.replace('-sig', '')).toBe(expected.encoding.replace('-sig', ''));
    if (expected.header_rows !== undefined)
      expect(inspection.headerRows).toBe(expected.header_rows);
    const severities = inspection.issues.map((issue) => issue.severity);
    if (edge.class === 'ask') expect(severities).toContain('question');
    if (edge.class === 'accept' && expected.warnings?.length === 0)
      expect(
        severities.filter((each) => each !== 'note'),
        said
      ).toEqual([]);
    if (plan) checkValues(edge, plan);
  });
});

function checkValues(edge: EdgeCase, plan: NonNullable<Inspected['plan']>): void {
  const { values = [], must_not_contain: forbidden, count_of: countOf } = edge.expect;
  const whole = { ...plan, variables: plan.variables.map((each) => ({ ...each, include: true })) };
  const { columns } = collect(sourceOf(edge.folder, edge.file), whole);
  for (const { row, column, value } of values) {
    const variable = plan.variables.find((each) => each.heading === column);
    const stored = columns.get(variable?.name ?? '')?.[row] ?? null;
    expect(typeof stored === 'number' ? stored : String(stored), column).toBe(
      typeof stored === 'number' ? Number(value) : value
    );
  }
  const texts = [...columns.values()].flat().filter((each: Stored) => typeof each === 'string');
  const headings = plan.variables.map((variable) => variable.heading);
  if (forbidden)
    expect([...texts, ...headings].some((text) => text.includes(forbidden))).toBe(false);
  for (const [text, count] of Object.entries(countOf ?? {}))
    expect(texts.reduce((sum, each) => sum + each.split(text).length - 1, 0)).toBe(count);
}
