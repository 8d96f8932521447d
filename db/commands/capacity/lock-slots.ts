import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { revisionsByOffice } from '@/db/queries/capacity/capacity-revisions';
import { offices } from '@/db/schema';
import { currentStage } from '@/db/stage';
import { type SlotsInForce, slotsOn } from '@/lib/capacity/plan';
import { isLimited, type Slots } from '@/lib/capacity/slots';

/** The slots of the offices whose slots are ours until the transaction ends. */
export type LockedSlots = { readonly on: (officeId: string, day: string) => SlotsInForce };

/**
 * Makes the slots of some offices ours until the transaction ends, so that two batches at once never give one slot twice. Taken before
 * anything else is locked, in one order, by everybody: nobody waits crosswise. The plan of an office is shared by batches and held
 * alone by who changes it; where nothing is limited, batches do not wait for each other. `officeIds` null stands for every office.
 * `otherwise` are the slots of an office without a plan.
 */
export async function lockSlots(
  tx: Tx,
  officeIds: readonly string[] | null,
  { today, otherwise }: { readonly today: string; readonly otherwise: Slots },
): Promise<LockedSlots> {
  const asked = officeIds ?? (await everyOffice(tx));
  await lockOffices(tx, asked, 'shared');
  const revisions = await revisionsByOffice(tx, officeIds, today);
  await lockOffices(tx, isLimited(otherwise) ? asked : [...revisions.keys()], 'alone');
  return { on: (officeId, day) => slotsOn(revisions.get(officeId) ?? [], day, otherwise) };
}

/** Holds the plan of one office alone, for who changes it: no batch of that office is under way meanwhile, and others go on. */
export async function lockPlan(tx: Tx, officeId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('slot plan of ' || ${officeId}::text, 0))`);
}

/** Ends what waits longer for any lock, from now to the end of the transaction. Whoever waits is waited for: they queue behind it. */
export async function waitAtMost(tx: Tx, ms: number): Promise<void> {
  await tx.execute(sql`select set_config('lock_timeout', ${String(ms)}, true)`);
}

async function lockOffices(tx: Tx, officeIds: readonly string[], how: 'shared' | 'alone'): Promise<void> {
  // What a rehearsal gives away is taken back whole: those who work are not to wait for it.
  if (officeIds.length === 0 || currentStage()) return;
  const sorted = sql.param([...new Set(officeIds)].sort());
  const lock =
    how === 'shared'
      ? sql`pg_advisory_xact_lock_shared(hashtextextended('slot plan of ' || office, 0))`
      : sql`pg_advisory_xact_lock(hashtextextended('slots of ' || office, 0))`;
  await tx.execute(sql`select ${lock} from unnest(${sorted}::text[]) as office`);
}

async function everyOffice(tx: Tx): Promise<string[]> {
  return (await tx.select({ id: offices.id }).from(offices)).map(({ id }) => id);
}
