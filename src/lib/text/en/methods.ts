export const methods = {
  title: 'Methods',
  lead: 'How every number is computed, what it says, and what it does not say.',
  back: 'All methods',
  usedHere: 'Methods used',
  inEnglish: '',
  groups: {
    estimates: 'Numbers and their ranges',
    comparing: 'Comparing',
    scales: 'Sets of questions and indexes',
    design: 'Sample and weights',
    showing: 'What may be shown'
  },
  /** title and one sentence where they are not those of the page itself, by page */
  pages: {} as Record<string, { title: string; answer: string }>
};
