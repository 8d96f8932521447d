import 'server-only';
import { asc, desc, gt, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { seals, unsealed } from '@/db/schema';
import type { PublishedHead } from '@/lib/audit/seal';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** Heads as they leave the database, in order: those after a number, or the newest alone where none was told of before. */
export async function headsAfter(actor: Actor, number: number | null, most: number): Promise<PublishedHead[]> {
  authorise(actor, 'audit.seal');
  const rows =
    number === null
      ? await db().select().from(seals).orderBy(desc(seals.number)).limit(1)
      : await db().select().from(seals).where(gt(seals.number, number)).orderBy(asc(seals.number)).limit(most);
  return rows.map((seal) => ({
    ...{ number: seal.number, entries: seal.entries, head: seal.head.toString('hex') },
    ...{ sealedAt: seal.sealedAt.toISOString(), keyId: seal.keyId, signature: seal.signature.toString('base64') },
  }));
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
