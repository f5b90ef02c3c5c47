import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { flag, id, instant, inWorkspace, madeAt } from './columns';

/** A person with an account. Columns of the four account tables follow the credential library. */
export const user = sqliteTable('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: flag('email_verified'),
  image: text('image'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull()
});

/** One signed-in browser. */
export const session = sqliteTable('session', {
  id: text('id').primaryKey(),
  expiresAt: instant('expires_at').notNull(),
  token: text('token').notNull().unique(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  userId: text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' })
});

/** Credentials of a person; the password is a scrypt hash. */
export const account = sqliteTable('account', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  userId: text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: instant('access_token_expires_at'),
  refreshTokenExpiresAt: instant('refresh_token_expires_at'),
  scope: text('scope'),
  password: text('password'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull()
});

/** Short-lived tokens of the credential library. */
export const verification = sqliteTable('verification', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: instant('expires_at').notNull(),
  createdAt: instant('created_at'),
  updatedAt: instant('updated_at')
});

/** Sign-in attempts, counted per account and per address. */
export const signInAttempt = sqliteTable('sign_in_attempt', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  windowStartsAt: instant('window_starts_at').notNull()
});

/** A coalition's place. */
export const workspace = sqliteTable('workspace', {
  id: id(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  /** true for the fictional county: every screen and figure says so */
  isSample: flag('is_sample'),
  /** reliability standard of every number; the NCHS one unless chosen otherwise */
  releaseProfile: text('release_profile', { enum: ['nchs', 'nchs-rates', 'nsch', 'nsduh'] })
    .notNull()
    .default('nchs'),
  /** smallest suppression threshold of any wave; null: the default of the sample type */
  releaseThreshold: integer('release_threshold'),
  /** why the profile or the threshold is not the usual one */
  releaseReason: text('release_reason'),
  createdAt: madeAt()
});

/** A member of the coalition, or an organization it deals with. */
export const organization = sqliteTable(
  'organization',
  {
    id: id(),
    workspaceId: inWorkspace().references(() => workspace.id),
    name: text('name').notNull(),
    classification: text('classification').notNull().default('nonprofit'),
    sector: text('sector'),
    website: text('website'),
    /** null: not a member of the coalition */
    memberLevel: text('member_level', {
      enum: ['steering', 'voting', 'endorsing', 'supporting', 'advisory', 'observer']
    }),
    joinedOn: text('joined_on'),
    leftOn: text('left_on'),
    note: text('note'),
    createdAt: madeAt()
  },
  (t) => [uniqueIndex('organization_name').on(t.workspaceId, t.name)]
);

export const roles = [
  'owner',
  'manager',
  'analyst',
  'organization-representative',
  'facilitator',
  'reviewer',
  'speaker',
  'viewer'
] as const;

/** A person belongs to a workspace through an organization, with a role. */
export const membership = sqliteTable(
  'membership',
  {
    id: id(),
    workspaceId: inWorkspace().references(() => workspace.id),
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organization.id),
    role: text('role', { enum: roles }).notNull(),
    createdAt: madeAt(),
    endedAt: instant('ended_at')
  },
  (t) => [uniqueIndex('membership_person').on(t.workspaceId, t.userId)]
);

/** An invitation link. Only the hash of its token is kept. */
export const invitation = sqliteTable('invitation', {
  id: id(),
  workspaceId: inWorkspace().references(() => workspace.id),
  organizationId: text('organization_id')
    .notNull()
    .references(() => organization.id),
  role: text('role', { enum: roles }).notNull(),
  tokenHash: text('token_hash').notNull().unique(),
  note: text('note'),
  createdBy: text('created_by').notNull(),
  createdAt: madeAt(),
  expiresAt: instant('expires_at').notNull(),
  acceptedAt: instant('accepted_at'),
  revokedAt: instant('revoked_at')
});

/** The one-time link of the first start. Only the hash is kept. */
export const setupToken = sqliteTable('setup_token', {
  tokenHash: text('token_hash').primaryKey(),
  createdAt: madeAt(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at')
});

/**
 * Who changed what, append-only (triggers refuse update and delete). Before and after hold the
 * changed fields; never personal data of respondents.
 */
export const auditEntry = sqliteTable(
  'audit_entry',
  {
    id: id(),
    workspaceId: text('workspace_id'),
    at: madeAt(),
    /** null: the program itself or the command line */
    userId: text('user_id'),
    action: text('action').notNull(),
    entity: text('entity').notNull(),
    entityId: text('entity_id').notNull(),
    before: text('before', { mode: 'json' }).$type<Record<string, unknown>>(),
    after: text('after', { mode: 'json' }).$type<Record<string, unknown>>()
  },
  (t) => [index('audit_by_workspace').on(t.workspaceId, t.at)]
);
