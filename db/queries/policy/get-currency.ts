import 'server-only';
import { db } from '@/db/connection';
import { dayOf } from '@/lib/kernel/dates';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { policyInForce } from './policy-in-force';

/** The currency the administration counts in, and its decimals. Takes no actor: it is no secret. */
export async function getCurrency(at = new Date()): Promise<PolicyCurrency> {
  const { currency, minorDigits } = await policyInForce(db(), dayOf(at));
  return { currency, minorDigits };
}
