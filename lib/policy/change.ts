import { z } from 'zod';
import { CURRENCY_MINOR_DIGITS } from '@/lib/codes/currencies';
import { DECISION_KINDS, type DecisionKind } from '@/lib/consignment/codes';
import { addDays, parseDay } from '@/lib/kernel/dates';
import { LIMITED_LANES } from './lane-order';
import { KEPT_FOR } from './retention';
import { TRUST_KEYS } from './trust-terms';

export const INSTRUMENT_KINDS = ['act', 'regulation', 'resolution', 'agreement', 'instruction'] as const;
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number];

/** `return` and `withdraw` give a change back to its author as a draft; `refuse` ends it. */
export const VERDICTS = ['approve', 'return', 'refuse', 'withdraw'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Kinds of parameters that people change one by one; lists are loaded whole, profiles and models have ways of their own. */
export const CHANGED_KINDS = [
  'charge_law',
  'threshold',
  'vat_rate',
  'duty_rate',
  'exchange_rate',
  'clock',
  'shift',
  'retention',
  'appeal',
  'trust',
  'collection',
  'second_officer',
  'second_look',
  'power',
  'lane',
  'random',
  'capacity',
  'indicator',
] as const;
export type ChangedKind = (typeof CHANGED_KINDS)[number];

/** A day as `YYYY-MM-DD`. */
export const DAY = z.string().refine((text) => parseDay(text) !== null, 'day');
/** An empty field of a form says that there is no last day. */
export const LAST_DAY = z
  .union([z.literal('').transform(() => null), DAY])
  .nullable()
  .optional()
  .transform((value) => value ?? null);
const text = (most: number) => z.string().trim().min(1, 'required').max(most, 'too_big');
export const REASON = z.string().trim().min(3, 'reason_required').max(500, 'too_big');

export const INSTRUMENT_INPUT = z.strictObject({
  kind: z.enum(INSTRUMENT_KINDS),
  title: text(300),
  citation: text(300),
  validFrom: DAY,
  validTo: LAST_DAY,
  textLink: z
    .union([z.literal('').transform(() => null), z.url({ protocol: /^https$/, error: 'link' }).max(500)])
    .nullable(),
});

export const DECIDE_INPUT = z.strictObject({ changeId: z.uuid(), verdict: z.enum(VERDICTS), reason: REASON });

/** Asks that an approved change be taken back before its day: all its parameters together. */
export const ANNUL_INPUT = z.strictObject({ changeId: z.uuid(), reason: REASON });

/** A dated period; both days are included, null is without end. */
export type Period = { readonly validFrom: string; readonly validTo: string | null };
type Standing = Period & { readonly revision: number; readonly value: unknown };

export type Fitted =
  | {
      readonly ok: true;
      /** The row that stands until the change begins, and the day it ends then. */
      readonly end: { readonly row: Standing; readonly validTo: string } | null;
      /** What goes on after a change that ends, of the row it interrupts. */
      readonly resume: { readonly row: Standing; readonly period: Period } | null;
    }
  | { readonly ok: false; readonly rule: 'later_row' | 'gap'; readonly day: string };

const FAR = '9999-12-31';
const acts = ({ validFrom, validTo }: Period) => validTo === null || validTo >= validFrom;

/**
 * How a change fits among the rows of its key. A row that begins on its day or within it is never pushed aside: the change ends
 * before it, or is refused with the day it would overlap. A change may not leave days without a row where rows stood before.
 */
export function fitChange(rows: readonly Standing[], { validFrom, validTo }: Period): Fitted {
  const standing = rows.filter(acts);
  const last = validTo ?? FAR;
  const later = standing.find((row) => row.validFrom >= validFrom && row.validFrom <= last);
  if (later) return { ok: false, rule: 'later_row', day: later.validFrom };
  const current = standing.find((row) => row.validFrom < validFrom && (row.validTo ?? FAR) >= validFrom);
  const before = standing
    .flatMap((row) => (row.validFrom < validFrom && row.validTo !== null ? [row.validTo] : []))
    .sort()
    .at(-1);
  if (!current && before !== undefined && addDays(before, 1) < validFrom) {
    return { ok: false, rule: 'gap', day: addDays(before, 1) };
  }
  const end = current ? { row: current, validTo: addDays(validFrom, -1) } : null;
  const goesOn = current && validTo !== null && (current.validTo ?? FAR) > validTo;
  const resume = goesOn ? { row: current, period: { validFrom: addDays(validTo, 1), validTo: current.validTo } } : null;
  return { ok: true, end, resume };
}

/** The last day the row had that a change ends, as it is kept with the decision; null where it ends none. */
export const endedUntil = (fitted: Extract<Fitted, { ok: true }>): string | null =>
  fitted.end && (fitted.end.row.validTo ?? FAR);

/** The days on which what a change ended goes on once it is annulled; null where it had ended nothing. */
export function refilled({ validFrom, validTo }: Period, until: string | null): Period | null {
  if (until === null) return null;
  const last = validTo !== null && validTo < until ? validTo : until;
  return { validFrom, validTo: last === FAR ? null : last };
}

/** What is wrong with the key of a parameter, by the rule it breaks; null where it may stand. */
export function keyFault(kind: ChangedKind, key: string): string | null {
  switch (kind) {
    case 'exchange_rate':
      return CURRENCY_MINOR_DIGITS.has(key) ? null : 'unknown_currency';
    case 'duty_rate':
      return /^\d{2}(?:\d{2}){0,3}$/.test(key) ? null : 'no_prefix';
    case 'vat_rate':
      return /^(?:[a-z_]+|country:[A-Z]{2})$/.test(key) ? null : 'no_key';
    case 'shift':
      return /^(?:usual|[A-Z]{2}[A-Z0-9]{3})$/.test(key) ? null : 'no_key';
    case 'retention':
      return (KEPT_FOR as readonly string[]).includes(key) ? null : 'no_key';
    case 'trust':
      return (TRUST_KEYS as readonly string[]).includes(key) ? null : 'no_key';
    case 'power':
      return (DECISION_KINDS as readonly string[]).includes(key) ? null : 'no_key';
    case 'lane':
      return (LIMITED_LANES as readonly string[]).includes(key) ? null : 'no_key';
    case 'random':
      return key === 'draw' ? null : 'no_key';
    case 'capacity':
      return key === 'office' ? null : 'no_key';
    default:
      return /^[a-z_]+$/.test(key) ? null : 'no_key';
  }
}

/** Decisions that take property from its owner: the rule of each always asks for a second officer, as the database does. */
const ALWAYS_SECONDED: Readonly<Record<string, DecisionKind>> = { seizure: 'seize', destruction: 'destroy' };

/** Whether a second-officer rule would let through what must always take two. */
export function letsOneAlone(kind: ChangedKind, key: string, value: unknown): boolean {
  const always = kind === 'second_officer' ? ALWAYS_SECONDED[key] : undefined;
  if (!always) return false;
  const { decisions, ...conditions } = value as { readonly decisions: readonly string[] };
  return !decisions.includes(always) || Object.values(conditions).some((condition) => condition !== null);
}
