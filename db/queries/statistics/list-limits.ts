import 'server-only';
import { db } from '@/db/connection';
import { amountOf } from '@/lib/charges/value';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { toMinor } from '@/lib/kernel/rational';
import { policyInForce } from '../policy/policy-in-force';

/** An amount at which the law on charges changes for a consignment, with the bands of the law that end there. */
export type LawLimit = { readonly limitMinor: bigint; readonly bands: readonly string[] };

/** The limits of the law of a day, lowest first. What has no rate of exchange on that day cannot be placed and is left out. */
export async function listLimits(actor: Actor, day: string): Promise<LawLimit[]> {
  authorise(actor, 'policy.read');
  const { lawInForce } = await policyInForce(db(), day);
  const limits = new Map<bigint, string[]>();
  for (const { key, when } of lawInForce.law.bands) {
    const amount = when.upTo ?? when.below;
    const worth = amount && amountOf(amount, lawInForce);
    if (!worth) continue;
    const minor = toMinor(worth, lawInForce.law.minorDigits, 'halfUp');
    limits.set(minor, [...(limits.get(minor) ?? []), key]);
  }
  return [...limits]
    .map(([limitMinor, bands]) => ({ limitMinor, bands }))
    .sort((one, other) => (one.limitMinor < other.limitMinor ? -1 : 1));
}
