import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { partners } from '@/db/schema';

export type Platform = Pick<typeof partners.$inferSelect, 'id' | 'name'>;

/** The partner where it is a platform, whose sellers use its scheme number by right; null for every other kind. */
export async function platformOf(tx: Tx, partnerId: string): Promise<Platform | null> {
  const [found] = await tx
    .select({ id: partners.id, name: partners.name })
    .from(partners)
    .where(and(eq(partners.id, partnerId), eq(partners.kind, 'platform')));
  return found ?? null;
}
