import type { Issue } from '$lib/base/issue';
import { findXlsFormSheet, readXlsForm, type FormDefinition } from '../formats/reading/xlsform';
import type { JoinPlan } from '../plan';
import { readCodebook } from './codebook';
import { countFound, mergeDefinitions, type Definition } from './definition';
import { findParentKey, findSharedKey, type KeyPair } from './keys';
import { numberedColumns } from './numbered';
import type { PairKind, Paired } from './paired';
import { readRedcapDictionary } from './redcap-dictionary';
import { repeatName } from './repeat-name';
import { sheetOf, type OpenTable } from './table';
import { fromXlsForm } from './xlsform-definition';

/** A child table whose rows belong to rows of the main one. */
export interface PairedRepeat {
  table: OpenTable;
  name: string;
  key: { main: number; joined: number };
}

/** What the tables beside the main one are to it. */
export interface Pairing {
  paired: Paired[];
  form: FormDefinition | null;
  definition: Definition | null;
  /** tables whose cells are read into the rows of the main one; offsets count from its width */
  joins: { plan: JoinPlan; table: OpenTable; name: string }[];
  repeats: PairedRepeat[];
  issues: Issue[];
}

/** Finds out what each further table is: by its headings first, then by the keys it shares. */
export function pairTables(main: OpenTable, others: readonly OpenTable[]): Pairing {
  const pairing: Pairing = {
    paired: [],
    form: null,
    definition: null,
    joins: [],
    repeats: [],
    issues: []
  };
  readDefinitions(main, others, pairing);
  let offset = main.opened.layout.columns;
  for (const table of others) {
    const kind = table.format.companion;
    if (kind !== undefined && kind !== 'repeat') continue;
    const pair = kind === 'repeat' ? findParentKey(main, table) : sharedKey(main, table);
    if (!pair) {
      unknown(main, table, pairing);
      continue;
    }
    const isSameTool = table.format.id !== 'generic' && table.format.id === main.format.id;
    if (kind !== 'repeat' && pair.isWeak && !isSameTool)
      pairing.issues.push({
        code: 'JOIN_UNSURE',
        severity: 'question',
        where: { column: pair.main.heading, columnIndex: pair.main.index },
        params: { name: table.file, column: pair.main.heading }
      });
    const key = { main: pair.main.index, joined: pair.joined.index };
    const isChild = kind === 'repeat' || !pair.isUnique;
    pairing.paired.push(pairedOf(table, pair, isChild, kind === 'repeat'));
    const name = repeatName(main, table, pairing.form);
    if (isChild) pairing.repeats.push({ table, name, key });
    const { layout } = table.opened;
    const columns = isChild ? 1 : layout.columns;
    const { file, container } = table;
    const plan: JoinPlan = {
      file,
      ...(container && { container }),
      layout,
      key: [key],
      take: isChild ? 'count' : 'cells',
      offset,
      columns
    };
    pairing.joins.push({ plan, table, name });
    offset += columns;
  }
  return pairing;
}

const sharedKey = (main: OpenTable, table: OpenTable): KeyPair | null =>
  isAnotherExport(main, table) ? null : findSharedKey(main, table);

/** Much the same headings: the same survey once more, another wave or part of it. */
function isAnotherExport(main: OpenTable, { headings, format }: OpenTable): boolean {
  const own = new Set(main.headings.map((heading) => heading.toLowerCase()));
  const shared = headings.filter((heading) => heading !== '' && own.has(heading.toLowerCase()));
  const isSameTool = format.id !== 'generic' && format.id === main.format.id;
  return (
    shared.length >= 3 &&
    (shared.length > headings.length * 0.5 || (isSameTool && shared.length >= 4))
  );
}

