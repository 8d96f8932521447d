import 'server-only';
import { and, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet, setExcluded } from '@/db/insert-set';
import { isNewest, runsOn } from '@/db/queries/collection/balance';
import { roomOf } from '@/db/queries/collection/room';
import { demands, guarantees, reservations } from '@/db/schema';
import { borderDebtor, isPaidBefore } from '@/lib/collection/accounts';
import { allotCover, type Owing } from '@/lib/collection/cover';
import { type Leaving, type NewDemand, SECURED_FIRST, type WaitsFor } from '@/lib/collection/demands';
import type { CollectionModel } from '@/lib/consignment/codes';
import { dayOf } from '@/lib/kernel/dates';
import type { Policy } from '@/lib/policy/policy';
import { openAccounts } from './book';
import { settleDemands, writeDemands } from './write-demands';

type Limit = { readonly limitMinor: bigint; readonly waitsFor: WaitsFor };
type Limits = ReadonlyMap<string, Limit>;

/**
 * Which of what is to leave may: what is paid, or what the guarantee of its account still covers. For the rest, what it waits for. What
 * may leave under a limit is reserved until it is posted, and waits no more. Nobody else allots of the same account before the
 * transaction ends, so that two at once cannot use the same cover. Accounts without a limit cost one look at the guarantees, whatever the
 * number of consignments. The caller holds the clearances.
 */
export async function allotCovers(
  tx: Tx,
  leaving: readonly Leaving[],
  policy: Policy,
  at: Date,
): Promise<ReadonlyMap<string, NewDemand>> {
  const owing = leaving.filter(({ owedMinor }) => owedMinor > 0n);
  const limits = await limitsOfLeaving(tx, owing, policy, at);
  const bounded = owing.filter((one) => limits.has(accountOf(one, policy)));
  const demanded = bounded.length === 0 ? [] : await allotBounded(tx, bounded, limits, policy, at);
  const unpaid = new Map(demanded.map((demand) => [demand.consignmentId, demand]));
  const gone = leaving.filter(({ wasHere, consignmentId }) => wasHere && !unpaid.has(consignmentId));
  await settleDemands(
    tx,
    gone.map(({ consignmentId }) => consignmentId),
    at,
  );
  return unpaid;
}

async function allotBounded(
  tx: Tx,
  bounded: readonly Leaving[],
  limits: Limits,
  policy: Policy,
  at: Date,
): Promise<NewDemand[]> {
  await lockCover(tx, [...limits.keys()]);
  // Read again under the lock: who set a guarantee meanwhile had it before.
  const standing = await limitsOfAccounts(tx, [...limits.keys()], policy.paidBefore.models, at);
  const room = await roomOf(tx, standing);
  const paid = await paidBefore(tx, bounded, policy);
  const asked = bounded.map((one) => ({
    ...one,
    accountId: accountOf(one, policy),
    paidMinor: paid.get(one.consignmentId) ?? 0n,
  }));
  const { covered, waiting } = allotCover(asked, room);
  await reserve(tx, covered);
  return demand(tx, waiting, standing, policy, at);
}

/**
 * Demands anew what waits already and goes on waiting: by what it owes now, and on the account its data name now. What owes nothing any
 * more, or owes it on an account without a limit, leaves by itself, soon after.
 */
export async function demandAnew(tx: Tx, waiting: readonly Leaving[], policy: Policy, at: Date): Promise<void> {
  if (waiting.length === 0) return;
  await demand(tx, waiting, await limitsOfLeaving(tx, waiting, policy, at), policy, at);
}

async function demand(
  tx: Tx,
  waiting: readonly Leaving[],
  limits: Limits,
  policy: Policy,
  at: Date,
): Promise<NewDemand[]> {
  const { currency, paidBefore: before } = policy;
  const debtors = waiting.map(({ model, partnerId }) => borderDebtor(model, partnerId, currency));
  await openAccounts(tx, debtors, dayOf(at));
  const demanded = waiting.map(({ consignmentId, receivedOn, owedMinor, ...one }): NewDemand => {
    const accountId = accountOf(one, policy);
    const waitsFor = limits.get(accountId)?.waitsFor ?? 'payment';
    const ground = waitsFor === 'payment' ? before.citation : SECURED_FIRST;
    return { consignmentId, receivedOn, accountId, waitsFor, amountMinor: owedMinor, currency, ground };
  });
  await writeDemands(tx, demanded, at);
  return demanded;
}

/** The account that a consignment owes on at the border. */
const accountOf = ({ model, partnerId }: Pick<Leaving, 'model' | 'partnerId'>, { currency }: Policy) =>
  borderDebtor(model, partnerId, currency).accountId;

async function limitsOfLeaving(
  tx: Tx,
  leaving: readonly Pick<Leaving, 'model' | 'partnerId'>[],
  policy: Policy,
  at: Date,
): Promise<Limits> {
  if (leaving.length === 0) return new Map();
  const ids = leaving.map((one) => accountOf(one, policy));
  return limitsOfAccounts(tx, ids, policy.paidBefore.models, at);
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

/**
 * Takes the cover of all accounts with a limit that goods are owed on, for a transaction that demands of some and allots to others: all
 * at once, before the first account is opened.
 */
export async function lockCoverOf(tx: Tx, goods: readonly Leaving[], policy: Policy, at: Date): Promise<void> {
  const owing = goods.filter(({ owedMinor }) => owedMinor > 0n);
  await lockCover(tx, [...(await limitsOfLeaving(tx, owing, policy, at)).keys()]);
}

/**
 * Keeps others from allotting of the same accounts, and from setting their guarantee, in one order for everybody: the clearances, the
 * ledger, the cover, and only then the accounts that are opened. A transaction that allots more than once takes all of its accounts at
 * once, before the first of them.
 */
export async function lockCover(tx: Tx, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length === 0) return;
  const ids = sql.param([...new Set(accountIds)].sort());
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended('revenue.cover ' || id, 0))
    from (select unnest(${ids}::text[]) as id order by 1) as accounts`);
}

/** What was paid for those that waited before on the account they owe on now, and still do. */
async function paidBefore(tx: Tx, bounded: readonly Leaving[], policy: Policy): Promise<ReadonlyMap<string, bigint>> {
  const here = bounded.filter(({ wasHere }) => wasHere);
  if (here.length === 0) return new Map();
  const accounts = new Map(here.map((one) => [one.consignmentId, accountOf(one, policy)]));
  const rows = await tx
    .select({ id: demands.consignmentId, accountId: demands.accountId, paidMinor: demands.paidMinor })
    .from(demands)
    .where(and(inArray(demands.consignmentId, [...accounts.keys()]), isNull(demands.settledAt)));
  return new Map(
    rows.filter(({ id, accountId }) => accounts.get(id) === accountId).map(({ id, paidMinor }) => [id, paidMinor]),
  );
}

/** Counts what leaves under a limit until it is posted. */
export async function reserve(tx: Tx, covered: readonly Owing[]): Promise<void> {
  await insertSet(
    tx,
    reservations,
    covered.map(({ consignmentId, accountId, owedMinor }) => ({ consignmentId, accountId, amountMinor: owedMinor })),
    sql`on conflict (consignment_id) do update set ${setExcluded(reservations, ['accountId', 'amountMinor'])}`,
  );
}
