import { z } from 'zod';
import { CHANNELS } from '@/lib/consignment/codes';
import { PARTNER_KINDS, TRANSIT_DAYS_MAX } from './partner-kinds';
import { PASSWORD_CHARS } from './password';
import { ROLES } from './roles';

const id = z.uuid();
const reason = z.string().trim().min(3, 'reason_required').max(500, 'too_big');
const newPassword = z.string().min(PASSWORD_CHARS.least, 'too_few_characters').max(PASSWORD_CHARS.most, 'too_big');
const officeIds = z.array(z.string().regex(/^[A-Z0-9]{5,10}$/, 'unknown_office')).max(200, 'too_big');
const name = z.string().trim().min(1, 'required').max(100, 'too_big');
const partnerId = z
  .union([z.literal(''), id])
  .optional()
  .transform((value) => value || null);

/** An agency by its code; which there are is asked of the list. */
const agencyId = z
  .string()
  .max(40, 'too_big')
  .optional()
  .transform((value) => value || null);

/** An empty field of a form says that there is none. */
const choice = z
  .string()
  .nullable()
  .transform((value) => value || null);
const officeOrNone = choice.pipe(
  z
    .string()
    .regex(/^[A-Z0-9]{5,10}$/, 'unknown_office')
    .nullable(),
);
const channelOrNone = choice.pipe(z.enum(CHANNELS, 'invalid_value').nullable());
const daysOrNone = z
  .union([z.string().trim(), z.number()])
  .nullable()
  .transform((value) => {
    if (value === null || value === '') return null;
    return typeof value === 'number' || /^\d{1,4}$/.test(value) ? Number(value) : Number.NaN;
  })
  .pipe(z.int('transit_days').min(0, 'transit_days').max(TRANSIT_DAYS_MAX, 'transit_days').nullable());

export const SWITCH_OFFICE_INPUT = z.strictObject({ officeId: z.string().min(1).max(20) });

export const END_SESSION_INPUT = z.strictObject({ sessionRef: z.string().regex(/^[0-9a-f]{16}$/, 'invalid') });

export const CHANGE_PASSWORD_INPUT = z.strictObject({
  presentPassword: z.string().min(1, 'required').max(PASSWORD_CHARS.most, 'too_big'),
  newPassword,
});

/** A code of the authenticator, or one for recovery. */
const code = z.string().trim().min(6, 'code').max(40, 'code');
export const CODE_INPUT = z.strictObject({ code });

/** One of the two: the form sends the other one empty. */
export const CONFIRM_SELF_INPUT = z
  .strictObject({
    password: z.string().max(PASSWORD_CHARS.most, 'too_big').default(''),
    code: z.union([z.literal(''), code]).default(''),
  })
  .refine(({ password, code: typed }) => password !== '' || typed !== '', { error: 'required', path: ['password'] });

export const CREATE_USER_INPUT = z.strictObject({
  email: z.email('email').max(200, 'too_big'),
  name,
  role: z.enum(ROLES, 'unknown_role'),
  partnerId,
  agencyId,
  officeIds: officeIds.default([]),
});

/** `seenRole` is the role the administrator was looking at: a change made meanwhile is not overwritten. */
export const CHANGE_USER_INPUT = z.strictObject({
  userId: id,
  seenRole: z.enum(ROLES, 'unknown_role'),
  role: z.enum(ROLES, 'unknown_role'),
  partnerId,
  agencyId,
  officeIds: officeIds.default([]),
  reason,
});

export const USER_WITH_REASON_INPUT = z.strictObject({ userId: id, reason });

export const CREATE_PARTNER_INPUT = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/, 'short_name'),
  name,
  kind: z.enum(PARTNER_KINDS, 'invalid_value'),
  defaultOfficeId: officeOrNone.default(null),
  transitDays: daysOrNone.default(null),
  defaultChannel: channelOrNone.default(null),
});

/** What is `seen…` is what the administrator was looking at: a change made meanwhile is not overwritten. */
export const CHANGE_PARTNER_DEFAULTS_INPUT = z.strictObject({
  partnerId: id,
  seenOfficeId: officeOrNone,
  seenTransitDays: daysOrNone,
  seenChannel: channelOrNone,
  defaultOfficeId: officeOrNone,
  transitDays: daysOrNone,
  defaultChannel: channelOrNone,
  reason,
});

export const PARTNER_WITH_REASON_INPUT = z.strictObject({ partnerId: id, reason });
export const CREATE_KEY_INPUT = z.strictObject({ partnerId: id });
/** A partner names nobody: the key is its own. */
export const CREATE_SANDBOX_KEY_INPUT = z.strictObject({ partnerId: id.optional() });
export const REVOKE_KEY_INPUT = z.strictObject({ keyId: id, reason });
