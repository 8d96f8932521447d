import 'server-only';
import { sql } from 'drizzle-orm';
import { db, type Executor } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { lockErasing } from './lock-erasing';
import { noteBatch } from './note-batch';

/** Histories of people and of pairs with one in them; those of marketplaces and scheme numbers are of businesses. */
const OF_PEOPLE = sql.raw(`('sender', 'recipient', 'address', 'recipient_sender', 'address_sender', 'scheme_sender')`);
/** Rows taken away in one transaction. */
const ROWS_A_BATCH = 20_000;

/**
 * Takes away days of histories that lie longer back than consignments are kept: their keys are hashes that a name leads to. Those of a
 * party on legal hold stay. Histories look a year back at most; what a party did in all is told by the days that are left.
 * One transaction, one audit row; the last of them gives none.
 */
export async function forgetHistoriesDue(actor: Actor, at = new Date()): Promise<number> {
  authorise(actor, 'privacy.erase');
  const policy = await policyInForce(db(), dayOf(at));
  const period = policy.retention.get('consignments');
  if (!period) return 0;
  const before = addDays(dayOf(at), -period.days);
  // Most rounds find nothing: that holds up nobody who places a hold.
  if ((await daysDue(db(), before, 1)).length === 0) return 0;
  return inTransaction(async (tx) => {
    await lockErasing(tx, 'alone');
    const days = await daysDue(tx, before, ROWS_A_BATCH);
    if (days.length === 0) return 0;
    const [kinds, names, on] = [days.map(({ kind }) => kind), days.map(({ key }) => key), days.map(({ day }) => day)];
    const gone = await tx.execute(sql`
      delete from risk.party_days where (kind, key, day) in (select w.kind, w.key, w.day
        from unnest(${sql.param(kinds)}::text[], ${sql.param(names)}::text[], ${sql.param(on)}::date[]) as w(kind, key, day))`);
    await tx.execute(sql`delete from risk.sender_counts where day < ${before}::date`);
    const erased = gone.rowCount ?? 0;
    if (erased > 0) await noteBatch(tx, actor, { kind: 'histories', erased, policyVersion: policy.version }, at);
    return erased;
  });
}

/** Some days that lie before one, of nobody on legal hold. */
async function daysDue(from: Executor, before: string, most: number) {
  const held = await from.execute<{ key: string }>(
    sql`select distinct party_key as key from privacy.legal_holds where lifted_at is null and party_key is not null`,
  );
  const keys = sql`${sql.param(held.rows.map(({ key }) => key))}::text[]`;
  const isHeld = sql`(split_part(d.key, '|', 1) = any(${keys}) or split_part(d.key, '|', 2) = any(${keys}))`;
  const { rows } = await from.execute<{ kind: string; key: string; day: string }>(sql`
    select d.kind, d.key, d.day::text as day from risk.party_days d
     where d.kind in ${OF_PEOPLE} and d.day < ${before}::date and not ${isHeld} limit ${most}`);
  return rows;
}
