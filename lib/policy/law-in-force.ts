import type { LawInForce } from '@/lib/charges/goods';
import type { Law } from '@/lib/charges/law';
import { amountOf } from '@/lib/charges/value';
import type { TransactionType } from '@/lib/consignment/codes';
import { decimal } from '@/lib/kernel/decimal';
import { toMinor } from '@/lib/kernel/rational';
import type { Limit, Policy } from './policy';
import { type CheckedRow, PolicyError } from './rows-in-force';

/** Days are counted whole: a rate is old from the day on which its legal period is over. */
const MINUTES_OF_DAY = 24 * 60;

type Parts = {
  readonly law: Law;
  readonly own: { readonly currency: string; readonly minorDigits: number };
  readonly rates: readonly CheckedRow<{ readonly unitsPerBase: string }>[];
  /** As long as a rate of exchange may stand by law. */
  readonly rateMinutes: number;
};

/** The law of a day with its rates of exchange. @throws PolicyError where it counts in another currency than the administration */
export function lawOfDay(day: string, { law, own, rates, rateMinutes }: Parts): LawInForce {
  if (law.currency !== own.currency || law.minorDigits !== own.minorDigits) {
    throw new PolicyError([`charge_law/own counts in ${law.currency}, the administration in ${own.currency}`]);
  }
  const known = rates.map(({ key, value: { unitsPerBase: text }, validFrom }) => {
    return [key, { unitsPerBase: decimal(text), text, validFrom }] as const;
  });
  return { day, law, rates: new Map(known), rateDaysMax: Math.ceil(rateMinutes / MINUTES_OF_DAY) };
}

/** The first limit the law sets for a kind of transaction; null where it has none, or no rate of exchange says what it is worth. */
function limitFor(type: TransactionType, inForce: LawInForce): Limit | null {
  const band = inForce.law.bands.find(({ when }) => when.transactionTypes?.includes(type) && (when.upTo || when.below));
  const limit = band?.when.upTo ?? band?.when.below;
  const worth = limit && amountOf(limit, inForce);
  if (!band || !worth) return null;
  return { limitMinor: toMinor(worth, inForce.law.minorDigits, 'halfUp'), citation: band.citation };
}

/** What the law of charges says that other rules ask for too. */
export function lawLimits(inForce: LawInForce): Pick<Policy, 'gift' | 'documents'> {
  return { gift: limitFor('gift', inForce), documents: limitFor('documents', inForce) };
}
