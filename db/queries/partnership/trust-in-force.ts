import 'server-only';
import { and, eq, gt } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { trustStatuses } from '@/db/schema';
import { dayOf } from '@/lib/kernel/dates';
import type { TrustLevel } from '@/lib/partnership/trust';

export type TrustInForce = {
  readonly level: TrustLevel;
  /** Part of the ordinary chance of a random draw that is left, in (0, 1]. */
  readonly drawShare: number;
};

/** The trust in a partner that holds at an instant; null where there is none. Takes no actor: selection asks for every batch. */
export async function trustInForce(tx: Pick<Tx, 'select'>, partnerId: string, at: Date): Promise<TrustInForce | null> {
  const [status] = await tx
    .select({ level: trustStatuses.level, drawPercent: trustStatuses.drawPercent })
    .from(trustStatuses)
    .where(
      and(
        eq(trustStatuses.partnerId, partnerId),
        eq(trustStatuses.state, 'granted'),
        gt(trustStatuses.validTo, dayOf(at)),
      ),
    );
  return status ? { level: status.level, drawShare: status.drawPercent / 100 } : null;
}
