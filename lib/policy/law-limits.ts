import type { LawInForce } from '@/lib/charges/goods';
import { amountOf } from '@/lib/charges/value';
import type { TransactionType } from '@/lib/consignment/codes';
import { toMinor } from '@/lib/kernel/rational';
import type { Limit, Policy } from './policy';

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
