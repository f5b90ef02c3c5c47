/**
 * The coalition: twelve invented organizations, their people, and what they have promised. Dates are
 * days from the day the demo is started ("-30d", "+8d").
 */

/** @type {(row: [string, string, string, string, string, string, string, string]) => object} */
const organization = ([id, name, sector, taxStatus, level, contactRole, contactName, joined]) => ({
  id,
  name,
  sector,
  taxStatus,
  level,
  status: 'active',
  contact: { role: contactRole, name: contactName },
  joined
});

export const organizations = [
  organization([
    'sorrel-tenants',
    'Sorrel Tenants Association',
    'community_group',
    '501c4',
    'steering',
    'Organizing director',
    'Yesenia Altamira',
    '-820d'
  ]),
  organization([
    'tansy-food-bank',
    'Tansy Valley Food Bank',
    'nonprofit',
    '501c3_public',
    'steering',
    'Program director',
    'Dorothea Pickersgill',
    '-820d'
  ]),
  organization([
    'puente-legal',
    'Puente Legal Aid',
    'nonprofit',
    '501c3_public',
    'steering',
    'Managing attorney',
    'Ignacio Belmonte',
    '-790d'
  ]),
  organization([
    'esperanza-promotoras',
    'Promotoras de La Esperanza',
    'community_group',
    'none',
    'steering',
    'Lead promotora',
    'Rosalba Quiñones',
    '-640d'
  ]),
  organization([
    'river-clinic',
    'River Bend Community Clinic',
    'health_system',
    '501c3_public',
    'voting',
    'Outreach manager',
    'Priyanka Oduya',
    '-610d'
  ]),
  organization([
    'schools-6',
    'Sorrel Unified School District 6',
    'school',
    'government',
    'advisory',
    'Family liaison',
    'Marcus Thistlewood',
    '-540d'
  ]),
  organization([
    'interfaith',
    'Sorrel Interfaith Council',
    'faith',
    '501c3_public',
    'voting',
    'Convener',
    'Rev. Althea Montcrieff',
    '-700d'
  ]),
  organization([
    'mill-local',
    'Mill and Warehouse Workers Local 88',
    'union',
    '501c5',
    'voting',
    'Political coordinator',
    'Stan Kowalczuk',
    '-480d'
  ]),
  organization([
    'independent-living',
    'Center for Independent Living of Sorrel',
    'nonprofit',
    '501c3_public',
    'voting',
    'Systems advocate',
    'Junie Abernathy',
    '-430d'
  ]),
  organization([
    'court-square-shops',
    'Court Square Business Alliance',
    'business',
    '501c6',
    'supporting',
    'President',
    'Leopold Vance',
    '-210d'
  ]),
  organization([
    'college-survey',
    'Sorrel Community College, survey class',
    'school',
    'government',
    'advisory',
    'Instructor',
    'Hanneke Oyelaran',
    '-760d'
  ]),
  organization([
    'valley-foundation',
    'Tansy Valley Foundation',
    'funder',
    '501c3_private',
    'observer',
    'Program officer',
    'Carlisle Nakagawa',
    '-300d'
  ])
];

/** @type {(row: [string, string, string, string, string]) => object} */
const person = ([id, name, organizationId, title, role]) => ({
  id,
  name,
  organization: organizationId,
  title,
  role
});

/** Roles are those of the workspace: owner, manager, analyst, organization representative, ... */
export const people = [
  person(['yesenia', 'Yesenia Altamira', 'sorrel-tenants', 'Organizing director', 'owner']),
  person(['beto', 'Beto Carrasquillo', 'sorrel-tenants', 'Campaign organizer', 'manager']),
  person(['hanneke', 'Hanneke Oyelaran', 'college-survey', 'Instructor', 'analyst']),
  person([
    'dorothea',
    'Dorothea Pickersgill',
    'tansy-food-bank',
    'Program director',
    'organization-representative'
  ]),
  person(['ignacio', 'Ignacio Belmonte', 'puente-legal', 'Managing attorney', 'reviewer']),
  person(['rosalba', 'Rosalba Quiñones', 'esperanza-promotoras', 'Lead promotora', 'facilitator']),
  person([
    'priyanka',
    'Priyanka Oduya',
    'river-clinic',
    'Outreach manager',
    'organization-representative'
  ]),
  person([
    'althea',
    'Rev. Althea Montcrieff',
    'interfaith',
    'Convener',
    'organization-representative'
  ]),
  person([
    'stan',
    'Stan Kowalczuk',
    'mill-local',
    'Political coordinator',
    'organization-representative'
  ]),
  person([
    'junie',
    'Junie Abernathy',
    'independent-living',
    'Systems advocate',
    'organization-representative'
  ]),
  person([
    'maribel',
    'Maribel Sandoval-Pruitt',
    'sorrel-tenants',
    'Renter, Tannery Row',
    'speaker'
  ]),
  person(['carlisle', 'Carlisle Nakagawa', 'valley-foundation', 'Program officer', 'viewer'])
];

