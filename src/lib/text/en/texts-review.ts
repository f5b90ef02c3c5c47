const counted = (n: number, one: string, many: string): string =>
  n === 1 ? `1 ${one}` : `${n.toLocaleString('en-US')} ${many}`;

/** Answers in people's own words: read, approved as quotes, or withheld. */
export const textsReview = {
  title: 'Texts',
  heading: (wave: string) => `In their own words: ${wave}`,
  lead: 'Answers in own words are seen here only, by people who may import. Nothing else shows a text that nobody approved.',
  leadQuotes: 'Quotes somebody read and approved.',
  none: 'This wave has no answers in own words.',
  filter: 'Question',
  allQuestions: 'All questions',
  show: 'Show',
  states: { waiting: 'Waiting', approved: 'Approved', withheld: 'Withheld' },
  tab: (state: string, n: number) => `${state} (${n.toLocaleString('en-US')})`,
  noneHere: {
    waiting: 'No text waits for a decision.',
    approved: 'No text has been approved yet.',
    withheld: 'No text has been withheld.'
  },
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  previous: 'Previous page',
  next: 'Next page',
  answer: (question: string) => `Answer to: ${question}`,
  found: (n: number) =>
    n === 0
      ? 'No personal details found. Read it all the same.'
      : `${counted(n, 'personal detail', 'personal details')} found, marked in the text.`,
  details: {
    email: 'e-mail',
    url: 'web address',
    handle: '@name',
    phone: 'phone',
    'national-id': 'official number',
    address: 'address',
    number: 'long number',
    name: 'name'
  },
  redactions: {
    email: '[e-mail]',
    url: '[web address]',
    handle: '[name]',
    phone: '[phone]',
    'national-id': '[number]',
    address: '[address]',
    number: '[number]',
    name: '[name]'
  },
  quote: 'Quote, as it may be shown',
  quoteHint: 'Take out whatever tells who it is: names, places of work, rare events.',
  approve: 'Approve as quote',
  withhold: 'Withhold',
  undo: 'Take the decision back',
  done: {
    approved: 'The quote is approved.',
    withheld: 'The text is withheld.',
    undone: 'The decision was taken back.'
  },
  quotesTitle: 'Approved quotes',
  quotesLead:
    'For claims, hearings and campaigns. A quote never says age, place or group of the person.',
  quotesNone: 'No quote has been approved yet.',
  issue: {
    'no-such-text': () => 'This text is not there, or your role does not allow reading it.',
    'quote-missing': () => 'The quote is empty. Write the words that may be shown.',
    'quote-too-long': ({ limit }: Readonly<Record<string, string | number>>) =>
      `The quote is too long. Shorten it to ${limit} characters.`,
    'quote-holds-details': () =>
      'The quote still holds an e-mail address, a phone or an official number. Take it out.'
  }
};
