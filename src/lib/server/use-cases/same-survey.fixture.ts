import type { Category, Variable } from '$lib/codebook/codebook';
import { labelIn } from '$lib/codebook/codebook';
import type { StoredResponses } from '$lib/server/db/stored-responses';
import {
  estimateMean,
  estimateProportion,
  simpleDesign,
  type Column,
  type Estimate
} from '$lib/estimation';

/** A file of the fictional survey, with what goes beside it. */
export interface SurveyExport {
  file: string;
  companions?: string[];
  /** codes that only somebody with the form at hand can tell are refusals, by item */
  refused?: Partial<Record<ItemName, string>>;
  /** what the export has lost for good: then its numbers differ here, and only here */
  loses?: 'base of needs';
}

const xlsForm = ['xlsform-survey.csv', 'xlsform-choices.csv', 'xlsform-settings.csv'];

/** The 21 shapes in which tools write the same 40 answers. */
export const exportsOfSurvey: readonly SurveyExport[] = [
  { file: 'kobo-names.csv', companions: xlsForm },
  { file: 'kobo-labels.csv', companions: xlsForm },
  { file: 'odk-central-main.csv', companions: xlsForm },
  { file: 'qualtrics-numeric.csv' },
  { file: 'qualtrics-choicetext.csv' },
  { file: 'qualtrics-choicetext-utf16.tsv' },
  { file: 'surveymonkey-condensed.csv' },
  { file: 'surveymonkey-expanded.csv' },
  // Numbers only: that income 5 is a refusal stands in the questionnaire and nowhere else.
  { file: 'surveymonkey-numeric.csv', refused: { income: '5' } },
  { file: 'googleforms-sheet.csv' },
  { file: 'googleforms-download.csv' },
  { file: 'msforms.csv' },
  { file: 'typeform.csv' },
  { file: 'jotform.csv' },
  { file: 'formbricks.csv' },
  { file: 'limesurvey-code.csv' },
  { file: 'limesurvey-codetext.csv' },
  { file: 'limesurvey-vv.txt' },
  { file: 'alchemer.csv' },
  // Who ticked nothing and who was not asked are both all zeros.
  { file: 'redcap-raw.csv', companions: ['redcap-dictionary.csv'], loses: 'base of needs' },
  { file: 'redcap-labels.csv', loses: 'base of needs' }
];

type ItemName = 'neighborhood' | 'sat' | 'income' | 'kids';

const LABELS: Record<ItemName, string[]> = {
  neighborhood: ['Eastside', 'Mill District', 'Old Town', 'Northgate'],
  sat: ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'],
  income: ['Under $25,000', '$25,000 - $49,999', '$50,000 - $99,999', '$100,000 or more'],
  kids: ['Yes', 'No']
};

const NEEDS: [label: string, code: string][] = [
  ['Affordable housing', 'housing'],
  ['Food, groceries and meals', 'food'],
  ['Getting around (bus, rides)', 'transport'],
  ['Child care', 'childcare'],
  ['Health care / mental health', 'health'],
  ['Jobs; job training', 'jobs'],
  ['Other', 'other'],
  ['None of these', 'none']
];

const HEADINGS = {
  neighborhood: /neighborhood|nbhd/i,
  sat_parks: /parks/i,
  sat_transit: /bus service|transit/i,
  sat_safety: /safe after dark|safety/i,
  nps: /recommend|\bnps\b/i,
  hh_size: /how many people|hh_?size/i,
  kids: /children under 18|\bkids\b/i,
  care_hours: /child care do you need|care_?h(ou)?rs/i,
  income: /income/i
};

