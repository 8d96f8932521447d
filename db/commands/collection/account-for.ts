import 'server-only';
import type { Tx } from '@/db/connection';
import { type AccountRow, accountWithin } from '@/db/queries/collection/account-scope';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { typedMinor } from '@/lib/collection/amount-typed';
import type { Actor } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import { RefusedError } from '@/lib/kernel/errors';

/** Decimals of the currency an account is kept in. */
async function minorDigitsOf(tx: Tx, at: Date): Promise<number> {
  return (await policyInForce(tx, dayOf(at))).minorDigits;
}

/** An account of the actor and an amount typed for it. @throws NotFoundError; RefusedError `collection.amount_malformed` */
export async function accountAndAmount(
  tx: Tx,
  actor: Actor,
  typed: { readonly accountId: string; readonly amount: string },
  at: Date,
): Promise<{ readonly account: AccountRow; readonly amountMinor: bigint }> {
  const account = await accountWithin(tx, actor, typed.accountId);
  const amountMinor = typedMinor(typed.amount, await minorDigitsOf(tx, at));
  if (amountMinor !== null) return { account, amountMinor };
  const params = { value: typed.amount, currency: account.currency };
  throw new RefusedError([{ code: 'collection.amount_malformed', pointer: 'amount', params }]);
}
