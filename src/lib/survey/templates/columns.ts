import { labelIn, type Labels } from '$lib/codebook/codebook';
import type { ImportPlan, PlannedQuestion, PlannedVariable } from '../plan';

/** A column of a file as a proposal describes it: what it is called, asked and made into. */
export interface PlanColumn {
  index: number;
  heading: string;
  /** the tool's own name of the column, which stays when its heading is changed */
  toolId: string | null;
  /** question and item, a text a language */
  wording: Labels;
  variable: PlannedVariable;
  question: PlannedQuestion | null;
}

/** The columns of a plan by their position; a column that no variable stands for is left out. */
export function columnsOf(plan: ImportPlan): PlanColumn[] {
  const questionOf = new Map<string, PlannedQuestion>();
  for (const question of plan.questions)
    for (const name of question.variables) questionOf.set(name, question);
  // Columns of a joined cell are asked through the variables of their options.
  for (const { columnIndex, name, source } of plan.variables) {
    const question = questionOf.get(name);
    if (columnIndex !== null || !question || source.from === 'spread') continue;
    const whole = plan.variables.find((one) => one.columnIndex === source.column);
    if (whole && !questionOf.has(whole.name)) questionOf.set(whole.name, question);
  }
  return plan.variables
    .flatMap((variable) => {
      const { columnIndex, heading, toolId } = variable;
      if (columnIndex === null) return [];
      const question = questionOf.get(variable.name) ?? null;
      return [
        {
          index: columnIndex,
          heading,
          toolId: toolId ?? null,
          wording: wordingOf(variable, question),
          variable,
          question
        }
      ];
    })
    .sort((a, b) => a.index - b.index);
}

/** The question with its item, as far as each language says them. */
function wordingOf({ labels }: PlannedVariable, question: PlannedQuestion | null): Labels {
  const asked = question && question.variables.length > 1 ? question.labels : {};
  return Object.fromEntries(
    [...new Set([...Object.keys(labels), ...Object.keys(asked)])].map((language) => [
      language,
      [asked[language], labels[language]].filter(Boolean).join(' ')
    ])
  );
}

/** Letters and digits of a text, small, without accents: what stays alike when a form is tidied up. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * An answer as it is compared with others: case, accents, spaces and kinds of quotes and dashes count for
 * nothing; signs such as < and + do.
 */
export const spelling = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;:,!?]+$/, '');

/** Headings in file order, with what further header rows say: the fingerprint's text. */
export const headingTexts = (plan: ImportPlan): string[] =>
  columnsOf(plan).map(({ heading, wording }) =>
    plan.layout.headerRows > 1 ? `${heading}\n${labelIn(wording, 'en')}` : heading
  );
