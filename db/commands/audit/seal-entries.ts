import 'server-only';
import { desc, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { SEALED_COLUMNS } from '@/db/queries/audit/sealed-entry';
import { auditLog, leaves, seals, unsealed } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { rootOf } from '@/lib/audit/merkle';
import { entryLeaf, headOf, NO_HEAD, type SealedEntry, type signingKey, signHead } from '@/lib/audit/seal';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** Advisory lock of the chain: one seal follows another, whoever asks. */
const SEAL_LOCK = 7_215_920;
/** Entries of one seal: a tree of a few milliseconds, and a proof of fourteen steps. */
export const PER_SEAL = 10_000;

/**
 * Puts the entries that wait under one root, chains it to the seal before and signs it. What it seals is on disk when it returns, with all
 * that was written before. Gives how many entries it sealed; none waits: none. An entry that is gone before it was sealed goes on waiting,
 * so that the verifier finds it.
 */
export async function sealEntries(
  actor: Actor,
  key: ReturnType<typeof signingKey>,
  at = new Date(),
  most = PER_SEAL,
): Promise<number> {
  authorise(actor, 'audit.seal');
  return inTransaction(async (tx) => {
    // Work of the background is not waited for on the disk elsewhere; a head that leaves this machine must not outlive its entries.
    await tx.execute(sql`set local synchronous_commit = on`);
    await tx.execute(sql`select pg_advisory_xact_lock(${SEAL_LOCK})`);
    const entries = await waitingEntries(tx, most);
    if (entries.length === 0) return 0;
    const [before] = await tx.select().from(seals).orderBy(desc(seals.number)).limit(1);
    const found = entries.map((entry) => ({ entry, leaf: entryLeaf(entry) }));
    const seal = {
      number: (before?.number ?? 0) + 1,
      entries: found.length,
      root: rootOf(found.map(({ leaf }) => leaf)),
      previous: before?.head ?? NO_HEAD,
      sealedAt: at,
    };
    const head = headOf(seal);
    await tx.insert(seals).values({ ...seal, head, keyId: key.keyId, signature: signHead(head, key.privateKey) });
    const placed = found.map(({ entry, leaf }, place) => ({
      ...{ audit_id: entry.id, received_on: entry.received_on, place, leaf: leaf.toString('hex') },
    }));
    await tx.execute(sql`
      insert into ${leaves} (audit_id, received_on, seal, place, leaf)
      select audit_id, received_on, ${seal.number}, place, decode(leaf, 'hex')
      from json_to_recordset(${JSON.stringify(placed)}::json) as t(audit_id uuid, received_on date, place integer, leaf text)`);
    const ids = sql.param(entries.map(({ id }) => id));
    await tx.execute(sql`delete from ${unsealed} where audit_id = any(${ids}::uuid[])`);
    return entries.length;
  });
}

/**
 * The first entries that wait, in the order of their ids, which ascend as they are written. What waits and has no entry, or a seal already,
 * holds up no other.
 */
async function waitingEntries(tx: Tx, most: number): Promise<SealedEntry[]> {
  const { rows } = await tx.execute<SealedEntry>(sql`
    select ${SEALED_COLUMNS} from ${unsealed} u join ${auditLog} a on a.id = u.audit_id and a.received_on = u.received_on
    where not exists (select 1 from ${leaves} l where l.audit_id = u.audit_id) order by u.audit_id limit ${most}`);
  return rows;
}
