import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { partners } from '@/db/schema';

/** The partner's id where it is a platform, whose sellers use its scheme number by right; null for every other kind. */
export async function platformOf(tx: Tx, partnerId: string): Promise<string | null> {
  const [found] = await tx
    .select({ id: partners.id })
    .from(partners)
    .where(and(eq(partners.id, partnerId), eq(partners.kind, 'platform')));
  return found?.id ?? null;
}
