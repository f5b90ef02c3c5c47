import { describe, expect, test } from 'vitest';
import { issueMessage } from '$lib/text/en/import-issues';
import { inspectSurvey, type Inspected } from '$lib/survey/inspect';
import type { NamedSource } from '$lib/survey/plan-survey';
import { collect, type Stored } from './collect';
import { runCheck, type Subject } from './compare';
import { runCanonical } from './canonical';
import {
  canonicalOf,
  edgeCases,
  expectedFiles,
  sourceOf,
  type EdgeCase,
  type ExpectedFile
} from './expected';
import { implementedEdges, implementedFiles } from './implemented';

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

const isImplemented = (entry: ExpectedFile): boolean =>
  implementedFiles.some((pattern) => pattern.test(entry.file)) && entry.rows !== null;

const all = expectedFiles();

describe('survey files import as their ground truth says', () => {
  describe.each(all.filter(isImplemented))('$file', (entry) => {
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
      return;
    }

    test('rows, columns, delimiter, header rows and encoding', () => {
      const { inspection, plan } = inspect();
      expect(plan).not.toBeNull();
      expect(inspection.rows).toBe(entry.rows);
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
    test.runIf(canonical !== null && entry.rows === canonical.respondents)(
      'the same indicators as every other export of the survey',
      () => {
        const { inspection } = inspect();
        if (canonical) runCanonical(canonical, inspection, entry.file);
      }
    );

    const checks = entry.checks.filter(
      (check) => !['dedupe', 'structure'].includes(check.kind ?? '')
    );
    test.runIf(checks.length > 0).each(checks)('$variable ($kind)', (check) => {
      runCheck(check, subjectOf());
    });
  });
});

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
  test.each(edges.filter((edge) => implementedEdges.includes(edge.id)))('$id $title', (edge) => {
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

describe('not implemented', () => {
  const files = all.filter((entry) => !isImplemented(entry)).map((entry) => entry.file);
  const ids = edgeCases()
    .filter((edge) => !implementedEdges.includes(edge.id) || !edge.file.startsWith('edge/'))
    .map((edge) => `${edge.id} ${edge.title}`);
  test.skip.each([...files, ...ids])('%s', () => {});
});
