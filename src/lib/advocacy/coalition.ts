export const memberLevels = [
  'steering',
  'voting',
  'endorsing',
  'supporting',
  'advisory',
  'observer'
] as const;
export type MemberLevel = (typeof memberLevels)[number];

export const organizationKinds = [
  'nonprofit',
  'community_group',
  'faith',
  'union',
  'school',
  'health_system',
  'funder',
  'media',
  'business',
  'coalition',
  'task_force',
  'tribal_government',
  'government'
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

export const sectors = [
  'housing',
  'food',
  'health',
  'education',
  'legal',
  'labor',
  'faith',
  'disability',
  'immigrant-services',
  'youth',
  'aging',
  'business',
  'government',
  'other'
] as const;
export type Sector = (typeof sectors)[number];
