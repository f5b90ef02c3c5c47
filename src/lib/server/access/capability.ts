import type { Role } from './access';

/** What a role may do. Screens and use cases ask for a capability, never for a role. */
export type Capability =
  /** read what the coalition shares */
  | 'view'
  /** bring survey files in, review, undo */
  | 'import'
  /** map indicators, choose designs, see analyst screens */
  | 'analyze'
  /** freeze figures, write claims, make exhibits */
  | 'freeze'
  /** approve what somebody else wrote */
  | 'review'
  /** campaigns, commitments, measures, actions */
  | 'advocate'
  /** hearings, scripts, speaker lists */
  | 'prepare-hearing'
  /** people, invitations, settings, audit log */
  | 'manage';

const everything: readonly Capability[] = [
  'view',
  'import',
  'analyze',
  'freeze',
  'review',
  'advocate',
  'prepare-hearing',
  'manage'
];

const byRole: Record<Role, readonly Capability[]> = {
  owner: everything,
  manager: everything,
  analyst: ['view', 'import', 'analyze', 'freeze', 'review', 'advocate', 'prepare-hearing'],
  'organization-representative': ['view', 'review', 'advocate', 'prepare-hearing'],
  facilitator: ['view', 'advocate', 'prepare-hearing'],
  reviewer: ['view', 'review'],
  speaker: ['view', 'prepare-hearing'],
  viewer: ['view']
};

export const can = (role: Role, capability: Capability): boolean =>
  byRole[role].includes(capability);

export const capabilitiesOf = (role: Role): readonly Capability[] => byRole[role];
