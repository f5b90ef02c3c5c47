/** One county ordinance and one state bill with their histories, and our own planned steps. */

/** @type {(rows: [string, string, string, string[]][]) => object[]} */
const history = (rows) =>
  rows.map(([date, organization, description, classification], order) => ({
    order,
    date,
    organization,
    description,
    classification
  }));

const board = 'Sorrel County Board of Commissioners';
const committee = 'Housing and Human Services Committee';
const house = 'House of Representatives';
const senate = 'Senate';

export const measures = [
  {
    id: 'ordinance-26-041',
    identifier: 'Ordinance 26-041',
    title: 'An ordinance to establish a rent relief fund',
    jurisdiction: 'Sorrel County',
    session: null,
    pipeline: 'council',
    classification: ['ordinance'],
    fromOrganization: board,
    position: 'strong_support',
    positionSetBy: 'Steering group, by consensus',
    priority: 1,
    whyUs:
      'It pays up to three months of back rent for homes below 60% of the usual income, starting with homes with children.',
    sponsors: [{ name: 'Anselm Reeves', primary: true }],
    sourceChecked: '-2d',
    actions: history([
      ['-74d', board, 'Introduced by Commissioner Reeves', ['introduction']],
      ['-61d', board, 'First reading', ['reading-1']],
      [
        '-61d',
        board,
        'Referred to the Housing and Human Services Committee',
        ['referral-committee']
      ],
      ['-40d', committee, 'Work session held', ['work-session']],
      ['-21d', committee, 'Fiscal note received from the budget office', ['receipt']],
      ['-18d', committee, 'Notice of public hearing published', ['x-cna:hearing-scheduled']]
    ])
  },
  {
    id: 'hb-2207',
    identifier: 'HB 2207',
    title: 'An act concerning notice of rent increases and limits on late fees',
    jurisdiction: 'State (invented)',
    session: 'Regular session',
    pipeline: 'bicameral',
    classification: ['bill'],
    fromOrganization: house,
    position: 'support_if_amended',
    positionSetBy: 'Coalition vote, 9 for, 1 against, 2 not voting',
    priority: 2,
    whyUs:
      'Sixty days of notice and a cap on late fees; we ask that mobile home lots be covered too.',
    sponsors: [
      { name: 'Rep. Eudora Whitlock', primary: true },
      { name: 'Rep. Silvio Arrington', primary: false }
    ],
    sourceChecked: '-4d',
    actions: history([
      ['-290d', house, 'Prefiled', ['filing']],
      ['-268d', house, 'Introduced and read first time', ['introduction', 'reading-1']],
      ['-266d', house, 'Referred to Judiciary and Civil Law Committee', ['referral-committee']],
      ['-231d', 'House Judiciary and Civil Law Committee', 'Public hearing held', ['hearing-held']],
      [
        '-224d',
        'House Judiciary and Civil Law Committee',
        'Recommended do pass as amended',
        ['amendment-passage', 'committee-passage-favorable']
      ],
      ['-210d', house, 'Read second time', ['reading-2']],
      ['-205d', house, 'Read third time and passed, 61 to 44', ['reading-3', 'passage']],
      ['-203d', senate, 'Received from the House and read first time', ['receipt', 'reading-1']],
      ['-202d', senate, 'Referred to Commerce and Housing Committee', ['referral-committee']],
      [
        '-188d',
        'Senate Commerce and Housing Committee',
        'Deferred to the next session',
        ['deferral', 'carried-over']
      ]
    ])
  }
];

export const policyActions = [
  {
    id: 'testify',
    kind: 'testify',
    title: 'Testify for Ordinance 26-041',
    measure: 'ordinance-26-041',
    body: committee,
    state: 'in_progress',
    due: '+8d'
  },
  {
    id: 'budget-request',
    kind: 'budget request',
    title: 'Ask for $2.4 million in the first-year budget',
    measure: 'ordinance-26-041',
    body: board,
    state: 'done',
    due: '-30d',
    doneAt: '-31d',
    document: 'Budget request letter, signed by nine organizations',
    response: 'acknowledged'
  },
  {
    id: 'amendment',
    kind: 'amendment text',
    title: 'Text to cover mobile home lots in HB 2207',
    measure: 'hb-2207',
    body: senate,
    state: 'planned',
    due: '+45d'
  }
];
