import { categoricalItems, textOf, wordingOf } from './survey-items';
import { consentWords } from './propose-mappings';
import { answersOf } from './yes-no';
import type { Codebook, Labels } from '$lib/codebook/codebook';

/** A question by which people can be split, with its categories. */
export interface GroupVariable {
  name: string;
  labels: Labels;
  categories: { code: string; labels: Labels }[];
  /** about who people are (age, tenure, income ...), so offered first */
  isAboutPeople: boolean;
}

const aboutPeople =
  /\b(age group|edad|gender|g[eé]nero|race|raza|ethnic\w*|etni\w*|hispanic|best describes you|what language|which language|qu[eé] idioma|own or rent|propio o rentado|income|ingreso\w*|education|educaci[oó]n|employment|empleo|disability|discapacidad|insurance|marital)\b|(^|[_/])(age|age_\w+|sex|race|race_\w+|ethnicity|income|tenure|language|disability|gender|education|employment|insurance|household_\w+)($|[_/])/i;

/** Most members a split may have: beyond that cells are too small to show and charts too long. */
const mostMembers = 12;

/** Questions of one choice with 2 to 12 answers, those about who people are first. Areas are apart. */
export function groupVariables(codebook: Codebook): GroupVariable[] {
  return categoricalItems(codebook)
    .flatMap((item): GroupVariable[] => {
      const { question, variable } = item;
      const members = answersOf(variable.categories).length;
      const isOne = ['single', 'scale'].includes(question.kind) && question.variables.length === 1;
      if (consentWords.test(textOf(item))) return [];
      if (!isOne || members < 2 || members > mostMembers) return [];
      const isAboutPeople = aboutPeople.test(textOf(item));
      return [
        {
          name: variable.name,
          labels: wordingOf(item),
          categories: variable.categories.map(({ code, labels }) => ({ code, labels })),
          isAboutPeople
        }
      ];
    })
    .sort((a, b) => Number(b.isAboutPeople) - Number(a.isAboutPeople));
}
