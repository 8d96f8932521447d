import 'server-only';
import { desc, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { seals, unsealed } from '@/db/schema';
import type { PublishedHead } from '@/lib/audit/seal';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** The newest head as it leaves the database; null before the first seal. */
export async function lastHead(actor: Actor): Promise<PublishedHead | null> {
  authorise(actor, 'audit.seal');
  const [seal] = await db().select().from(seals).orderBy(desc(seals.number)).limit(1);
  if (!seal) return null;
  const { number, entries, head, sealedAt, keyId, signature } = seal;
  return {
    ...{ number, entries, head: head.toString('hex'), sealedAt: sealedAt.toISOString(), keyId },
    signature: signature.toString('base64'),
  };
}

/** How far the log is sealed, as its readers are told. */
export type SealState = {
  readonly last: { readonly number: number; readonly sealedAt: Date; readonly head: string } | null;
  /** Entries that no seal covers yet. */
  readonly waiting: number;
};

export async function sealState(actor: Actor): Promise<SealState> {
  authorise(actor, 'audit.read');
  const [[seal], waiting] = await Promise.all([
    db().select().from(seals).orderBy(desc(seals.number)).limit(1),
    db().select({ count: sql<number>`count(*)::int` }).from(unsealed),
  ]);
  return {
    last: seal ? { number: seal.number, sealedAt: seal.sealedAt, head: seal.head.toString('hex') } : null,
    waiting: waiting[0]?.count ?? 0,
  };
}
