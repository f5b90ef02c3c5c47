const counted = (n: number, one: string, many: string): string =>
  n === 1 ? `1 ${one}` : `${n.toLocaleString('en-US')} ${many}`;

/** The step Privacy of the import, and what is kept private afterwards. */
export const importPrivacy = {
  heading: (n: number) =>
    n === 0
      ? 'No personal data found in the columns'
      : `${counted(n, 'column holds', 'columns hold')} personal data`,
  lead: 'Personal data stays out unless you choose otherwise. No cell of these columns is shown here.',
  saved: 'Your choices are kept.',
  column: 'Column in file',
  found: 'What was found',
  cells: 'Cells',
  cellCount: (n: number) => (n === 0 ? 'none filled' : counted(n, 'cell', 'cells')),
  examples: 'Examples',
  hidden: 'hidden',
  choice: 'What to do',
  choiceFor: (column: string) => `What to do with ${column}`,
  types: {
    name: 'Names of people',
    email: 'E-mail addresses',
    phone: 'Phone numbers',
    'national-id': 'Official numbers of people',
    address: 'Street addresses',
    'birth-date': 'Dates of birth',
    location: 'Points on a map',
    ip: 'Internet addresses',
    device: 'Codes of devices, panels or people',
    marked: 'Marked as personal in the form'
  },
  ways: {
    drop: 'Leave out',
    keep: 'Keep as it is',
    private: 'Keep private, encrypted',
    pseudonym: 'Replace by a code',
    zip3: 'First 3 digits only',
    'birth-year': 'Year of birth only',
    'age-band': 'Bands of 10 years',
    rounded: 'Round to about 1 km',
    area: 'Area it lies in'
  },
  areaOf: (set: string) => `Area in ${set}`,
  explainTitle: 'What the choices do',
  explain: {
    drop: 'Leave out: the column is not read at all.',
    private:
      'Keep private: stored encrypted. Only managers can download it, and each time is written down.',
    pseudonym: 'Replace by a code: the same person has the same code in every survey here.',
    zip3: 'First 3 digits: tells the region, not the place.',
    'birth-year': 'Year of birth: day and month are gone.',
    'age-band': 'Bands of 10 years: 30-39; all from 90 up are one band.',
    rounded: 'Round: the point is moved to a grid of about 1 km.',
    area: 'Area: only the name of the area is kept, and it can be used in figures.'
  },
  coarseTitle: 'Place and age',
  coarseLead: 'Not personal by themselves, but together they can point to one person.',
  small: (rows: number, alone: number, columns: string) =>
    `${counted(rows, 'row shares', 'rows share')} their mix of ${columns} with fewer than 4 others; ${alone === 0 ? 'none stands' : counted(alone, 'stands', 'stand')} alone. Figures never show such small groups.`,
  keysTitle: 'Key of the response',
  keysLead: 'Keep the key to find doubles. It is never shown.',
  textsTitle: 'Answers in people’s own words',
  textsLead:
    'They are stored, but nobody sees them in figures or exports. After the import you read them under Texts and approve what may be quoted.',
  textsNone: 'The file has none.',
  textsCells: (n: number) => `${counted(n, 'answer', 'answers')} looked at`,
  textsClean: 'no personal details found',
  details: {
    email: (n: number) => `${counted(n, 'with an e-mail address', 'with e-mail addresses')}`,
    phone: (n: number) => `${counted(n, 'with a phone number', 'with phone numbers')}`,
    'national-id': (n: number) => counted(n, 'with an official number', 'with official numbers'),
    url: (n: number) => counted(n, 'with a web address', 'with web addresses'),
    handle: (n: number) => counted(n, 'with an @name', 'with @names'),
    number: (n: number) => counted(n, 'with a long number', 'with long numbers'),
    address: (n: number) => counted(n, 'with a street address', 'with street addresses'),
    name: (n: number) => counted(n, 'with what may be a name', 'with what may be names')
  },
  fileTitle: 'The file itself',
  fileText:
    'The uploaded copy is deleted as soon as the import is done, or after 14 days without one. Only what you chose here is kept.',
  toDesign: 'Continue',
  save: 'Keep these choices',

  reveal: {
    title: 'Kept private',
    text: 'This column is stored encrypted. Managers can download it as a CSV file. Each download is written to the log.',
    action: 'Download the private column'
  },
  issue: {
    'no-such-area-set': () =>
      'The set of areas chosen at the step Privacy is not there any more. Choose another way.',
    'not-private': () => 'This column is not one that is kept private.',
    'key-missing': () =>
      'The key of this workspace is not on this machine. Put the folder "keys" of the data folder back.',
    'key-wrong': () =>
      'The key on this machine is not the one this column was stored with. Put the right folder "keys" back.',
    'not-allowed': () => 'Your role does not allow this. Ask a manager of the workspace.'
  }
};
