import { z } from 'zod';
import { storable } from '@/lib/kernel/storable';
import { CAVEATS, HANDLINGS } from './handling';
import { IDENTIFIER_KINDS } from './identifier-kinds';
import { SECRET_CHARS_LEAST } from './identifiers';
import { ADMINISTRATION_CODE } from './package';

const id = z.uuid();
const words = (most: number) =>
  z
    .string()
    .trim()
    .min(3, 'reason_required')
    .max(most, 'too_big')
    .transform((value) => storable(value).replace(/[\t\r]/g, ' '));
const day = z.iso.date('invalid_date');
const code = z.string().trim().toUpperCase().regex(ADMINISTRATION_CODE, 'administration_code');
const rowVersion = z.coerce.number<string | number>().pipe(z.int().min(1));
const reason = words(500);
const several = <Shape extends z.ZodType>(one: Shape, most: number) => z.array(one).max(most).default([]);

export const ENTER_IDENTITY_INPUT = z.strictObject({ code, name: words(200) });

export const PROPOSE_COUNTERPART_INPUT = z.strictObject({
  code,
  name: words(200),
  publicKey: z.string().max(1_000, 'too_big'),
  legalBasis: words(300),
  validFrom: day,
  validTo: day,
});
export const DECIDE_COUNTERPART_INPUT = z.strictObject({
  counterpartId: id,
  rowVersion,
  verdict: z.enum(['approve', 'refuse'], 'invalid_value'),
  reason,
});
export const END_COUNTERPART_INPUT = z.strictObject({ counterpartId: id, rowVersion, reason });
/** Empty: a secret is made, and told once. */
export const SET_SECRET_INPUT = z.strictObject({
  counterpartId: id,
  rowVersion,
  secret: z
    .string()
    .trim()
    .max(200, 'too_big')
    .refine((value) => value === '' || (value.length >= SECRET_CHARS_LEAST && !/\s/.test(value)), 'secret_short'),
});

const head = {
  counterpartId: id,
  purpose: words(500),
  handling: z.enum(HANDLINGS, 'invalid_value'),
  caveats: several(z.enum(CAVEATS), CAVEATS.length),
  expiresOn: day,
};
/** Profiles as `id version`, lists as `key edition`. */
export const PREPARE_PACKAGE_INPUT = z.strictObject({
  ...head,
  profiles: several(z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12} \d{1,6}$/), 50),
  lists: several(z.string().regex(/^\S{1,80} \d{1,6}$/), 50),
  alertTitle: z.string().trim().max(100, 'too_big').default(''),
  alertText: z.string().trim().max(4_000, 'too_big').default(''),
  typologyMonth: z
    .string()
    .regex(/^(?:(?:19|20)\d{2}-(?:0[1-9]|1[0-2]))?$/, 'invalid_value')
    .default(''),
});
export const ASK_FOR_MATCH_INPUT = z.strictObject({
  ...head,
  fromOn: day,
  toOn: day,
  identifierKind: z.enum(IDENTIFIER_KINDS, 'invalid_value'),
  identifiers: z.string().max(200_000, 'too_big'),
});
export const DECIDE_PACKAGE_INPUT = z.strictObject({
  exchangeId: id,
  /** SHA-256 of what was shown: another content is not approved unseen. */
  contentSha256: z.string().regex(/^[0-9a-f]{64}$/),
  verdict: z.enum(['approve', 'refuse'], 'invalid_value'),
  reason,
});
export const EXCHANGE_ACT_INPUT = z.strictObject({ exchangeId: id, rowVersion, reason });
/** The numbers of the items to take; the others are left. */
export const TAKE_OVER_INPUT = z.strictObject({
  exchangeId: id,
  rowVersion,
  items: several(z.coerce.number<string | number>().pipe(z.int().min(1)), 100),
  reason,
});
/** Whether references of ours go with the counts. */
export const ANSWER_MATCH_INPUT = z.strictObject({
  exchangeId: id,
  rowVersion,
  references: z.preprocess((given) => given === 'on' || given === true, z.boolean()),
  reason,
});
