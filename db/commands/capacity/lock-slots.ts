import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { revisionsByOffice } from '@/db/queries/capacity/capacity-revisions';
import { offices } from '@/db/schema';
import { type SlotsInForce, slotsOn } from '@/lib/capacity/plan';
import { isLimited, type Slots } from '@/lib/capacity/slots';

/** The slots of the offices whose slots are ours until the transaction ends. */
export type LockedSlots = { readonly on: (officeId: string, day: string) => SlotsInForce };

const PLANS = sql`hashtextextended('capacity plans', 0)`;

/**
 * Makes the slots of some offices ours until the transaction ends, so that two batches at once never give one slot twice. Taken before
 * anything else is locked, in one order, by everybody: nobody waits crosswise. The plans themselves are shared by batches and held
 * alone by who changes them; where nothing is limited, batches do not wait for each other. `officeIds` null stands for every office.
 * `otherwise` are the slots of an office without a plan.
 */
export async function lockSlots(
  tx: Tx,
  officeIds: readonly string[] | null,
  { today, otherwise }: { readonly today: string; readonly otherwise: Slots },
): Promise<LockedSlots> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${PLANS})`);
  const revisions = await revisionsByOffice(tx, officeIds, today);
  const limited = isLimited(otherwise) ? (officeIds ?? (await everyOffice(tx))) : [...revisions.keys()];
  await lockOffices(tx, limited);
  return { on: (officeId, day) => slotsOn(revisions.get(officeId) ?? [], day, otherwise) };
}

/** Holds the plans alone, for who changes one: no batch is under way meanwhile. */
export async function lockPlans(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${PLANS})`);
}

async function lockOffices(tx: Tx, officeIds: readonly string[]): Promise<void> {
  if (officeIds.length === 0) return;
  const sorted = sql.param([...new Set(officeIds)].sort());
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended('slots of ' || office, 0)) from unnest(${sorted}::text[]) as office`);
}

async function everyOffice(tx: Tx): Promise<string[]> {
  return (await tx.select({ id: offices.id }).from(offices)).map(({ id }) => id);
}
