import { z } from 'zod';
import { parseDay } from '@/lib/kernel/dates';
import { parseMonth } from './month';
import { REFUND_VERDICTS } from './refund';

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
  /** Reference of the consignment it pays for; empty where it pays what the account owes. */
  consignment: z
    .union([z.literal(''), words(1, 35)])
    .nullish()
    .transform((text) => text || null),
});

export const MATCH_INPUT = z.strictObject({ paymentId: z.guid(), accountId });

export const REFUND_INPUT = z.strictObject({
  /** Made with the form: the same refund sent twice is asked for once. */
  refundId: z.guid(),
  accountId,
  amount,
  payee: words(1, 140),
  iban: words(1, 50),
  reason: words(3, 500),
});

export const SETTLE_REFUND_INPUT = z.strictObject({
  refundId: z.guid(),
  accountId,
  verdict: z.enum(REFUND_VERDICTS),
  note: z
    .union([z.literal(''), words(3, 500)])
    .nullish()
    .transform((text) => text || null),
});

export const STATEMENT_INPUT = z.strictObject({ accountId, month });
