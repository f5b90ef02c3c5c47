import type { Category, MissingCode, QuestionKind } from '$lib/codebook/codebook';
import { headingWords } from '../identifiers/headings';
import type { IdentifierType } from '../identifiers/kinds';
import type { ImportPlan, PlannedVariable, Protection } from '../plan';
import { OUTSIDE_TOKEN, UNREADABLE_TOKEN } from './protected-encoder';

/** A way to protect as a person chooses it: the columns of a place are looked up when it is carried out. */
export type ProtectionWish =
  Exclude<Protection, { how: 'area' }> | { how: 'area'; areaSetId: string };

/** One decision of the privacy step. */
export interface ProtectionChoice {
  /** name of the variable */
  variable: string;
  /** null: stored as it is when it is no personal data, kept private when it is */
  protect: ProtectionWish | null;
  include: boolean;
}

/**
 * The plan with one variable made safe in the chosen way, or left out. What it becomes decides its kind:
 * kept private and pseudonyms are words that no estimate reads; a ZIP3, a birth year, an age band and an
 * area are answers like any other. Whatever was chosen before is forgotten. The same plan when it has no
 * such variable, or when the values do not come from one column.
 *
 * @param proposal the plan as the program proposed it
 */
export function withProtection(
  plan: ImportPlan,
  { variable: name, protect, include }: ProtectionChoice,
  proposal: ImportPlan
): ImportPlan {
  const proposed = proposal.variables.find((one) => one.name === name);
  if (proposed?.source.from !== 'column') return plan;
  const now = plan.variables.find((one) => one.name === name);
  const question = proposal.questions.find(({ variables }) => variables.includes(name));
  const isPersonal = proposed.role === 'identifier' || proposed.protect !== undefined;
  const wish = protect ?? (isPersonal ? ({ how: 'private' } as const) : null);
  const how = wish && include ? resolved(wish, proposed, proposal) : null;
  if (wish && include && !how) return plan;
  const made = how ? protectedVariable(proposed, how) : { ...proposed, include };
  if (now && !how && now.include === include && !now.protect && !proposed.protect) return plan;
  return {
    ...plan,
    variables: plan.variables.map((one) => (one.name === name ? made : one)),
    questions: plan.questions.map((one) =>
      one.id === question?.id
        ? {
            ...one,
            kind: how ? questionKinds[how.how] : question.kind,
            labels: made.labels,
            confidence: include ? 1 : one.confidence
          }
        : one
    )
  };
}

/** null when the file has no pair of coordinates to look an area up by. */
function resolved(
  wish: ProtectionWish,
  variable: PlannedVariable,
  proposal: ImportPlan
): Protection | null {
  if (wish.how !== 'area') return wish;
  const pair = coordinatesOf(variable, proposal.variables);
  return pair && { ...wish, ...pair };
}

const LATITUDE = /\b(lat|latitude|latitud|northing)\b|^(point )?y( coord(inate)?)?$/;
const LONGITUDE = /\b(lon|long|lng|longitude|longitud|easting)\b|^(point )?x( coord(inate)?)?$/;
const OTHER_PART = /\b(altitude|altitud|elevation|precision|accuracy)\b/;

/**
 * The columns of the place a variable holds: twice its own when it holds latitude and longitude in one
 * cell; its own and that of the nearest longitude with the same name otherwise. Null for a longitude, an
 * altitude or a lone latitude: the place is made of the latitude.
 */
export function coordinatesOf(
  variable: PlannedVariable,
  variables: readonly PlannedVariable[]
): { latitude: number; longitude: number } | null {
  if (variable.source.from !== 'column') return null;
  const { column } = variable.source;
  const words = headingWords(variable.heading);
  if (LONGITUDE.test(words) || OTHER_PART.test(words))
    return LATITUDE.test(words) ? both(column) : null;
  if (!LATITUDE.test(words)) return both(column);
  const stem = words.replace(LATITUDE, '').trim();
  const longitudes = variables.flatMap(({ heading, source }) => {
    const other = headingWords(heading);
    return source.from === 'column' && LONGITUDE.test(other) && !LATITUDE.test(other)
      ? [{ column: source.column, isSame: other.replace(LONGITUDE, '').trim() === stem }]
      : [];
  });
  longitudes.sort(
    (a, b) =>
      Number(b.isSame) - Number(a.isSame) ||
      Math.abs(a.column - column) - Math.abs(b.column - column)
  );
  const [nearest] = longitudes;
  return nearest ? { latitude: column, longitude: nearest.column } : null;
}

