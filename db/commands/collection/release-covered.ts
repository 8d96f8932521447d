import 'server-only';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { writeAudits } from '@/db/audit';
import { lockClearances } from '@/db/commands/intake/lock-clearances';
import { tellPartner } from '@/db/commands/webhook/tell-partner';
import { cancelAwaited } from '@/db/commands/webhook/withdraw-decision';
import type { Tx } from '@/db/connection';
import { copySet } from '@/db/copy-set';
import { mayLeave, type Place, type Waiting, waitingNow } from '@/db/queries/collection/may-leave';
import { leavingNow } from '@/db/queries/collection/owed-to-leave';
import { roomOf } from '@/db/queries/collection/room';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, events } from '@/db/schema';
import { ledgerEntries, recordChanges } from '@/db/statistics';
import { inTransaction } from '@/db/transaction';
import { allotCover, type Owing } from '@/lib/collection/cover';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import type { Policy } from '@/lib/policy/policy';
import { demandAnew, limitsOfAccounts, lockCover, reserve } from './allot-cover';
import { settleDemands } from './write-demands';

/** Consignments of one round: as many as one transaction locks for well under a second. */
const PER_ROUND = 500;

/**
 * Releases what waited for its payment, or for the guarantee of its account, and waits no more: the oldest first, as far as the money or
 * the cover goes. What an officer holds goes on waiting. Gives how many left.
 */
export async function releaseCovered(actor: Actor, at = new Date()): Promise<number> {
  authorise(actor, 'revenue.post');
  const { rows } = await inTransaction((tx) =>
    // Accounts are few, and what waits on them may be a million: one step into the index for each.
    tx.execute<{ id: string }>(sql`select a.account_id as id from revenue.accounts a
      where exists (select from revenue.demands w where w.account_id = a.account_id and w.settled_at is null)`),
  );
  let released = 0;
  for (const { id } of rows) released += await releaseOfAccount(actor, id, at);
  return released;
}

/** The same of what waits on the accounts of one partner, before what it sends now: who waits comes first. */
export async function releaseWaitingOf(partnerId: string, at: Date): Promise<void> {
  const { rows } = await inTransaction((tx) =>
    tx.execute<{ id: string }>(sql`select a.account_id as id from revenue.accounts a where a.partner_id = ${partnerId}
      and exists (select from revenue.demands w where w.account_id = a.account_id and w.settled_at is null) order by 1`),
  );
  for (const { id } of rows) await releaseOfAccount(SYSTEM_ACTOR, id, at);
}

/** The same at once of accounts that a payment or a guarantee changed, each in transactions of its own after that of the change. */
export async function releaseAfter(accountIds: readonly string[], at: Date): Promise<void> {
  for (const id of new Set(accountIds)) await releaseOfAccount(SYSTEM_ACTOR, id, at);
}

/** By rounds to the end of what may go: what did not fit in an earlier round fits no later one either, since room only shrinks. */
async function releaseOfAccount(actor: Actor, accountId: string, at: Date): Promise<number> {
  let done: Done = { released: 0, last: null };
  do {
    const { released, last: after } = done;
    const round = await inTransaction((tx) => releaseRound(tx, actor, { accountId, after }, at));
    done = { released: released + round.released, last: round.last };
  } while (done.last !== null);
  return done.released;
}

type Round = { readonly accountId: string; readonly after: Place | null };
/** How many left, and after which one the next round begins; null at the end. */
type Done = { readonly released: number; readonly last: Place | null };

/** A first look without any lock tells what may go; only that is locked, and looked at again. */
async function releaseRound(tx: Tx, actor: Actor, { accountId, after }: Round, at: Date): Promise<Done> {
  const policy = await policyInForce(tx, dayOf(at));
  const limits = await limitsOfAccounts(tx, [accountId], policy.paidBefore.models, at);
  const room = await roomOf(tx, limits);
  const { waiting, last } = await mayLeave(tx, accountId, { room: room.get(accountId), after, limit: PER_ROUND });
  const { covered } = allotCover(waiting.map(owingOf), room);
  if (covered.length === 0) return { released: 0, last };
  const ids = covered.map(({ consignmentId }) => consignmentId);
  // Rows first, then the cover: in this order by everybody.
  await lockClearances(tx, ids);
  await lockCover(tx, [accountId]);
  return { released: await releaseLocked(tx, actor, { accountId, ids }, policy, at), last };
}

type Locked = { readonly accountId: string; readonly ids: readonly string[] };

/** Of what is locked, what its own payments, the money in hand and the guarantee are enough for, by what is owed now. */
async function releaseLocked(
  tx: Tx,
  actor: Actor,
  { accountId, ids }: Locked,
  policy: Policy,
  at: Date,
): Promise<number> {
  // Read again: whoever held them may have taken them elsewhere.
  const waiting = await waitingNow(tx, accountId, ids);
  const leaving = await leavingNow(
    tx,
    waiting.map(({ consignment_id, received_on }) => ({ consignmentId: consignment_id, receivedOn: received_on })),
  );
  const owed = new Map(leaving.map((one) => [one.consignmentId, one.owedMinor]));
  const owing = waiting.map((row) => ({ ...owingOf(row), owedMinor: owed.get(row.consignment_id) ?? 0n }));
  const limits = await limitsOfAccounts(tx, [accountId], policy.paidBefore.models, at);
  const { covered, waiting: left } = allotCover(owing, await roomOf(tx, limits));
  // What owes more than it was told is told so, and is not looked at again and again.
  const told = new Set(left.map(({ consignmentId }) => consignmentId));
  const stay = leaving.filter(({ consignmentId }) => told.has(consignmentId));
  await demandAnew(tx, stay, policy, at);
  if (covered.length === 0) return 0;
  await reserve(tx, covered);
  const gone = new Set(covered.map(({ consignmentId }) => consignmentId));
  await settleDemands(tx, [...gone], at);
  await release(
    tx,
    actor,
    waiting.filter(({ consignment_id }) => gone.has(consignment_id)),
    at,
  );
  return covered.length;
}

const owingOf = ({ consignment_id, account_id, amount_minor, paid_minor }: Waiting): Owing => ({
  consignmentId: consignment_id,
  accountId: account_id,
  owedMinor: BigInt(amount_minor),
  paidMinor: BigInt(paid_minor),
});

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
  await cancelAwaited(
    tx,
    rows.map(({ consignment_id }) => consignment_id),
    at,
  );
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
