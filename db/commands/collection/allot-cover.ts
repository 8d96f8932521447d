import 'server-only';
import { and, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet, setExcluded } from '@/db/insert-set';
import { isNewest, runsOn } from '@/db/queries/collection/balance';
import { roomOf } from '@/db/queries/collection/room';
import { demands, guarantees, reservations } from '@/db/schema';
import { borderDebtor, isPaidBefore } from '@/lib/collection/accounts';
import { allotCover, type Owing } from '@/lib/collection/cover';
import { type NewDemand, SECURED_FIRST, type WaitsFor } from '@/lib/collection/demands';
import { demandNumber } from '@/lib/collection/payment-reference';
import type { CollectionModel } from '@/lib/consignment/codes';
import { dayOf } from '@/lib/kernel/dates';
import type { Policy } from '@/lib/policy/policy';
import { openAccounts } from './book';

/** A consignment that is to leave, with what it owes and how that is collected. */
export type Leaving = {
  readonly consignmentId: string;
  readonly receivedOn: string;
  readonly partnerId: string;
  readonly model: CollectionModel;
  readonly owedMinor: bigint;
};

type Limit = { readonly limitMinor: bigint; readonly waitsFor: WaitsFor };

/**
 * Which of what is to leave may: what is paid, or what the guarantee of its account still covers. For the rest, what it waits for. What
 * may leave under a limit is reserved until it is posted. Nobody else allots of the same account before the transaction ends, so that two
 * at once cannot use the same cover. Accounts without a limit cost one look at the guarantees, whatever the number of consignments.
 */
export async function allotCovers(
  tx: Tx,
  leaving: readonly Leaving[],
  policy: Policy,
  at: Date,
): Promise<ReadonlyMap<string, NewDemand>> {
  const { currency, paidBefore } = policy;
  const owing = leaving.flatMap(({ consignmentId, partnerId, model, owedMinor, receivedOn }) => {
    if (owedMinor <= 0n) return [];
    const account = borderDebtor(model, partnerId, currency);
    return [{ consignmentId, receivedOn, account, accountId: account.accountId, owedMinor, paidMinor: 0n }];
  });
  if (owing.length === 0) return new Map();
  const limits = await limitsOfAccounts(
    tx,
    owing.map(({ accountId }) => accountId),
    paidBefore.models,
    at,
  );
  const bounded = owing.filter(({ accountId }) => limits.has(accountId));
  if (bounded.length === 0) return new Map();
  await lockCover(tx, [...limits.keys()]);
  const room = await roomOf(tx, limits);
  const paid = await demandedBefore(tx, bounded);
  const asked = bounded.map((one) => ({ ...one, paidMinor: paid.get(one.consignmentId) ?? 0n }));
  const { covered, waiting } = allotCover(asked, room);
  await reserve(tx, covered, paid.size > 0, at);
  await openAccounts(
    tx,
    waiting.map(({ account }) => account),
    dayOf(at),
  );
  const demanded = waiting.map(({ consignmentId, receivedOn, accountId, owedMinor }): NewDemand => {
    const waitsFor = limits.get(accountId)?.waitsFor ?? 'payment';
    const ground = waitsFor === 'payment' ? paidBefore.citation : SECURED_FIRST;
    return { consignmentId, receivedOn, accountId, waitsFor, amountMinor: owedMinor, currency, ground };
  });
  await writeDemands(tx, demanded, at);
  return new Map(demanded.map((demand) => [demand.consignmentId, demand]));
}

/** The limit of each account that has one: the guarantee in force; nothing under a model whose goods leave once they are paid. */
export async function limitsOfAccounts(
  tx: Tx,
  accountIds: readonly string[],
  paidBefore: ReadonlySet<CollectionModel>,
  at: Date,
): Promise<ReadonlyMap<string, Limit>> {
  const ids = [...new Set(accountIds)].sort();
  const secured = await tx
    .select({ accountId: guarantees.accountId, amountMinor: guarantees.amountMinor })
    .from(guarantees)
    .where(sql`${guarantees.accountId} = any(${sql.param(ids)}::text[]) and ${isNewest} and ${runsOn(dayOf(at))}`);
  const limits = new Map<string, Limit>();
  for (const accountId of ids) {
    if (isPaidBefore(accountId, paidBefore)) limits.set(accountId, { limitMinor: 0n, waitsFor: 'payment' });
  }
  for (const { accountId, amountMinor } of secured) {
    const waitsFor = limits.get(accountId)?.waitsFor ?? 'guarantee';
    limits.set(accountId, { limitMinor: amountMinor, waitsFor });
  }
  return limits;
}

/** Keeps others from allotting of the same accounts, in one order for everybody. */
export async function lockCover(tx: Tx, accountIds: readonly string[]): Promise<void> {
  const ids = sql.param([...accountIds].sort());
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended('revenue.cover ' || id, 0))
    from (select unnest(${ids}::text[]) as id order by 1) as accounts`);
}

/** The consignments that waited before and still do, with what was paid for each. */
async function demandedBefore(tx: Tx, owing: readonly Owing[]): Promise<ReadonlyMap<string, bigint>> {
  const ids = sql.param(owing.map(({ consignmentId }) => consignmentId));
  const { rows } = await tx.execute<{ id: string; paid: string }>(sql`
    select w.consignment_id as id, coalesce(sum(p.amount_minor), 0)::text as paid from revenue.demands w
    left join revenue.payment_matches m on m.pays_for = w.consignment_id
    left join revenue.payments p on p.payment_id = m.payment_id
    where w.consignment_id = any(${ids}::uuid[]) and w.settled_at is null group by w.consignment_id`);
  return new Map(rows.map(({ id, paid }) => [id, BigInt(paid)]));
}

/** Counts what leaves under a limit until it is posted; its demand, where it had one, is settled. */
export async function reserve(tx: Tx, covered: readonly Owing[], wereDemanded: boolean, at: Date): Promise<void> {
  if (covered.length === 0) return;
  const ids = covered.map(({ consignmentId }) => consignmentId);
  if (wereDemanded) {
    await tx
      .update(demands)
      .set({ settledAt: at })
      .where(and(inArray(demands.consignmentId, ids), isNull(demands.settledAt)));
  }
  await insertSet(
    tx,
    reservations,
    covered.map(({ consignmentId, accountId, owedMinor }) => ({ consignmentId, accountId, amountMinor: owedMinor })),
    sql`on conflict (consignment_id) do update set ${setExcluded(reservations, ['accountId', 'amountMinor'])}`,
  );
}

async function writeDemands(tx: Tx, demanded: readonly NewDemand[], at: Date): Promise<void> {
  await insertSet(
    tx,
    demands,
    demanded.map((demand) => ({
      ...demand,
      number: demandNumber(demand.consignmentId),
      demandedAt: at,
      settledAt: null,
    })),
    sql`on conflict (consignment_id) do update set
      ${setExcluded(demands, ['receivedOn', 'accountId', 'waitsFor', 'amountMinor', 'currency', 'ground', 'settledAt'])}`,
  );
}
