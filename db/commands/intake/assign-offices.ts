import 'server-only';
import { eq } from 'drizzle-orm';
import type { Executor, Tx } from '@/db/connection';
import { partners, submissionOffices } from '@/db/schema';

/** The office that looks after a partner, where it has one. */
export async function officeOfPartner(from: Executor, partnerId: string): Promise<string | null> {
  const [partner] = await from
    .select({ officeId: partners.defaultOfficeId })
    .from(partners)
    .where(eq(partners.id, partnerId));
  return partner?.officeId ?? null;
}

/** Lets a submission belong to offices as well as to those it belongs to already. */
export async function assignOffices(tx: Tx, submissionId: string, offices: Iterable<string | null>): Promise<void> {
  const named = [...new Set(offices)].filter((officeId) => officeId !== null).sort();
  if (named.length === 0) return;
  await tx
    .insert(submissionOffices)
    .values(named.map((officeId) => ({ submissionId, officeId })))
    .onConflictDoNothing();
}
