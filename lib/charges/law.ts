import { z } from 'zod';
import { CURRENCY_MINOR_DIGITS } from '@/lib/codes/currencies';
import { TRANSACTION_TYPES } from '@/lib/consignment/codes';
import { parseDecimal, ROUNDINGS } from '@/lib/kernel/decimal';
import { readMeasure } from './measure';

const plain = z
  .string()
  .refine((text) => parseDecimal(text) !== null && !text.startsWith('-'), 'negative_or_no_decimal');
const above = plain.refine((text) => /[1-9]/.test(text), 'not_above_zero');
/** No duty or tax of any economy is beyond ten times the value: it is a slip of the pen. */
const percent = plain.refine(
  (text) => text.replace(/\..*/, '').length <= 4 && Number.parseInt(text, 10) <= 1000,
  'absurd_percentage',
);
const insidePercent = percent.refine((text) => Number.parseInt(text, 10) < 100, 'absurd_percentage');
const currency = z.string().refine((code) => CURRENCY_MINOR_DIGITS.has(code), 'unknown_currency');
/** Major units of a currency. */
const amount = z.strictObject({ amount: plain, currency });
const country = z.string().regex(/^[A-Z]{2}$/, 'unknown_country');
const prefix = z.string().regex(/^\d{2}(?:\d{2}){0,3}$/, 'no_prefix');
const rounding = z.enum(ROUNDINGS);
const rate = z.string().superRefine((text, context) => {
  const read = readMeasure(text);
  if (!read.ok) context.addIssue({ code: 'custom', message: read.fault.rule });
});

/** What duty a band of value bears. */
const duty = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** The rate the tariff has for the goods. */
  z.strictObject({ kind: z.literal('tariff') }),
  /** One rate for all goods; `deduct` is taken off the duty of the consignment, never below nil. */
  z.strictObject({ kind: z.literal('rate'), rate, deduct: amount.nullable() }),
  /** A flat amount for each distinct code of the consignment, by its first digits. */
  z.strictObject({
    kind: z.literal('flat_per_subheading'),
    flat: amount,
    digits: z.union([z.literal(6), z.literal(10)]),
  }),
  z.strictObject({ kind: z.literal('flat_per_item'), flat: amount }),
  /** None, and no tax either, once an officer saw what proves it; until then both are open. Without proof the last band taxes the goods. */
  z.strictObject({ kind: z.literal('upon_proof'), proof: z.string().trim().min(1).max(300) }),
]);

/** What tax a band of value bears. `ratePercent` null: the rate the goods have. */
const tax = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** The vendor charges it at the sale: nothing at the border. */
  z.strictObject({ kind: z.literal('vendor') }),
  z.strictObject({ kind: z.literal('on_duty_paid'), ratePercent: percent.nullable() }),
  /** The tax is part of its own base: base divided by one less the rate. */
  z.strictObject({ kind: z.literal('inside'), ratePercent: insidePercent }),
  /** Consumption tax inside, value-added tax on top, and only a share of both: (CT + VAT) / (1 - CT) x share. */
  z.strictObject({
    kind: z.literal('composite'),
    vatPercent: percent.nullable(),
    consumptionPercent: insidePercent,
    sharePercent: percent,
  }),
]);

const band = z.strictObject({
  key: z.string().regex(/^[a-z0-9_]+$/),
  when: z.strictObject({
    /** Inclusive. */
    upTo: amount.optional(),
    /** Exclusive. */
    below: amount.optional(),
    dispatchedFrom: z.array(country).optional(),
    transactionTypes: z.array(z.enum(TRANSACTION_TYPES)).optional(),
    /** Sold under a valid number of a vendor scheme. */
    underScheme: z.boolean().optional(),
  }),
  /** Goods the band is closed to; the last band charges them. */
  closedTo: z.array(prefix),
  /** Goods whose duty the last band decides, while their tax stays with this one (perfume sold under a vendor scheme). */
  dutyClosedTo: z.array(prefix),
  duty,
  tax,
  citation: z.string().min(1),
});

/** To what step an amount is rounded, in major units, and how. */
const step = z.strictObject({
  step: above,
  mode: rounding,
  /** Each line by itself, or the sum of the consignment, whose shares then go back to the lines. */
  level: z.enum(['line', 'consignment']),
});

const fee = z.strictObject({
  key: z.string(),
  per: z.enum(['consignment', 'item']),
  flat: amount,
  bands: z.array(z.string()),
  isTaxed: z.boolean(),
  citation: z.string().min(1),
});

/** How charges are worked out under one law: limits in their order, bases, rounding and fees. Tariff rates are given beside it. */
export const LAW = z
  .strictObject({
    currency,
    minorDigits: z.number().int().min(0).max(4),
    /** `cif`: with transport and insurance to the border; `fob`: without. */
    customsValue: z.enum(['cif', 'fob']),
    /** What the limits test: the goods alone, or the customs value. */
    limitTests: z.enum(['intrinsic', 'customs']),
    /** Freight is in the base of the tax though not in that of the duty (Australia). */
    taxesTransport: z.boolean(),
    bands: z.array(band).min(1),
    dutyBase: step,
    duty: step,
    taxBase: step,
    tax: step,
    /** Sums that are not collected: below the amount, or up to it. */
    waived: z
      .strictObject({ of: z.enum(['tax', 'all']), amount, isInclusive: z.boolean(), citation: z.string() })
      .nullable(),
    fees: z.array(fee),
  })
  .superRefine((law, context) => {
    for (const key of ['dutyBase', 'duty', 'taxBase', 'tax'] as const) {
      const places = law[key].step.split('.')[1]?.length ?? 0;
      if (places > law.minorDigits) {
        context.addIssue({ code: 'custom', path: [key, 'step'], message: 'under_the_minor_unit' });
      }
    }
    const last = law.bands.at(-1);
    if (last && Object.keys(last.when).length > 0) {
      context.addIssue({ code: 'custom', path: ['bands', law.bands.length - 1, 'when'], message: 'gap' });
    }
    for (const [index, one] of law.bands.entries()) {
      if (law.bands.findIndex(({ key }) => key === one.key) < index) {
        context.addIssue({ code: 'custom', path: ['bands', index, 'key'], message: 'twice' });
      }
      if (index < law.bands.length - 1 && Object.keys(one.when).length === 0) {
        context.addIssue({ code: 'custom', path: ['bands', index, 'when'], message: 'overlap' });
      }
    }
  });

export type Law = z.infer<typeof LAW>;
export type Band = Law['bands'][number];
export type LawAmount = z.infer<typeof amount>;
export type RoundingStep = z.infer<typeof step>;

/** Where a law cannot be used, and by which rule. */
export type LawFault = { readonly place: string; readonly rule: string };

/** Every fault of a law as it was entered; none where it can be used. */
export function lawFaults(value: unknown): readonly LawFault[] {
  const read = LAW.safeParse(value);
  if (read.success) return [];
  return read.error.issues.map(({ path, message, code }) => ({
    place: path.join('.') || 'law',
    rule: code === 'custom' ? message : code,
  }));
}
