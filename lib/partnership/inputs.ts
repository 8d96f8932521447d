import { z } from 'zod';
import { KEY_SCOPES, ROTATE_HOURS } from '@/lib/identity/key-scopes';
import { MEMORANDUM_SUBJECTS } from './memorandum';
import { ACTION_STATES, RESOLUTION_PLACES } from './resolution';
import { DRAW_PERCENT, TRUST_LEVELS } from './trust';

const id = z.uuid();
const text = (most: number) => z.string().trim().min(3, 'reason_required').max(most, 'too_big');
const day = z.iso.date('invalid_date');
const percent = z.coerce
  .number<string | number>()
  .pipe(z.int('invalid_value').min(DRAW_PERCENT.least, 'draw_percent').max(DRAW_PERCENT.most, 'draw_percent'));
const optionalId = z
  .string()
  .max(60, 'too_big')
  .nullish()
  .transform((value) => value || null);

export const PROPOSE_TRUST_INPUT = z.strictObject({
  partnerId: id,
  level: z.enum(TRUST_LEVELS, 'invalid_value'),
  drawPercent: percent,
  validTo: day,
  reason: text(500),
});

export const DECIDE_TRUST_INPUT = z.strictObject({
  statusId: id,
  verdict: z.enum(['grant', 'reject'], 'invalid_value'),
  note: text(500),
});

export const SUSPEND_TRUST_INPUT = z.strictObject({ statusId: id, reason: text(500) });

export const ENTER_MEMORANDUM_INPUT = z.strictObject({
  title: text(200),
  subject: z.enum(MEMORANDUM_SUBJECTS, 'invalid_value'),
  partnerId: optionalId,
  agencyId: optionalId,
  legalBasis: text(300),
  validFrom: day,
  validTo: day,
});

export const END_MEMORANDUM_INPUT = z.strictObject({ memorandumId: id, reason: text(500) });

export const ADD_ACTION_INPUT = z.strictObject({
  place: z.enum(RESOLUTION_PLACES, 'invalid_value'),
  title: text(200),
  ownerId: id,
  dueOn: day,
});

export const CHANGE_ACTION_INPUT = z.strictObject({
  actionId: id,
  rowVersion: z.coerce.number<string | number>().pipe(z.int()),
  ownerId: id,
  dueOn: day,
  state: z.enum(ACTION_STATES, 'invalid_value'),
  note: z
    .string()
    .trim()
    .max(500, 'too_big')
    .nullish()
    .transform((value) => value || null),
});

export const ROTATE_KEY_INPUT = z.strictObject({
  keyId: id,
  graceHours: z.coerce.number<string | number>().pipe(z.literal(ROTATE_HOURS, 'invalid_value')),
  scopes: z.array(z.enum(KEY_SCOPES, 'invalid_value')).min(1, 'required').max(KEY_SCOPES.length),
});

export const ADD_MEMBER_INPUT = z.strictObject({
  email: z.email('email').max(200, 'too_big'),
  name: z.string().trim().min(1, 'required').max(100, 'too_big'),
});

export const CLOSE_MEMBER_INPUT = z.strictObject({ userId: id, reason: text(500) });
