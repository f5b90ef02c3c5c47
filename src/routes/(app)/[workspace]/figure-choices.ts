import { labelIn } from '$lib/codebook/codebook';
import { byPlace } from '$lib/indicators/figure-query';
import type { Access } from '$lib/server/access/access';
import { areasOf } from '$lib/server/db/queries/area';
import { listedMembers } from '$lib/server/use-cases/listed-members';
import { listGroups, listInstances } from '$lib/server/use-cases/mapping';
import { wavesWithResponses, type ShownFigure } from '$lib/server/use-cases/show-figure';
import { textFor, type Language } from '$lib/text/text';

export interface Choice {
  value: string;
  label: string;
}

/** Everything the sentence of controls above a figure offers. */
export interface FigureChoices {
  shows: { label: string; options: Choice[] }[];
  groups: Choice[];
  places: Choice[];
  waves: Choice[];
  members: Choice[];
}

const sections = {
  measures: ['unmet-need-rate'],
  services: ['access-barriers', 'importance-satisfaction'],
  prevalence: ['prevalence'],
  gaps: ['coverage-gap', 'people-in-need', 'group-gap'],
  answers: ['answer-shares'],
  between: [
    'group-inequality',
    'avoidable-share',
    'income-slope',
    'place-clustering',
    'change-between-waves',
    'benchmark-gap'
  ],
  community: [
    'top-needs',
    'deprivation-index',
    'neighborhood-deprivation',
    'severity-phase',
    'social-cohesion',
    'participation',
    'school-climate',
    'policy-support',
    'language-match',
    'capacity-need',
    'capacity-use',
    'waiting-time',
    'referral-completion',
    'supply-need-ratio',
    'budget-adequacy',
    'take-up',
    'constituents-affected'
  ]
} as const;

/** Choices of a wave, in the words of the reader. */
export function figureChoices(
  access: Access,
  { wave, query }: Pick<ShownFigure, 'wave' | 'query'>,
  language: Language
): FigureChoices {
  const text = textFor(language).explore;
  const instances = listInstances(access, wave.id);
  const groups = listGroups(access, wave.id);
  const named = (name: string, fallback: string): string => {
    const short = wave.groupNames?.[name];
    return short ? labelIn(short, language) : fallback;
  };
  return {
    shows: Object.entries(sections)
      .map(([section, ids]) => ({
        label: text.group[section as keyof typeof sections],
        options: instances
          .filter(({ indicatorId }) => (ids as readonly string[]).includes(indicatorId))
          .map(({ key, labels, indicatorId }) => ({
            value: key,
            label:
              section === 'gaps'
                ? `${labelIn(labels, language)}: ${(text.indicators[indicatorId] ?? '').toLowerCase()}`
                : labelIn(labels, language)
          }))
      }))
      .filter(({ options }) => options.length > 0),
    groups: [
      ...(wave.areaVariable
        ? [{ value: byPlace, label: named(wave.areaVariable, text.places) }]
        : []),
      ...groups.map(({ name, labels }) => ({
        value: name,
        label: named(name, labelIn(labels, language))
      }))
    ],
    places: areasOf(access, wave.areaSetId).map(({ code, name }) => ({ value: code, label: name })),
    waves: wavesWithResponses(access).map(({ wave: one, label }) => ({ value: one.id, label })),
    members: groups.some(({ name }) => name === query.by)
      ? listedMembers(access, wave.id, query.by ?? '').map(({ code, labels }) => ({
          value: code,
          label: labelIn(labels, language)
        }))
      : []
  };
}