/** Every published number of the survey, by name. */
export function indicatorsOf(
  responses: StoredResponses,
  { refused = {} }: SurveyExport
): Map<string, Estimate> {
  const found = new Map<string, Estimate>();
  const design = simpleDesign(responses.rows);
  const share = (name: string, member: Column): void => {
    found.set(name, estimateProportion(design, member, { within: 'all' }));
  };
  const mean = (name: string, values: Column): void => {
    found.set(name, estimateMean(design, values, { within: 'all' }));
  };
  const steps = (heading: keyof typeof HEADINGS, item: ItemName): Column =>
    stepsOf(responses, variableOf(responses, HEADINGS[heading]), LABELS[item], refused[item]);

  for (const [option, member] of needsOf(responses)) share(`needs: ${option}`, member);
  for (const item of ['sat_parks', 'sat_transit', 'sat_safety'] as const) {
    const values = steps(item, 'sat');
    mean(item, values);
    share(
      `${item}: satisfied`,
      mapped(values, (value) => (value >= 4 ? 1 : 0))
    );
  }
  const nps = responses.numbers(variableOf(responses, HEADINGS.nps).name).values;
  mean(
    'nps',
    mapped(nps, (value) => (value >= 9 ? 100 : value <= 6 ? -100 : 0))
  );
  mean('hh_size', responses.numbers(variableOf(responses, HEADINGS.hh_size).name).values);
  mean('care_hours', responses.numbers(variableOf(responses, HEADINGS.care_hours).name).values);
  for (const item of ['neighborhood', 'kids', 'income'] as const) {
    const values = steps(item, item);
    LABELS[item].forEach((label, i) => {
      share(
        `${item}: ${label}`,
        mapped(values, (value) => (value === i + 1 ? 1 : 0))
      );
    });
  }
  return found;
}

const mapped = (values: Column, to: (value: number) => number): Column =>
  values.map((value) => (Number.isNaN(value) ? NaN : to(value)));

function variableOf({ codebook }: StoredResponses, heading: RegExp): Variable {
  const asked = codebook.variables.filter(
    ({ kind, role, labels, name }) =>
      (role === 'answer' || role === 'area') &&
      kind !== 'text' &&
      kind !== 'date' &&
      (heading.test(labelIn(labels, 'en')) || heading.test(name))
  );
  // The options of the select-all may mention the word too.
  const isOption = new Set(
    codebook.questions.flatMap(({ kind, variables }) =>
      kind === 'multiple-response' ? variables : []
    )
  );
  const variable = asked.find(({ name }) => !isOption.has(name));
  if (!variable) throw new Error(`no variable for ${heading.source}`);
  return variable;
}

/** Place of the answer on the form, from 1; NaN when there is none. */
function stepsOf(
  responses: StoredResponses,
  variable: Variable,
  labels: readonly string[],
  refused: string | undefined
): Column {
  const { codes, categories } = responses.categories(variable.name);
  const places = categories.map((category) =>
    category.code === refused ? NaN : placeOf(category, labels)
  );
  return Float64Array.from(codes, (code) => places[code - 1] ?? NaN);
}

/** By its label, else by the number of its code: 1, A1; of yes and no the code says itself. */
function placeOf(category: Category, labels: readonly string[]): number {
  const label = labelIn(category.labels, 'en').toLowerCase();
  const named = labels.findIndex((text) => text.toLowerCase() === label);
  if (named >= 0) return named + 1;
  if (labels.length === 2) {
    const place = { '1': 1, Y: 1, yes: 1, '2': 2, '0': 2, N: 2, no: 2 }[category.code];
    if (place !== undefined) return place;
  }
  const number = Number(/^A?(\d)$/.exec(category.code)?.[1] ?? NaN);
  if (number >= 1 && number <= labels.length) return number;
  throw new Error(`"${category.code}" is no answer of the form`);
}

function needsOf(responses: StoredResponses): [string, Column][] {
  const { codebook } = responses;
  const question = codebook.questions.find(
    ({ kind, variables }) => kind === 'multiple-response' && variables.length >= 7
  );
  const options = (question?.variables ?? []).map((name) => {
    const variable = codebook.variables.find((one) => one.name === name);
    const label = variable ? labelIn(variable.labels, 'en') : '';
    const item = NEEDS.find(
      ([text, code]) => label === text || new RegExp(`(^|_)${code}$`).test(name)
    );
    const isOther = /^other\b/i.test(label);
    return { name, label: item?.[0] ?? (isOther ? 'Other' : label) };
  });
  return NEEDS.flatMap(([label]): [string, Column][] => {
    const option = options.find((one) => one.label === label);
    if (!option) return [];
    const { codes } = responses.categories(option.name);
    return [[label, Float64Array.from(codes, (code) => (code === 0 ? NaN : code - 1))]];
  });
}
