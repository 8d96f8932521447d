import 'server-only';
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { partners } from '@/db/schema';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';

/** Locks a partner, so that what is written about it is written one after the other. @throws NotFoundError */
export async function lockPartner(tx: Tx, partnerId: string): Promise<{ id: string; name: string }> {
  const [partner] = isUuid(partnerId)
    ? await tx
        .select({ id: partners.id, name: partners.name })
        .from(partners)
        .where(eq(partners.id, partnerId))
        .for('no key update')
    : [];
  if (!partner) throw new NotFoundError('partner');
  return partner;
}
