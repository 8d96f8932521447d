import 'server-only';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { writeAudits } from '@/db/audit';
import { lockClearances } from '@/db/commands/intake/lock-clearances';
import { tellPartner } from '@/db/commands/webhook/tell-partner';
import type { Tx } from '@/db/connection';
import { copySet } from '@/db/copy-set';
import { chargeables } from '@/db/queries/collection/chargeables';
import { roomOf } from '@/db/queries/collection/room';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, events } from '@/db/schema';
import { ledgerEntries, recordChanges } from '@/db/statistics';
import { inTransaction } from '@/db/transaction';
import { allotCover, type Owing } from '@/lib/collection/cover';
import type { WaitsFor } from '@/lib/collection/demands';
import { owedOf } from '@/lib/collection/dues';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { limitsOfAccounts, lockCover, reserve } from './allot-cover';

/** Consignments of one round: as many as one transaction locks for well under a second. */
const PER_ROUND = 500;

type Waiting = {
  consignment_id: string;
  received_on: string;
  account_id: string;
  waits_for: WaitsFor;
  row_version: number;
  office_id: string;
  partner_id: string;
  reference: string;
  paid: string;
};

/**
 * Releases what waited for its payment, or for the guarantee of its account, and waits no more: the oldest first, as far as the money or
 * the cover goes. What an officer holds goes on waiting. Gives how many left.
 */
export async function releaseCovered(actor: Actor, at = new Date()): Promise<number> {
  authorise(actor, 'revenue.post');
  const { rows } = await inTransaction((tx) =>
    tx.execute<{ id: string }>(sql`select distinct account_id as id from revenue.demands where settled_at is null`),
  );
  let released = 0;
  for (const { id } of rows) released += await inTransaction((tx) => releaseOfAccount(tx, actor, id, at));
  return released;
}

/** The same at once of accounts that a payment or a guarantee changed, each in a transaction of its own after that of the change. */
export async function releaseAfter(accountIds: readonly string[], at: Date): Promise<void> {
  for (const id of new Set(accountIds)) await inTransaction((tx) => releaseOfAccount(tx, SYSTEM_ACTOR, id, at));
}

async function releaseOfAccount(tx: Tx, actor: Actor, accountId: string, at: Date): Promise<number> {
  const asked = await waitingOn(tx, accountId, null);
  if (asked.length === 0) return 0;
  // Rows first, then the cover: in this order by everybody.
  await lockClearances(
    tx,
    asked.map(({ consignment_id }) => consignment_id),
  );
  await lockCover(tx, [accountId]);
  // Read again: whoever held them may have taken them elsewhere.
  const waiting = await waitingOn(
    tx,
    accountId,
    asked.map(({ consignment_id }) => consignment_id),
  );
  const covered = await coveredOf(tx, accountId, waiting, at);
  if (covered.length === 0) return 0;
  await reserve(tx, covered, true, at);
  const ids = new Set(covered.map(({ consignmentId }) => consignmentId));
  await release(
    tx,
    actor,
    waiting.filter(({ consignment_id }) => ids.has(consignment_id)),
    at,
  );
  return covered.length;
}

/** What waits on an account, free of holds, the oldest demand first; of some consignments, or the oldest of all. */
async function waitingOn(tx: Tx, accountId: string, ids: readonly string[] | null): Promise<Waiting[]> {
  const only = ids === null ? sql`` : sql` and w.consignment_id = any(${sql.param([...ids])}::uuid[])`;
  const { rows } = await tx.execute<Waiting>(sql`
    select w.consignment_id, w.received_on::text, w.account_id, w.waits_for, s.row_version, s.office_id, s.partner_id, s.reference,
      (select coalesce(sum(p.amount_minor), 0) from revenue.payment_matches m join revenue.payments p on p.payment_id = m.payment_id
        where m.pays_for = w.consignment_id)::text as paid
    from revenue.demands w
    join ${clearances} s on s.consignment_id = w.consignment_id and s.received_on = w.received_on
    where w.account_id = ${accountId} and w.settled_at is null and s.status = 'awaiting_payment' and s.open_holds = 0${only}
    order by w.demanded_at, w.consignment_id limit ${PER_ROUND}`);
  return rows;
}

/** Of what waits, what its own payments, the money in hand and the guarantee of the account are enough for, by what is owed now. */
async function coveredOf(tx: Tx, accountId: string, waiting: readonly Waiting[], at: Date): Promise<readonly Owing[]> {
  const keys = waiting.map(({ consignment_id, received_on }) => ({
    consignmentId: consignment_id,
    receivedOn: received_on,
  }));
  const owed = new Map((await chargeables(tx, keys)).map((goods) => [goods.consignmentId, owedOf(goods)]));
  const { paidBefore } = await policyInForce(tx, dayOf(at));
  const limits = await limitsOfAccounts(tx, [accountId], paidBefore.models, at);
  const owing = waiting.map(({ consignment_id, paid }) => ({
    consignmentId: consignment_id,
    accountId,
    owedMinor: owed.get(consignment_id) ?? 0n,
    paidMinor: BigInt(paid),
  }));
  return allotCover(owing, limits.has(accountId) ? await roomOf(tx, limits) : new Map()).covered;
}

async function release(tx: Tx, actor: Actor, rows: readonly Waiting[], at: Date): Promise<void> {
  const keys = rows.map((row) => ({ consignmentId: row.consignment_id, receivedOn: row.received_on }));
  const before = await ledgerEntries(tx, keys);
  const seen = rows.map((row) => ({ id: row.consignment_id, day: row.received_on, seen: row.row_version }));
  const now = sql`${at.toISOString()}::timestamptz`;
  const written = await tx.execute(sql`
    update ${clearances} s set status = 'released', released_at = ${now}, transmitted_at = ${now}, row_version = s.row_version + 1
    from json_to_recordset(${JSON.stringify(seen)}::json) as k(id uuid, day date, seen integer)
    where s.consignment_id = k.id and s.received_on = k.day and s.row_version = k.seen and s.status = 'awaiting_payment'`);
  if (written.rowCount !== rows.length) throw new Error('a consignment that was locked could not be released');
  await copySet(
    tx,
    events,
    rows.map((row) => ({
      consignmentId: row.consignment_id,
      receivedOn: row.received_on,
      eventId: randomUUID(),
      at,
      kind: 'payment_settled',
      actorId: actor.id,
      actorName: actor.name,
      values: { waitedFor: row.waits_for },
    })),
  );
  for (const partnerId of new Set(rows.map(({ partner_id }) => partner_id))) {
    await tellPartner(
      tx,
      partnerId,
      rows
        .filter((row) => row.partner_id === partnerId)
        .map((row) => ({
          consignmentId: row.consignment_id,
          reference: row.reference,
          event: 'payment_settled' as const,
          values: {},
          at,
        })),
    );
  }
  await writeAudits(
    tx,
    actor,
    rows.map((row) => ({
      action: 'revenue.release_covered' as const,
      subjectType: 'consignment' as const,
      subjectId: row.consignment_id,
      officeId: row.office_id,
      details: {
        before: { status: 'awaiting_payment' },
        after: { status: 'released' },
        rowVersion: row.row_version,
        waitedFor: row.waits_for,
      },
    })),
    at,
  );
  const after = await ledgerEntries(tx, keys);
  await recordChanges(
    tx,
    keys.map(({ consignmentId }) => ({
      before: before.get(consignmentId) ?? null,
      after: after.get(consignmentId) ?? null,
    })),
  );
}
