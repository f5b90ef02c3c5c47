import type { RangeKind } from '$lib/privacy/sample-type';
export const explore = {
  title: 'Explore',
  tabs: { figures: 'Figures' },
  show: 'Show',
  by: 'by',
  in: 'in',
  wave: 'wave',
  versus: 'compared with',
  people: 'people',
  peopleIn: (place: string) => `people in ${place}`,
  everyone: 'Everyone',
  allPlaces: 'All places',
  places: 'Neighborhood',
  changeView: 'Change view',
  update: 'Show',
  views: { label: 'View', dots: 'Dots', bars: 'Bars', map: 'Map', answers: 'Answers' },
  addToExhibit: 'Add to exhibit',
  indicatorPage: 'All about this measure',
  mapHeading: 'By neighborhood',
  noData: {
    title: 'Nothing to explore yet',
    text: 'Import a survey. Its questions become measures that you can compare by group, place and wave.'
  },
  refusedTitle: 'This figure cannot be shown',
  offer: { dots: 'Show it as dots', bars: 'Show it as bars' },
  how: {
    title: 'How we know',
    question: 'Question',
    countedAsYes: 'Counted as yes',
    base: 'Out of',
    who: 'Who was asked',
    answers: (n: string) => `${n} responses kept.`,
    when: 'When',
    mode: 'How people answered',
    sample: 'How people were chosen',
    weights: 'Weights',
    design: 'Design',
    designWords: (strata: string, psus: string) => `${strata} strata, ${psus} sampled places`,
    replicateWords: (count: string, kind: string) => `${count} replicate weights (${kind})`,
    range: 'Range',
    rangesOf: {
      sampling:
        '95% ranges by Korn and Graubard for shares, with the strata, sampled places and weights that are known.',
      model:
        'Model-based interval (assumes weighting removes selection bias), by Korn and Graubard for shares.',
      none: 'No ranges: nobody was drawn.'
    } satisfies Record<RangeKind, string>,
    privacy: 'Privacy',
    privacyWords: (threshold: string) =>
      `Numbers that rest on fewer than ${threshold} people are hidden, and others with them where they could be worked out.`,
    sponsor: 'Paid for by',
    limits: 'What it cannot show',
    notWhy: 'Why something is so, or what would change it.',
    unknown: 'Not known',
    source: 'Definition',
    usedIn: 'Used in',
    notUsed: 'Not used anywhere yet.',
    version: (n: string) => `Data version ${n}`
  },
  group: {
    measures: 'Needs',
    prevalence: 'Shares',
    answers: 'Answers',
    services: 'Services and barriers',
    gaps: 'Other measures of need',
    between: 'Between groups and places',
    community: 'Community and systems'
  },
  indicators: {
    'unmet-need-rate': 'Unmet need, of everyone',
    'coverage-gap': 'Unmet need, of those who needed it',
    'access-barriers': 'Barriers to getting help',
    'importance-satisfaction': 'Importance and satisfaction',
    prevalence: 'Share of people',
    'answer-shares': 'All answers',
    'people-in-need': 'People in need',
    'group-gap': 'Gap between groups'
  } as Record<string, string>,
  indicator: {
    change: 'Over time',
    byPlace: 'By neighborhood',
    level: { mezzo: 'Mezzo: group or place', macro: 'Macro: whole population' },
    cannotCompare:
      'Something changed between the waves, so a change may come from the survey itself.',
    changeNote: 'The two waves were drawn apart, so their errors add up.',
    deprivation: {
      title: 'How far it hangs on choices',
      ranks: 'Order of the areas, made otherwise',
      ranksLead:
        'The index counts people deprived in a third of the items or more, all items alike. Here it is made with other cut-offs and weights. Only areas whose index is shown take part.',
      made: 'Made with',
      setting: (cutoff: string, weights: string) => `cut-off ${cutoff}, ${weights}`,
      weights: { equal: 'all alike', 'rarer-more': 'rarer ones counting more' },
      correlation: 'Rank correlation',
      unchanged: 'Pairs of areas in the same order',
      allTies: 'all alike',
      fewAreas: 'Fewer than three areas may be shown, so nothing is said about their order.',
      overlaps: 'Do two items say the same?',
      overlapsLead:
        'Where nearly everyone who has one deprivation has another too, they may be one counted twice.',
      overlap: (rarer: string, other: string, share: string) =>
        `“${rarer}” and “${other}”: ${share} of those with the first have the second too.`,
      noOverlaps: 'Too few answers are shown to tell.'
    },
    battery: {
      title: 'Who named what',
      lead: 'People could name several, so the percents of a group can add to more than 100.',
      named: 'Named',
      differs: (group: string) =>
        `${group}: all answers taken together, what they named differs from what everyone else named by more than chance explains.`,
      oneByOne: (options: string) => `Taken one by one, this holds for: ${options}.`,
      alike: (group: string) =>
        `${group}: all answers taken together, chance alone could explain how they differ from everyone else.`,
      numbers: (f: string, df1: string, df2: string, p: string) =>
        `F(${df1}, ${df2}) = ${f}, p ${p}`,
      untested: 'Too few answers of some kind are shown to test whether groups differ.'
    }
  },
  issues: {
    'nothing-to-show': 'There is no measure of that name in any wave.',
    'no-such-wave': 'There is no such wave here.',
    'wave-without-responses': 'This wave has no responses yet.',
    'benchmark-missing':
      'This measure needs a published number that is not here yet. Add it under Indicators.',
    'no-such-measure': 'This wave does not have that measure.',
    'group-unknown': 'This wave cannot be split that way.',
    'area-unknown': 'This wave has no places.',
    'sample-type-missing':
      'Nothing can be published from this wave until its sample type is set. Set it under Data.',
    'no-needs': 'No question of this wave is mapped as a need yet. Map one under Data.',
    'design-lonely-psu':
      'A stratum has only one sampled place. Choose a rule for it under Data, in the design of the wave.',
    'design-weighting-other-version':
      'The weights of this wave were made for an earlier import. Make them again under Data, Weights.',
    'design-weighting-unknown':
      'The weights of this wave are no longer here. Make them again under Data, Weights.',
    other:
      'This figure could not be made from the stored design. Check the design of the wave under Data.'
  } as Record<string, string>
};
