import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { CHANNELS } from '@/lib/consignment/codes';
import { KEY_KINDS } from '@/lib/identity/api-key';
import { KEY_SCOPES } from '@/lib/identity/key-scopes';
import { ROLES } from '@/lib/identity/roles';
import { day, instant } from './columns';

export const identitySchema = pgSchema('identity');

/** Customs offices; `id` is the UN/LOCODE. */
export const offices = identitySchema.table('offices', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  country: text('country').notNull(),
  validFrom: day('valid_from').notNull(),
  validTo: day('valid_to'),
  source: text('source').notNull(),
});

/** Platforms, carriers, postal operators and brokers that send advance data. */
export const partners = identitySchema.table('partners', {
  id: uuid('id').primaryKey(),
  key: text('key').notNull().unique(),
  name: text('name').notNull(),
  kind: text('kind', { enum: ['platform', 'carrier', 'post', 'broker'] }).notNull(),
  defaultOfficeId: text('default_office_id').references(() => offices.id, { onDelete: 'restrict' }),
  /** Days from posting to arrival where the partner's messages name no arrival. */
  transitDays: integer('transit_days'),
  /** Channel of declarations whose mode of transport does not tell it. */
  defaultChannel: text('default_channel', { enum: CHANNELS }),
  disabledAt: instant('disabled_at'),
  createdAt: instant('created_at').notNull(),
});

/** Other administrations with a say in what goods may enter; dated, with the provision each competence rests on. */
export const agencies = identitySchema.table('agencies', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** Keys of the controls on goods it is competent for. */
  controls: text('controls').array().notNull(),
  validFrom: day('valid_from').notNull(),
  validTo: day('valid_to'),
  source: text('source').notNull(),
});

export const users = identitySchema.table(
  'users',
  {
    id: uuid('id').primaryKey(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    /** scrypt with its parameters, or null for people who come through OpenID Connect only. */
    passwordHash: text('password_hash'),
    partnerId: uuid('partner_id').references(() => partners.id, { onDelete: 'restrict' }),
    agencyId: text('agency_id').references(() => agencies.id, { onDelete: 'restrict' }),
    isDemo: boolean('is_demo').notNull().default(false),
    preferences: jsonb('preferences').$type<Record<string, string>>().notNull().default({}),
    disabledAt: instant('disabled_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('users_email_key').on(sql`lower(${t.email})`),
    check('users_role_known', sql.raw(`role in (${ROLES.map((role) => `'${role}'`).join(', ')})`)),
    check('users_partner_bound', sql`(role = 'partner') = (partner_id is not null)`),
    check('users_agency_bound', sql`(role = 'agency') = (agency_id is not null)`),
  ],
);

export const userOffices = identitySchema.table(
  'user_offices',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    officeId: text('office_id')
      .notNull()
      .references(() => offices.id, { onDelete: 'restrict' }),
    isDefault: boolean('is_default').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.userId, t.officeId] })],
);

/** A signed-in browser; the token carries this id and nothing else. */
export const sessions = identitySchema.table(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    officeId: text('office_id'),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    /** When the person last proved who they are; acts of consequence ask for it anew. */
    confirmedAt: instant('confirmed_at'),
    /** Browser and system as two known words, e.g. `firefox windows`; never what the browser sent. */
    device: text('device'),
    /** Hash of what the browser of a shared counter keeps; taken away from who signs out for good. */
    counterKey: text('counter_key'),
  },
  (t) => [
    index('sessions_user').on(t.userId),
    // Who works at this counter?
    index('sessions_counter').on(t.counterKey).where(sql`counter_key is not null`),
  ],
);

/**
 * The second factor of a person (RFC 6238), `begun_at` while only begun and `enrolled_at` once a code proved that it works. The secret is
 * encrypted with a key that is not in the database.
 */
export const totps = identitySchema.table('totps', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'restrict' }),
  sealedSecret: text('sealed_secret').notNull(),
  begunAt: instant('begun_at').notNull(),
  enrolledAt: instant('enrolled_at'),
  /** The time step of the last code taken: no code of it, or of one before, is taken again. */
  lastStep: integer('last_step').notNull().default(0),
});

/** Codes that stand in for a lost second factor, each once; only hashes are kept. */
export const recoveryCodes = identitySchema.table(
  'recovery_codes',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    codeHash: text('code_hash').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
);

/** Calls of the API by key and minute, counted to be limited; past minutes are forgotten. */
export const apiCalls = identitySchema.table(
  'api_calls',
  {
    keyId: uuid('key_id').notNull(),
    minute: instant('minute').notNull(),
    calls: integer('calls').notNull(),
  },
  (t) => [primaryKey({ columns: [t.keyId, t.minute] })],
);

/** Failed sign-ins per account and per network prefix, for throttling. */
export const loginAttempts = identitySchema.table(
  'login_attempts',
  {
    id: uuid('id').primaryKey(),
    accountKey: text('account_key').notNull(),
    addressKey: text('address_key').notNull(),
    attemptedAt: instant('attempted_at').notNull(),
  },
  (t) => [
    index('login_attempts_account').on(t.accountKey, t.attemptedAt),
    index('login_attempts_address').on(t.addressKey, t.attemptedAt),
  ],
);

/** Questions of the public about a parcel, by who asked and what for, hashed: counted to be limited, and forgotten after a day. */
export const parcelQuestions = identitySchema.table(
  'parcel_questions',
  {
    id: uuid('id').primaryKey(),
    referenceKey: text('reference_key').notNull(),
    addressKey: text('address_key').notNull(),
    askedAt: instant('asked_at').notNull(),
  },
  (t) => [
    index('parcel_questions_reference').on(t.referenceKey, t.askedAt),
    index('parcel_questions_address').on(t.addressKey, t.askedAt),
    // What is over goes: which are older than a day?
    index('parcel_questions_asked').on(t.askedAt),
  ],
);

/** Bearer keys of partners; only the hash is kept, the prefix tells keys apart on screen. */
export const apiKeys = identitySchema.table('api_keys', {
  id: uuid('id').primaryKey(),
  partnerId: uuid('partner_id')
    .notNull()
    .references(() => partners.id, { onDelete: 'restrict' }),
  kind: text('kind', { enum: KEY_KINDS }).notNull().default('live'),
  prefix: text('prefix').notNull(),
  keyHash: text('key_hash').notNull().unique(),
  createdAt: instant('created_at').notNull(),
  lastUsedAt: instant('last_used_at'),
  revokedAt: instant('revoked_at'),
  /** What it may be used for; keys of before scopes have them all. */
  scopes: text('scopes', { enum: KEY_SCOPES })
    .array()
    .notNull()
    .default(sql.raw(`'{${KEY_SCOPES.join(',')}}'`)),
  /** From then on it is worth nothing: a key that was rotated serves on until its holder has changed over. */
  expiresAt: instant('expires_at'),
});
