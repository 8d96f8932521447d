import 'server-only';
import { randomUUID } from 'node:crypto';
import { inArray, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { type Charged, chargeables, type DueKey, postedDues } from '@/db/queries/collection/chargeables';
import { clearances, notedDues, reservations } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { type Account, borderDebtor } from '@/lib/collection/accounts';
import { type Due, duesOf, isMoney, kindOf, toPost } from '@/lib/collection/dues';
import { legalGround } from '@/lib/collection/legal-ground';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { refuse } from '@/lib/kernel/errors';
import { book, lockLedger, type NewPosting, openAccounts } from './book';

/** Consignments of one portion: it holds the ledger for well under a second. */
const CONSIGNMENTS_PER_PORTION = 4_000;
/** Noted consignments that are looked through for those of one partner while somebody waits. */
const NOTED_AT_ONCE = 50_000;

/**
 * Posts one portion of what was noted: of each consignment the difference between what is due now and what was posted. It may be done
 * twice, or late, and comes to the same. Gives how many notes were taken.
 */
export async function postNotedDues(actor: Actor, at = new Date()): Promise<number> {
  authorise(actor, 'revenue.post');
  return inTransaction(async (tx) => {
    await lockLedger(tx);
    const { rows: portion } = await tx.execute<{ id: string }>(sql`
      select id from (select id, count, sum(count) over (order by id) as running from ${notedDues}) as noted
      where running - count < ${CONSIGNMENTS_PER_PORTION}`);
    if (portion.length === 0) return 0;
    const ids = portion.map(({ id }) => id);
    const noted = await tx.delete(notedDues).where(inArray(notedDues.id, ids)).returning();
    const days = new Map(
      noted.flatMap(({ consignmentIds, days }) => consignmentIds.map((id, index) => [id, days[index] ?? ''] as const)),
    );
    const keys = [...days].map(([consignmentId, receivedOn]) => ({ consignmentId, receivedOn }));
    const posted = await postConsignments(tx, keys, at);
    if (posted > 0) {
      const details = { consignments: keys.length, postings: posted };
      const subject = { subjectType: 'ledger' as const, subjectId: dayOf(at), officeId: null };
      await writeAudit(tx, actor, { action: 'revenue.post', ...subject, details }, at);
    }
    return noted.length;
  });
}

/**
 * Posts what was noted of the consignments of one partner and is not posted yet, within a transaction that holds the ledger, so that what
 * is in hand on its accounts is known. The notes stay: taken up later they come to nothing more. It is work of a moment or none: where
 * more is noted than that, the background posts it within minutes, and who asked is told so.
 * @throws RefusedError `collection.dues_noted`
 */
export async function postNotedOf(tx: Tx, partnerId: string, at: Date): Promise<void> {
  const [sum] = await tx.select({ count: sql<number>`coalesce(sum(${notedDues.count}), 0)::float8` }).from(notedDues);
  const count = sum?.count ?? 0;
  if (count === 0) return;
  if (count > NOTED_AT_ONCE) throw refuse('collection.dues_noted', { count });
  const noted = await tx.select().from(notedDues);
  const ids = sql.param([...new Set(noted.flatMap(({ consignmentIds }) => consignmentIds))]);
  const days = sql.param([...new Set(noted.flatMap((one) => one.days))]);
  const { rows } = await tx.execute<{ id: string; day: string }>(sql`
    select s.consignment_id as id, s.received_on::text as day from ${clearances} s
    where s.partner_id = ${partnerId} and s.consignment_id = any(${ids}::uuid[]) and s.received_on = any(${days}::date[])
    limit ${CONSIGNMENTS_PER_PORTION + 1}`);
  if (rows.length > CONSIGNMENTS_PER_PORTION) throw refuse('collection.dues_noted', { count });
  await postConsignments(
    tx,
    rows.map(({ id, day }) => ({ consignmentId: id, receivedOn: day })),
    at,
  );
}

/** Posts what the consignments owe beside what was posted of them, within a transaction that holds the ledger. Gives how many postings. */
export async function postConsignments(tx: Tx, keys: readonly DueKey[], at: Date): Promise<number> {
  // What is posted is in the balance, and what is not released any more owes nothing: neither is reserved. Before anything is read, so that
  // what is released meanwhile, and not seen below, keeps its reservation until it is posted itself.
  await tx.delete(reservations).where(
    inArray(
      reservations.consignmentId,
      keys.map(({ consignmentId }) => consignmentId),
    ),
  );
  const charged = await chargeables(tx, keys);
  const posted = await postedDues(
    tx,
    charged.map(({ consignmentId }) => consignmentId),
  );
  const today = dayOf(at);
  const wanted = charged.flatMap((goods) => postingsOf(goods, posted.get(goods.consignmentId) ?? [], today));
  const debtors = charged.map(({ collectionModel, partnerId, currency }) =>
    borderDebtor(collectionModel, partnerId, currency),
  );
  await openAccounts(tx, usedBy(debtors, wanted), today);
  await book(tx, wanted, at);
  return wanted.length;
}

/** Accounts of debtors that something is posted on: nobody gets one who never owed. */
function usedBy(debtors: readonly Account[], wanted: readonly NewPosting[]): Account[] {
  const used = new Set(wanted.map(({ accountId }) => accountId));
  return debtors.filter(({ accountId }) => used.has(accountId));
}

/** A first posting counts for the day of the release; what changes it later, for the day that is seen. */
function postingsOf(goods: Charged, posted: readonly Due[], today: string): NewPosting[] {
  const due = duesOf(goods);
  const differences = toPost(posted, due);
  const kind = kindOf(posted, due);
  const isMore = differences.reduce((sum, one) => (isMoney(one.charge) ? sum + one.amountMinor : sum), 0n) > 0n;
  const bookedOn = kind === 'assessed' ? (goods.releasedOn ?? today) : today;
  const shared = {
    subjectId: goods.consignmentId,
    transactionId: randomUUID(),
    kind,
    currency: goods.currency,
    bookedOn,
    ground: legalGround(kind, goods.status, isMore),
  };
  return differences.map((one) => ({ ...one, ...shared }));
}