function pairedOf(table: OpenTable, pair: KeyPair, isChild: boolean, isTool: boolean): Paired {
  const isNumbered = !isChild && numberedColumns(table) >= 10;
  const kind: PairKind = isChild ? 'repeat' : isNumbered ? 'weights' : 'columns';
  return {
    ...placeOf(table),
    kind,
    reason: isTool
      ? 'parent-key'
      : isChild
        ? 'many-rows-per-id'
        : isNumbered
          ? 'same-id-numbered'
          : 'same-id',
    mainColumn: pair.main.heading,
    companionColumn: pair.joined.heading,
    matched: pair.matched,
    unmatched: pair.unmatched
  };
}

const placeOf = ({ file, container }: OpenTable) => ({ file, ...(container && { container }) });

/** A table that does not pair. Of a workbook a further sheet is a note; a further file is a question of its own. */
function unknown(main: OpenTable, table: OpenTable, { paired, issues }: Pairing): void {
  const isSame = isAnotherExport(main, table);
  paired.push({
    ...placeOf(table),
    kind: 'none',
    reason: isSame ? 'same-columns' : 'unknown',
    matched: 0,
    unmatched: sheetOf(table).rows.length
  });
  const sheet = table.container?.kind === 'xlsx' ? table.container.sheet : undefined;
  const isOwnFile = table.file !== main.file;
  const params = { name: sheet ?? table.file, main: main.file };
  const holdsResponses = isSame || table.format.id !== 'generic' || table.headings.length >= 4;
  if (isOwnFile && holdsResponses)
    issues.push({ code: 'TWO_SURVEYS', severity: 'error', where: { field: table.file }, params });
  else
    issues.push({
      code: sheet === undefined ? 'COMPANION_UNKNOWN' : 'SHEET_NOT_READ',
      severity: 'note',
      where: { field: table.file },
      params
    });
}

const holdsRows = ({ format }: OpenTable): boolean =>
  format.companion === undefined || format.companion === 'repeat';

function readDefinitions(main: OpenTable, others: readonly OpenTable[], pairing: Pairing): void {
  const definitions: Definition[] = [];
  const sheets: Partial<
    Record<'survey' | 'choices' | 'settings', { headings: string[]; rows: string[][] }>
  > = {};
  // A form asks its repeated questions in other tables.
  const headings = [main, ...others.filter((table) => holdsRows(table))].flatMap(
    (table) => table.headings
  );
  const found = (table: OpenTable, kind: PairKind, definition: Definition | null): void => {
    const fields = definition?.fields.length ?? 0;
    const matched = definition ? countFound(definition, headings) : 0;
    pairing.paired.push({
      ...placeOf(table),
      kind,
      reason: 'headings',
      matched,
      unmatched: fields - matched
    });
    if (definition) definitions.push(definition);
  };
  for (const table of others) {
    const kind = table.format.companion;
    if (kind === 'events') found(table, 'events', null);
    if (kind === 'dictionary') found(table, 'dictionary', readRedcapDictionary(sheetOf(table)));
    if (kind === 'codebook') found(table, 'codebook', readCodebook(sheetOf(table)));
    if (kind !== 'form') continue;
    const part = findXlsFormSheet(table.headings);
    if (part) sheets[part] ??= { headings: table.headings, rows: sheetOf(table).rows };
  }
  const { survey, choices, settings } = sheets;
  const form = survey ? readXlsForm({ survey, choices, settings }) : null;
  for (const table of others.filter((each) => each.format.companion === 'form')) {
    const isSurvey = findXlsFormSheet(table.headings) === 'survey';
    const definition = isSurvey && form ? fromXlsForm(form) : null;
    const before = definitions.length;
    found(table, 'form', definition);
    // The tool's own format follows the form's paths; the definition is for all other tables.
    if (['kobo', 'odk-central'].includes(main.format.id)) definitions.length = before;
  }
  if (!survey && choices)
    pairing.issues.push({ code: 'FORM_WITHOUT_SURVEY', severity: 'note', where: {}, params: {} });
  pairing.form = form;
  pairing.definition = definitions.length > 0 ? mergeDefinitions(definitions) : null;
}
