import type { Category, Labels, MissingCode } from '$lib/codebook/codebook';
import type { Proposal } from '../columns/classify';
import type { ColumnFacts } from '../columns/facts';
import { lostDigits, numberTokens, type VariableOptions } from '../columns/number-tokens';
import { unnamed } from '../formats/format';
import type { PlannedVariable, SplitRule, ValueSource } from '../plan';
import { amountsInOrder } from '../values/bands';
import { findMissingWord } from '../values/missing';
import { findScale, findYesNo } from '../values/scales';

const NOT_CHOSEN: Category = {
  code: '0',
  labels: { en: 'Not chosen', es: 'No elegida' },
  order: 0
};
const CHOSEN: Category = { code: '1', labels: { en: 'Chosen', es: 'Elegida' }, order: 1 };

/** Spellings of yes and no that mean the same; null when the column has no variety to bring together. */
function findYesNoSpellings(answers: readonly string[]): Record<string, string> | null {
  if (answers.length < 3) return null;
  const hasWord = answers.some((text) => findYesNo(text) !== null && /\p{L}{2}/u.test(text));
  if (!hasWord) return null;
  const yes: string[] = [];
  const no: string[] = [];
  for (const text of answers) {
    const meaning = text === '1' ? true : text === '0' ? false : findYesNo(text);
    if (meaning === null) return null;
    (meaning ? yes : no).push(text);
  }
  if (yes.length === 0 || no.length === 0) return null;
  const merge: Record<string, string> = {};
  for (const text of yes) merge[text] = 'Yes';
  for (const text of no) merge[text] = 'No';
  return merge;
}

/** `1 (None at all)`, `2`, ..., `10 (All my time)`: the number is the code, the words belong to its label. */
function labelledEnds(
  answers: readonly string[]
): { merge: Record<string, string>; categories: Category[] } | null {
  const scale = findScale(answers);
  if (scale?.id !== 'labelled-ends') return null;
  const merge: Record<string, string> = {};
  const categories = scale.order.map((text, order): Category => {
    const code = /^\d+/.exec(text.trim())?.[0] ?? text;
    if (code !== text) merge[text] = code;
    return { code, labels: unnamed(text), order };
  });
  return { merge, categories };
}

/** The variable of a column that stands for itself: not an option of a multiple-response set. */
export function columnVariable(
  facts: ColumnFacts,
  proposal: Proposal,
  options: VariableOptions
): PlannedVariable {
  const { column, hint } = facts;
  const missing = [
    ...facts.missing,
    ...numberTokens(facts, proposal, options),
    ...lostDigits(facts, proposal)
  ];
  const isMissing = new Set(missing.map((code) => code.token));
  const answers = [...facts.answers.keys()].filter((text) => !isMissing.has(text));
  const isWritten = proposal.kind === 'categorical' && hint.categories === undefined;
  const merge = isWritten && proposal.role === 'answer' ? findYesNoSpellings(answers) : null;
  const ends = isWritten && proposal.role === 'answer' ? labelledEnds(answers) : null;
  const same = merge ?? ends?.merge ?? hint.merge;
  const source: ValueSource = {
    from: 'column',
    column: column.index,
    ...(proposal.kind === 'numeric' && facts.number && { number: facts.number }),
    ...(proposal.kind === 'date' && facts.date && { date: facts.date.style }),
    ...(same && { merge: same }),
    ...(options.repair &&
      proposal.kind !== 'numeric' &&
      proposal.kind !== 'date' && { repair: options.repair })
  };
  const categories =
    proposal.kind === 'categorical'
      ? merge
        ? categoriesInOrder(['Yes', 'No'])
        : (ends?.categories ?? categoriesOf(facts, answers, isMissing))
      : [];
  return {
    columnIndex: column.index,
    name: options.name,
    heading: column.heading,
    labels: hint.labels ?? unnamed(facts.label),
    kind: proposal.kind,
    role: proposal.role,
    categories,
    missing,
    source,
    include: isIncluded(facts, proposal),
    ...(hint.unit !== undefined && { unit: hint.unit }),
    confidence: proposal.confidence,
    reason: hint.isRedundant ? 'summary-of-options' : proposal.reason
  };
}

/** Personal data, summaries of option columns and empty columns stay out until a person says otherwise. */
const isIncluded = ({ hint, nAnswers }: ColumnFacts, proposal: Proposal): boolean =>
  hint.isRedundant !== true &&
  proposal.role !== 'empty' &&
  !(proposal.role === 'identifier') &&
  proposal.reason !== 'id-digits-lost' &&
  !(proposal.role === 'paradata' && nAnswers === 0);

