export const needs = {
  title: 'Needs',
  headline: (first: string, second: string) => `${first} and ${second} lead the needs list`,
  headlineOne: (first: string) => `${first} leads the needs list`,
  subtitle:
    'Share of adults who needed help and did not get enough. People could have several needs.',
  listHeading: 'All needs',
  columns: {
    rank: 'Likely rank',
    need: 'Need',
    share: 'Share',
    range: '95% range',
    people: 'People',
    answers: 'Answers'
  },
  ranks:
    'Ranks are ranges: where ranges of two needs overlap, the survey cannot tell which is larger.',
  services: 'Services people find important and are not satisfied with',
  servicesNote:
    'Importance times dissatisfaction, 0 to 1. Higher means more people care and fewer are content.',
  barriers: 'What kept people from getting help',
  empty: {
    title: 'No needs yet',
    text: 'Import a survey and map its questions. Each need then shows here with its likely rank.'
  }
};
