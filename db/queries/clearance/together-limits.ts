import 'server-only';
import { desc, eq } from 'drizzle-orm';
import { db, type Executor } from '@/db/connection';
import { togetherLimits } from '@/db/schema';
import { TOGETHER_LIMITS, type TogetherLimits } from '@/lib/clearance/decide-together';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';

export type TogetherLimitsView = TogetherLimits & {
  /** 0 as long as nobody has set any. */
  readonly revision: number;
  readonly changed: { readonly byName: string; readonly at: string; readonly reason: string } | null;
};

/** What an office of the actor lets leave together. @throws NotFoundError of another office */
export async function getTogetherLimits(actor: Actor, officeId: string): Promise<TogetherLimitsView> {
  authorise(actor, 'consignment.read');
  if (!actor.officeIds.includes(officeId)) throw new NotFoundError('office');
  return togetherLimitsOf(db(), officeId);
}

/** The same for commands that have checked whose office it is. */
export async function togetherLimitsOf(from: Executor, officeId: string): Promise<TogetherLimitsView> {
  const [row] = await from
    .select()
    .from(togetherLimits)
    .where(eq(togetherLimits.officeId, officeId))
    .orderBy(desc(togetherLimits.revision))
    .limit(1);
  if (!row) return { ...TOGETHER_LIMITS, revision: 0, changed: null };
  const { officeId: _office, changedBy: _by, changedByName, changedAt, reason, ...limits } = row;
  const changed = { byName: changedByName, at: changedAt.toISOString(), reason };
  return { ...limits, changed };
}