function categoriesOf(
  facts: ColumnFacts,
  answers: readonly string[],
  isMissing: ReadonlySet<string>
): Category[] {
  const known = facts.hint.categories;
  if (known) {
    const defined = known.filter((category) => !isMissing.has(category.code));
    // Label exports hold the labels in the cells: then those are the codes of the file.
    const usesLabels =
      answers.some((text) => !known.some((each) => each.code === text)) &&
      answers.some((text) => known.some((each) => Object.values(each.labels).includes(text)));
    const listed = usesLabels
      ? defined.map((each) => {
          const written = answers.find((text) => Object.values(each.labels).includes(text));
          return { ...each, code: written ?? Object.values(each.labels)[0] ?? each.code };
        })
      : defined;
    const rest = answers.filter((text) => !listed.some((each) => each.code === text));
    return [...listed.filter((each) => !isMissing.has(each.code)), ...rest.map(toCategory)].map(
      (category, order) => ({ ...category, order })
    );
  }
  const scale = findScale(answers);
  if (scale) return categoriesInOrder(scale.order);
  if (facts.number && answers.every((text) => /^-?\d+(\.\d+)?$/.test(text)))
    return categoriesInOrder([...answers].sort((a, b) => Number(a) - Number(b)));
  const byCount = [...answers].sort(
    (a, b) => (facts.answers.get(b) ?? 0) - (facts.answers.get(a) ?? 0)
  );
  return categoriesInOrder(amountsInOrder(byCount) ?? byCount);
}

const toCategory = (text: string, order: number): Category => ({
  code: text,
  labels: unnamed(text),
  order
});

const categoriesInOrder = (texts: readonly string[]): Category[] => texts.map(toCategory);

/** One option of a multiple-response set that has a column of its own. */
export function memberVariable(
  facts: ColumnFacts,
  name: string,
  source: ValueSource,
  missing: MissingCode[]
): PlannedVariable {
  return {
    columnIndex: facts.column.index,
    name,
    heading: facts.column.heading,
    labels: memberLabels(facts),
    kind: 'categorical',
    role: 'answer',
    categories: [NOT_CHOSEN, CHOSEN],
    missing,
    source,
    include: true,
    confidence: 0.9,
    reason: 'option-column'
  };
}

/** The option's text: from the form or heading, else the one text its cells repeat. */
function memberLabels(facts: ColumnFacts): Labels {
  const { hint, column } = facts;
  const texts = [...facts.answers.keys()].filter(
    (text) => !/^(not selected|unchecked|\d+|-\d+)$/i.test(text) && findYesNo(text) === null
  );
  const own = texts.length === 1 ? texts[0] : undefined;
  const isNamed = hint.labels !== undefined;
  if (!isNamed && own !== undefined && hint.isOtherText !== true) return unnamed(own);
  return hint.labels ?? unnamed(column.heading);
}

/** One option of a joined cell. */
export function joinedVariable(
  facts: ColumnFacts,
  name: string,
  option: Category,
  split: SplitRule
): PlannedVariable {
  return {
    columnIndex: null,
    name,
    heading: facts.column.heading,
    labels: option.labels,
    kind: 'categorical',
    role: 'answer',
    categories: [NOT_CHOSEN, CHOSEN],
    missing: facts.missing,
    source: { from: 'joined', column: facts.column.index, option: option.code, split },
    include: true,
    confidence: 0.85,
    reason: 'joined-choices'
  };
}

const OTHER: Labels = { en: 'Other', es: 'Otra' };

/** "Other" of a joined cell: chosen when something stands there that is no option. */
export function restVariable(facts: ColumnFacts, name: string, split: SplitRule): PlannedVariable {
  const option: Category = { code: '', labels: OTHER, order: split.options.length };
  const variable = joinedVariable(facts, name, option, split);
  const { column } = facts;
  return {
    ...variable,
    source: { from: 'joined', column: column.index, option: '', split, rest: 'any' },
    confidence: 0.8,
    reason: 'written-in'
  };
}

/** One row of a battery that stands in one cell. */
export function lineVariable(
  facts: ColumnFacts,
  name: string,
  row: string,
  answers: ReadonlyMap<string, number>
): PlannedVariable {
  const missing: MissingCode[] = [{ token: '', reason: 'blank' }];
  const texts: string[] = [];
  for (const text of answers.keys()) {
    const reason = findMissingWord(text, false);
    if (reason === null) texts.push(text);
    else missing.push({ token: text, reason });
  }
  return {
    columnIndex: null,
    name,
    heading: facts.column.heading,
    labels: unnamed(row),
    kind: 'categorical',
    role: 'answer',
    categories: categoriesInOrder(findScale(texts)?.order ?? texts),
    missing,
    source: { from: 'line', column: facts.column.index, row },
    include: true,
    confidence: 0.85,
    reason: 'lines-of-battery'
  };
}
