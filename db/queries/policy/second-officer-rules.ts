import 'server-only';
import { db } from '@/db/connection';
import { type Amount, amountIn } from '@/lib/clearance/amount';
import type { DecisionKind, Lane } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { policyInForce } from './policy-in-force';

/** A rule as it is read: null asks nothing. */
export type SecondOfficerLine = {
  readonly key: string;
  readonly decisions: readonly DecisionKind[];
  readonly valueAbove: Amount | null;
  readonly correctionAbove: Amount | null;
  readonly unexaminedIn: readonly Lane[] | null;
};

/** The rules of today by which a decision takes a second officer. */
export async function secondOfficerRules(actor: Actor, at = new Date()): Promise<SecondOfficerLine[]> {
  authorise(actor, 'policy.read');
  const policy = await policyInForce(db(), dayOf(at));
  const amount = amountIn(policy.currency, policy.minorDigits);
  const limit = (minor: bigint | null) => (minor === null ? null : amount(minor));
  const rules = policy.secondOfficer.filter(({ decisions }) => decisions.length > 0);
  return rules.map(({ key, decisions, valueAboveMinor, correctionAboveMinor, unexaminedIn }) => ({
    key,
    decisions,
    valueAbove: limit(valueAboveMinor),
    correctionAbove: limit(correctionAboveMinor),
    unexaminedIn,
  }));
}
