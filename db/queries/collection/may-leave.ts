import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { clearances, demands } from '@/db/schema';
import type { WaitsFor } from '@/lib/collection/demands';

/** What waits on an account and nobody holds; amounts in minor units as text. */
export type Waiting = {
  consignment_id: string;
  received_on: string;
  account_id: string;
  waits_for: WaitsFor;
  amount_minor: string;
  paid_minor: string;
  row_version: number;
  office_id: string;
  partner_id: string;
  reference: string;
};

const WAITING = sql`
  select w.consignment_id, w.received_on::text, w.account_id, w.waits_for, w.amount_minor::text, w.paid_minor::text,
    s.row_version, s.office_id, s.partner_id, s.reference
  from ${demands} w
  join ${clearances} s on s.consignment_id = w.consignment_id and s.received_on = w.received_on
  where w.settled_at is null and s.status = 'awaiting_payment' and s.open_holds = 0`;
const OLDEST_FIRST = sql`order by w.demanded_at, w.consignment_id`;

/** Demands of one round, and the place in their order after which the next begins; null at the end. */
export type MayLeave = { readonly waiting: readonly Waiting[]; readonly last: Place | null };
export type Place = { readonly demandedAt: string; readonly consignmentId: string };

/**
 * Of what waits on an account, what its own payments are enough for, or would be together with all that is free on the account; the oldest
 * first, after a given one. `room` undefined: the account has no limit any more, and nothing waits on it. The demands are found first and
 * by themselves: how few of them are paid is more than the database would guess. Takes no actor: a part of others.
 */
export async function mayLeave(
  tx: Tx,
  accountId: string,
  { room, after, limit }: { readonly room: bigint | undefined; readonly after: Place | null; readonly limit: number },
): Promise<MayLeave> {
  const beyond = after
    ? sql` and (w.demanded_at, w.consignment_id) > (${after.demandedAt}::timestamptz, ${after.consignmentId}::uuid)`
    : sql``;
  const of = sql`w.settled_at is null and w.account_id = ${accountId}${within(room)}${beyond}`;
  const few = room !== undefined && room > 0n ? await whereFew(tx, of) : null;
  const { rows } = await tx.execute<{ id: string; at: string }>(sql`
    select w.consignment_id as id, w.demanded_at::text as at from ${demands} w
    where ${few ? sql`${of} and w.consignment_id = any(${sql.param(few)}::uuid[])` : of} ${OLDEST_FIRST} limit ${limit}`);
  const end = rows.length < limit ? null : rows.at(-1);
  const waiting = await waitingNow(
    tx,
    accountId,
    rows.map(({ id }) => id),
  );
  return { waiting, last: end ? { demandedAt: end.at, consignmentId: end.id } : null };
}

/** Found by what is missing, up to this many, they are put in order afterwards; of more, the order finds enough at its beginning. */
const FEW = 2_000;

/**
 * Which demands an account's room is enough for, where they are few. The database would rather walk along all that waits, in the order
 * asked for, in the belief that it soon met enough of them.
 */
async function whereFew(tx: Tx, of: SQL): Promise<string[] | null> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select w.consignment_id as id from ${demands} w where ${of} order by w.amount_minor - w.paid_minor limit ${FEW}`);
  return rows.length < FEW ? rows.map(({ id }) => id) : null;
}

/** Nothing free: what is paid in full is found in an index of its own, whatever number waits unpaid. */
function within(room: bigint | undefined): SQL {
  if (room === undefined) return sql``;
  if (room <= 0n) return sql` and w.paid_minor >= w.amount_minor`;
  return sql` and (w.amount_minor - w.paid_minor) <= ${room.toString()}::bigint`;
}

/** Some consignments as they wait on an account now, the oldest first. */
export async function waitingNow(tx: Tx, accountId: string, ids: readonly string[]): Promise<Waiting[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.execute<Waiting>(
    sql`${WAITING} and w.account_id = ${accountId} and w.consignment_id = any(${sql.param([...ids])}::uuid[]) ${OLDEST_FIRST}`,
  );
  return rows;
}
