import { z } from 'zod';
import { parseDay } from '@/lib/kernel/dates';
import { parseMonth } from './month';

const accountId = z.string().min(1).max(200);
const words = (least: number, most: number) => z.string().trim().min(least).max(most);
/** Decimal text in the currency of the account; judged by the command, which knows its decimals. */
const amount = z.string().trim().min(1).max(20);
const day = z.string().refine((text) => parseDay(text) !== null, 'invalid_day');
const month = z.string().refine((text) => parseMonth(text) !== null, 'invalid_month');

export const GUARANTEE_INPUT = z.strictObject({
  accountId,
  /** Of the guarantee that was seen; 0 where there was none. */
  revision: z.coerce.number().int().min(0),
  amount,
  reference: words(1, 60),
  validTo: z
    .union([z.literal(''), day])
    .nullish()
    .transform((text) => text || null),
  reason: words(3, 500),
});

export const PAYMENT_INPUT = z.strictObject({
  /** Made with the form: the same payment sent twice is entered once. */
  paymentId: z.guid(),
  accountId,
  amount,
  paidOn: day,
  payer: words(1, 140),
  reference: words(1, 140),
});

export const MATCH_INPUT = z.strictObject({ paymentId: z.guid(), accountId });

export const STATEMENT_INPUT = z.strictObject({ accountId, month });
