export const needs = {
  title: 'Needs',
  headline: (first: string, second: string) => `${first} and ${second} lead the needs list`,
  headlineOne: (first: string) => `${first} leads the needs list`,
  subtitle:
    'Share of people who needed help and did not get enough. People could have several needs.',
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
  further: {
    'importance-satisfaction': {
      headline: (leaders: string) => `${leaders} lead the services to improve`,
      finding:
        'Importance times dissatisfaction, 0 to 1. Higher means more people care and fewer are content.'
    },
    'access-barriers': {
      headline: (leaders: string) => `${leaders} lead the barriers to help`,
      finding: 'Share of people in need who named each barrier. People could name several.'
    }
  },
  empty: {
    title: 'No needs yet',
    text: 'Import a survey and map its questions. Each need then shows here with its likely rank.'
  }
};