const both = (column: number) => ({ latitude: column, longitude: column });

const questionKinds: Record<Protection['how'], QuestionKind> = {
  private: 'identifier',
  pseudonym: 'identifier',
  rounded: 'identifier',
  zip3: 'single',
  'birth-year': 'single',
  'age-band': 'single',
  area: 'single'
};

function protectedVariable(proposed: PlannedVariable, protect: Protection): PlannedVariable {
  const coarse = protect.how !== 'private' && protect.how !== 'pseudonym';
  const extra: MissingCode[] = [
    ...(coarse ? [{ token: UNREADABLE_TOKEN, reason: 'unreadable' as const }] : []),
    ...(protect.how === 'area' ? [{ token: OUTSIDE_TOKEN, reason: 'not-applicable' as const }] : [])
  ];
  const answers: Partial<Record<Protection['how'], 'answer' | 'area'>> = {
    zip3: 'area',
    area: 'area',
    'birth-year': 'answer',
    'age-band': 'answer'
  };
  const role = answers[protect.how] ?? 'identifier';
  return {
    ...proposed,
    include: true,
    protect,
    confidence: 1,
    role,
    kind: role === 'identifier' ? 'text' : 'categorical',
    categories: [],
    missing: [...proposed.missing, ...extra],
    ...(protect.how === 'area' && { labels: { en: 'Area of the place', es: 'Zona del lugar' } })
  };
}

/** Personal data that is read must be protected: what nobody chose a way for is kept private. */
export const withPrivateIdentifiers = (plan: ImportPlan): ImportPlan => {
  const isBare = ({ role, include, protect, source }: PlannedVariable): boolean =>
    include && role === 'identifier' && !protect && source.from === 'column';
  if (plan.asIs || !plan.variables.some(isBare)) return plan;
  return {
    ...plan,
    variables: plan.variables.map((one) =>
      isBare(one) ? { ...one, kind: 'text', categories: [], protect: { how: 'private' } } : one
    )
  };
};

/** Years and regions are met in the order of the rows; they are listed in their own order. */
export function inOwnOrder(met: Category[], protect: Protection | undefined): Category[] {
  if (protect?.how !== 'birth-year' && protect?.how !== 'zip3') return met;
  const sorted = met.map(({ code }) => code).sort();
  return met.map((one) => ({ ...one, order: sorted.indexOf(one.code) }));
}

/** Ways to protect a kind of personal data, safest first; leaving it out is always one more. */
export function waysFor(type: IdentifierType): Protection['how'][] {
  if (type === 'birth-date') return ['private', 'birth-year'];
  if (type === 'location') return ['private', 'rounded', 'area'];
  if (type === 'address') return ['private'];
  return ['private', 'pseudonym'];
}

/** Answers that are not personal by themselves and can point to a person together. */
export type QuasiIdentifier = 'zip' | 'area' | 'age' | 'birth-year' | 'race' | 'gender';

const QUASI: readonly [QuasiIdentifier, RegExp][] = [
  ['zip', /\b(zip ?(code)?|postal ?code|postcode|codigo postal|cp)\b/],
  [
    'birth-year',
    /\b(birth ?year|year of birth|year born|what year were you born|ano de nacimiento)\b/
  ],
  [
    'age',
    /^(age|edad)\b|\b(your|respondent s|current) age\b|\bage (group|range|category)\b|\bhow old are you\b|\b(cuantos anos tiene|que edad|su edad)\b/
  ],
  ['race', /\b(race|ethnic(ity)?|hispanic|latin[oax]|raza|etnia|etnicidad|origen etnico)\b/],
  ['gender', /\b(gender|sex|genero|sexo)\b/],
  [
    'area',
    /\b(neighborhood|neighbourhood|barrio|colonia|tract|census tract|block group|village|municipality|municipio)\b/
  ]
];

/** What a variable tells about who a person is; null when it tells nothing of that kind. */
export function quasiIdentifier(variable: PlannedVariable): QuasiIdentifier | null {
  if (variable.source.from !== 'column' || !['answer', 'area'].includes(variable.role)) return null;
  const texts = [variable.heading, ...Object.values(variable.labels)].filter(
    (text) => text.length <= 80
  );
  const found = QUASI.find(([, pattern]) => texts.some((text) => pattern.test(headingWords(text))));
  if (found) return found[0];
  return variable.role === 'area' ? 'area' : null;
}
