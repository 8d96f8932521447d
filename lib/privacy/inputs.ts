import { z } from 'zod';
import { storable } from '@/lib/kernel/storable';
import { HELD_SUBJECTS, STANDS_AS, STATEMENT_KINDS } from './codes';

const text = (most: number) =>
  z.string().transform(storable).pipe(z.string().trim().min(3, 'reason_required').max(most, 'too_big'));
const optional = (most: number) =>
  z
    .string()
    .max(most, 'too_big')
    .nullish()
    .transform((value) => storable(value ?? '').trim() || null);
const day = z.iso.date('invalid_date');

export const PLACE_HOLD_INPUT = z.strictObject({
  consignmentId: z.guid(),
  subject: z.enum(HELD_SUBJECTS, 'invalid_value'),
  reason: text(500),
});

export const LIFT_HOLD_INPUT = z.strictObject({ holdId: z.guid(), reason: text(500) });

/** What a person is looked for by; a name goes with its postcode and country, as histories are kept. */
export const ACCESS_INPUT = z.strictObject({
  /** Number of the administration's own file of the request. */
  fileNumber: text(60),
  cameOn: day,
  name: optional(200),
  postcode: optional(20),
  country: optional(2),
  phone: optional(40),
  email: optional(200),
  reference: optional(35),
});

export const STATEMENT_INPUT = z.strictObject({
  consignmentId: z.guid(),
  /** Who says it: the party that a version names. */
  standsAs: z.enum(STANDS_AS, 'invalid_value'),
  version: z.coerce.number().int().min(1).max(1_000_000),
  kind: z.enum(STATEMENT_KINDS, 'invalid_value'),
  cameOn: day,
  words: text(2000),
});

export const ACKNOWLEDGE_BROWSING_INPUT = z.strictObject({ id: z.guid(), note: text(500) });
