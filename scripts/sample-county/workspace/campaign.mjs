/** The campaign for rent relief: goal, objectives, tasks, and who decides, helps and resists. */

export const campaign = {
  id: 'rent-relief',
  title: 'Rent relief for Sorrel County',
  status: 'active',
  policyStage: 'adoption',
  leadOrganization: 'sorrel-tenants',
  issue:
    'Renters in Sorrel County skip meals to pay the rent, more often than owners do and more often than three years ago.',
  goals: [
    {
      id: 'fund',
      horizon: 'intermediate',
      text: 'A county rent relief fund of $2.4 million a year',
      victory:
        'The Board of Commissioners adopts Ordinance 26-041 with at least $2.4 million in the first year, and the first payment reaches a renter.'
    },
    {
      id: 'fewer-skipped-meals',
      horizon: 'long',
      text: 'Fewer renters go without food to keep their home',
      victory:
        'The next survey shows a lower share of renters who skip meals, with a tested difference.'
    }
  ],
  ask: 'Vote yes on Ordinance 26-041, with $2.4 million in the first-year budget.',
  objectives: [
    {
      id: 'skipped-meals',
      goal: 'fewer-skipped-meals',
      text: 'Lower the share of renters who skip or cut meals for the rent',
      measure: {
        indicator: 'prevalence',
        variable: 'skipped_meals',
        categories: ['often', 'sometimes', 'rarely'],
        domain: { variable: 'tenure', category: 'rent' },
        baselineWave: '2026'
      },
      unit: 'proportion',
      baseline: 0.38,
      target: 0.28,
      due: '+900d'
    },
    {
      id: 'unmet-rent',
      goal: 'fewer-skipped-meals',
      text: 'Lower the share of adults whose need for help with the rent is unmet',
      measure: {
        indicator: 'unmet-need',
        variable: 'need_rent',
        followUp: 'helped_rent',
        baselineWave: '2026'
      },
      unit: 'proportion',
      baseline: 0.41,
      target: 0.35,
      due: '+900d'
    },
    {
      id: 'votes',
      goal: 'fund',
      text: 'Five of nine commissioners on record for the ordinance',
      measure: { count: 'commissioners on record for' },
      unit: 'commissioners',
      baseline: 2,
      target: 5,
      due: '+30d'
    }
  ],
  tasks: [
    {
      id: 'postcards',
      title: 'Send 120 postcards from renters',
      owner: 'beto',
      due: '-3d',
      status: 'open'
    },
    {
      id: 'sign-up',
      title: 'Sign up the three speakers with the clerk',
      owner: 'beto',
      due: '+2d',
      status: 'open'
    },
    {
      id: 'call-dubois',
      title: 'Call Commissioner Dubois about the budget line',
      owner: 'yesenia',
      due: '+3d',
      status: 'open'
    },
    { id: 'packets', title: 'Print 11 packets', owner: 'dorothea', due: '+5d', status: 'open' },
    {
      id: 'rehearse',
      title: 'Rehearse with the timer, twice',
      owner: 'maribel',
      due: '+6d',
      status: 'open'
    },
    {
      id: 'slides',
      title: 'Send the slides to the clerk',
      owner: 'hanneke',
      due: '+6d',
      status: 'open'
    },
    {
      id: 'rides',
      title: 'Arrange rides and child care for speakers',
      owner: 'rosalba',
      due: '+7d',
      status: 'open'
    },
    {
      id: 'method-note',
      title: 'File the method note with the survey',
      owner: 'hanneke',
      due: '-33d',
      status: 'done'
    },
    { id: 'room', title: 'Check the room for access', owner: 'junie', due: '-6d', status: 'done' }
  ]
};

/** @type {(row: [string, string, string, string, string, number, number, string, string]) => object} */
const stakeholder = ([id, name, kind, title, role, support, influence, basis, ratedAt]) => ({
  id,
  name,
  kind,
  title,
  role,
  rating: { support, influence, basis, ratedAt }
});

/** Support -2 to 2, influence 0 to 4; every rating says what it rests on. */
export const stakeholders = [
  stakeholder([
    'dubois',
    'Harriet Dubois',
    'person',
    'Commissioner, chair of the Housing and Human Services Committee',
    'primary_target',
    0,
    4,
    'Said at the budget workshop that she wants to see numbers before she decides',
    '-16d'
  ]),
  stakeholder([
    'reeves',
    'Anselm Reeves',
    'person',
    'Commissioner, sponsor of the ordinance',
    'ally',
    2,
    3,
    'Introduced the ordinance',
    '-74d'
  ]),
  stakeholder([
    'castellanos',
    'Pilar Castellanos',
    'person',
    'Commissioner, member of the committee',
    'ally',
    1,
    2,
    'Asked two helpful questions at first reading',
    '-61d'
  ]),
  stakeholder([
    'tolliver',
    'Wade Tolliver',
    'person',
    'Commissioner, Brightwater',
    'secondary_target',
    -1,
    2,
    'Cancelled a meeting with renters twice',
    '-9d'
  ]),
  stakeholder([
    'ostrander',
    'Gwen Ostrander',
    'person',
    'County budget director',
    'influencer',
    0,
    3,
    'Sent the fiscal note without a recommendation',
    '-21d'
  ]),
  stakeholder([
    'renters',
    'Renters of Tannery Row and La Esperanza',
    'group',
    'Eight house talks, 71 people',
    'constituent',
    2,
    1,
    'Notes of the house talks',
    '-15d'
  ]),
  stakeholder([
    'food-bank-stakeholder',
    'Tansy Valley Food Bank',
    'organization',
    'Coalition member',
    'ally',
    2,
    2,
    'Steering member; shares pantry counts',
    '-20d'
  ]),
  stakeholder([
    'owners-league',
    'Sorrel Property Owners League',
    'organization',
    'Landlord association',
    'opponent',
    -2,
    3,
    'Letter to the board against the ordinance',
    '-24d'
  ]),
  stakeholder([
    'taxpayers',
    'Sorrel Taxpayers Forum',
    'organization',
    'Civic group',
    'opponent',
    -1,
    2,
    'Spoke against new spending at first reading',
    '-61d'
  ]),
  stakeholder([
    'gazette',
    'Beatrix Holloway',
    'person',
    'Reporter, Sorrel Gazette (invented)',
    'messenger',
    0,
    2,
    'Covered first reading with quotes from both sides',
    '-60d'
  ])
];
