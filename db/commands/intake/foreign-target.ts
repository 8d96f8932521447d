import 'server-only';
import { and, eq, inArray, not } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { withinScope } from '@/db/queries/clearance/scope';
import { seesAll } from '@/db/queries/intake/scope';
import { clearances, identities } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { consignmentsNamed, type Name } from './resolve-acts';

/**
 * Tells of names whether a consignment stands behind them that is of none of the actor's offices. The mended text of a refused
 * record may name any consignment of its partner: staff must not change by it what does not exist for them. That it exists for others
 * cannot be hidden: a reference nobody used would be taken.
 */
export async function foreignTarget(
  from: Executor,
  actor: Actor,
  partnerId: string,
  names: readonly Name[],
): Promise<(name: Name) => boolean> {
  if (seesAll(actor) || actor.role === 'partner' || names.length === 0) return () => false;
  const idOf = await consignmentsNamed(from, names, partnerId);
  const ids = names.flatMap((name) => idOf(name) ?? []);
  const found = await from
    .select({ id: identities.consignmentId })
    .from(identities)
    .innerJoin(
      clearances,
      and(eq(clearances.consignmentId, identities.consignmentId), eq(clearances.receivedOn, identities.receivedOn)),
    )
    .where(and(inArray(identities.consignmentId, ids), not(withinScope(actor))));
  const foreign = new Set(found.map(({ id }) => id));
  return (name) => foreign.has(idOf(name) ?? '');
}