/** @type {(row: [string, string, string, string, string, (string | null)?, string?]) => object} */
const commitment = ([id, giver, what, state, due, evidence = null, made = '-60d']) => ({
  id,
  giver: giver.startsWith('official:')
    ? { stakeholder: giver.slice('official:'.length) }
    : { organization: giver },
  what,
  state,
  made,
  due,
  evidence
});

/** Each has exactly one giver; fulfilled, partial and broken ones say what shows it. */
export const commitments = [
  commitment([
    'mailing',
    'sorrel-tenants',
    'Send 120 postcards from renters to the Housing and Human Services Committee',
    'in_progress',
    '-3d'
  ]),
  commitment([
    'speakers',
    'sorrel-tenants',
    'Bring two renters who will speak, with rides and child care',
    'accepted',
    '+7d'
  ]),
  commitment([
    'packets',
    'tansy-food-bank',
    'Print 11 packets and 4 spare ones',
    'accepted',
    '+5d'
  ]),
  commitment([
    'pantry-counts',
    'tansy-food-bank',
    'Share pantry visits by week of the month',
    'fulfilled',
    '-20d',
    'Table of weekly visits, received and filed'
  ]),
  commitment([
    'memo',
    'puente-legal',
    'Write a two-page memo on how the ordinance fits state law',
    'fulfilled',
    '-26d',
    'Memo in the shared folder, read by the steering group'
  ]),
  commitment([
    'clinic-hours',
    'puente-legal',
    'Hold one evening legal clinic a month in Tannery Row',
    'partial',
    '-10d',
    'Held in two of three months; sign-in counts on file',
    '-110d'
  ]),
  commitment([
    'interpreter',
    'esperanza-promotoras',
    'Interpret at the hearing, Spanish and English',
    'accepted',
    '+8d'
  ]),
  commitment([
    'house-talks',
    'esperanza-promotoras',
    'Hold eight house talks about the survey findings',
    'fulfilled',
    '-15d',
    'Notes of eight talks, 71 people, no names kept',
    '-95d'
  ]),
  commitment([
    'clinic-letter',
    'river-clinic',
    'Letter from two clinicians on rent and missed medicine',
    'requested',
    '+4d'
  ]),
  commitment(['pews', 'interfaith', 'Fill 40 seats at the hearing', 'in_progress', '+8d']),
  commitment(['turnout', 'mill-local', 'Call 200 members who rent', 'in_progress', '+6d']),
  commitment([
    'ramp',
    'independent-living',
    'Check the hearing room for access and report back',
    'fulfilled',
    '-6d',
    'Report: ramp on the east side, microphone can be lowered'
  ]),
  commitment([
    'statement',
    'court-square-shops',
    'Public statement that shops support the fund',
    'declined',
    '-12d'
  ]),
  commitment([
    'method-note',
    'college-survey',
    'One-page note on how the survey was made',
    'fulfilled',
    '-33d',
    'Method note, dated and filed with the survey'
  ]),
  commitment([
    'reeves-agenda',
    'official:reeves',
    'Put the rent relief ordinance on the agenda before the budget vote',
    'fulfilled',
    '-18d',
    'Notice of hearing published by the clerk',
    '-70d'
  ]),
  commitment([
    'tolliver-meeting',
    'official:tolliver',
    'Meet renters from Brightwater before the vote',
    'broken',
    '-9d',
    'Meeting cancelled twice; e-mail from the office on file',
    '-45d'
  ])
];
