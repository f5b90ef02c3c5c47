export const home = {
  title: 'Home',
  topNeeds: 'Top needs',
  allNeeds: (n: string) => `All ${n} needs`,
  answered: (n: string, mode: string, when: string) =>
    `${[`${n} responses`, mode, when].filter(Boolean).join(', ')}.`,
  changed: (wave: string) => `What changed since ${wave}`,
  rose: (need: string) => `${need} rose`,
  fell: (need: string) => `${need} fell`,
  fromTo: (from: string, to: string) => `${from} to ${to}. Tested.`,
  noClearChange: (n: string) =>
    n === '1' ? '1 need: no clear change' : `${n} needs: no clear change`,
  cannotTell: 'The survey cannot tell if they changed.',
  nextHearing: (days: string) => `Next hearing, ${days}`,
  openHearing: 'Open hearing',
  limit: (minutes: string) => `${minutes} to speak`,
  exhibits: (n: string) => (n === '1' ? '1 exhibit' : `${n} exhibits`),
  noHearing: 'No hearing is planned.',
  planHearing: 'Plan a hearing',
  quality: 'How good is this survey?',
  qualityCheck: 'Check the survey',
  rungs: {
    invited: 'Invited',
    opened: 'Opened',
    eligible: 'Eligible',
    complete: 'Complete',
    kept: 'Kept'
  },
  noLadder: 'How many were invited is not known.',
  gaps: 'Bigger for some',
  explore: 'Explore this',
  rankPlaces: 'Rank the neighborhoods',
  empty: {
    title: 'Start with a survey',
    text: 'Import the file from your survey tool. The needs, the map and the groups then build themselves.'
  }
};
