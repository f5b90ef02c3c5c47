/**
 * The hearing next week. The script names the exhibits it rests on; its numbers are the sample's own,
 * and the test of the sample county holds them to the data.
 */

export const exhibits = [
  {
    id: 'skipped-meals-by-tenure',
    order: 1,
    variable: 'skipped_meals',
    by: 'tenure',
    wave: '2026',
    chart: 'ranked bars',
    title: 'Renters skip meals for the rent more often than owners'
  },
  {
    id: 'unmet-rent-by-neighborhood',
    order: 2,
    variable: 'need_rent',
    by: 'neighborhood',
    wave: '2026',
    chart: 'map',
    title: 'Where help with the rent is missing'
  },
  {
    id: 'barriers',
    order: 3,
    variable: 'barriers',
    by: null,
    wave: '2026',
    chart: 'ranked bars',
    title: 'What kept people from getting help'
  }
];

export const hearing = {
  id: 'committee-hearing',
  title: 'Public hearing on Ordinance 26-041',
  body: 'Housing and Human Services Committee, Sorrel County Board of Commissioners',
  measure: 'ordinance-26-041',
  policyAction: 'testify',
  status: 'confirmed',
  hearingType: 'required',
  date: '+8d',
  time: '18:30',
  zone: 'America/Chicago',
  place: {
    name: 'Sorrel County Courthouse Annex, Room 204',
    address: '1 Court Square, Sorrel City',
    note: 'Ramp on the east side. Parking is free after 5:00 pm.'
  },
  rules: {
    limitIndividualSeconds: 180,
    copiesRequired: 11,
    signUpMethod: 'online',
    signUpCloses: { date: '+7d', time: '17:00' },
    materialsDue: { date: '+6d', time: '12:00' },
    writtenDue: { date: '+8d', time: '12:00' },
    proxyAllowed: false,
    screen: true,
    ownDevice: false,
    slideRatio: '16:9',
    interpreterMultiplier: 2,
    sourceNote: 'Rules on the notice of hearing',
    checkedAt: '-2d'
  },
  speakers: [
    {
      order: 1,
      person: 'maribel',
      name: 'Maribel Sandoval-Pruitt',
      role: 'lived experience',
      organization: 'sorrel-tenants',
      language: 'en',
      message: 'What the last week of the month is like',
      consent: 'signed',
      status: 'confirmed',
      needs: 'ride and child care'
    },
    {
      order: 2,
      person: 'hanneke',
      name: 'Hanneke Oyelaran',
      role: 'data',
      organization: 'college-survey',
      language: 'en',
      message: 'What the survey shows and how sure it is',
      consent: 'not needed',
      status: 'confirmed',
      needs: 'screen'
    },
    {
      order: 3,
      person: 'dorothea',
      name: 'Dorothea Pickersgill',
      role: 'provider',
      organization: 'tansy-food-bank',
      language: 'en',
      message: 'What the pantry sees, and what the fund would change',
      consent: 'not needed',
      status: 'confirmed',
      needs: ''
    },
    {
      order: 4,
      person: 'rosalba',
      name: 'Rosalba Quiñones',
      role: 'lived experience',
      organization: 'esperanza-promotoras',
      language: 'es',
      message: 'Lo que oímos en ocho pláticas',
      consent: 'asked',
      status: 'backup',
      needs: 'interpreter'
    }
  ],
  script: {
    speaker: 'hanneke',
    language: 'en',
    paragraphs: [
      {
        exhibit: null,
        text: 'Chair Dubois, members of the committee, good evening. My name is Hanneke Oyelaran. I teach the survey class at Sorrel Community College, and I speak for the Sorrel County Community Coalition. We ask you to vote yes on Ordinance 26-041.'
      },
      {
        exhibit: null,
        text: 'This spring we asked a random sample of homes in Sorrel County what they needed in the past year, and whether they got it. We asked by mail, on the web and by telephone, in English and in Spanish. More than eleven hundred adults answered. Addresses were drawn by chance, in all twelve neighborhoods, so it can speak for the county.'
      },
      {
        exhibit: 'skipped-meals-by-tenure',
        text: 'Please look at Exhibit 1. We asked how often someone in the home skipped or cut meals so there would be money for the rent or mortgage. Among renters, 38 percent said it happened. Among owners, 19 percent. The thin lines show how sure we are, and the two lines do not touch.'
      },
      {
        exhibit: 'skipped-meals-by-tenure',
        text: 'Three years ago we asked the same question in the same words. Among renters, it was about three in ten then. It has grown.'
      },
      {
        exhibit: 'unmet-rent-by-neighborhood',
        text: 'Exhibit 2 shows where people needed help with the rent or mortgage and did not get all of it. County-wide that is about four in ten adults. The highest number is that of Tannery Row, the old mill town. Four neighborhoods are left without a number, because too few answered there, or the answers leave too wide a range.'
      },
      {
        exhibit: 'barriers',
        text: 'Exhibit 3 shows what stood in the way. Cost comes first. Then the waiting list. Many people did not know where to go, or were turned away by the paperwork. This ordinance answers those: one door, one short form, and money that is there when the family comes.'
      },
      {
        exhibit: null,
        text: 'A survey cannot tell you why one family skips a meal. It can tell you that this is not rare, that it falls on renters, and that it is growing. You will hear tonight from people who live it.'
      },
      {
        exhibit: null,
        text: 'Please vote yes on Ordinance 26-041, with two point four million dollars in the first year. Thank you.'
      }
    ]
  },
  questions: [
    {
      asked: 'How sure are you?',
      answer:
        'The range is printed beside every number. Addresses were drawn at random, and the ranges allow for the way they were drawn in groups of blocks.'
    },
    {
      asked: 'Who did you miss?',
      answer:
        'People without an address, and more than three homes in four that did not answer. Younger adults answered less, and the weights do not yet make up for that.'
    },
    {
      asked: 'Does this prove the rent causes hunger?',
      answer: 'No. It shows how many people told us they skip meals for the rent, and who they are.'
    }
  ]
};
