import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { partyDays } from '@/db/schema';
import type { OutcomeClass } from '@/lib/clearance/results';

/**
 * Counts a result for sender, recipient and address on the day of first receipt, in one statement and in the order of kind,
 * so that two results never wait for each other crosswise. What nobody looked at counts nowhere.
 */
export async function recordPartyResults(
  tx: Tx,
  keys: { readonly sender: string; readonly recipient: string; readonly address: string },
  receivedOn: string,
  outcome: OutcomeClass,
): Promise<void> {
  if (outcome === 'not_done') return;
  const counted = {
    day: receivedOn,
    consignments: 0,
    valueMinor: 0n,
    gifts: 0,
    examined: 1,
    findings: outcome === 'finding' ? 1 : 0,
  };
  await tx
    .insert(partyDays)
    .values([
      { kind: 'address', key: keys.address, ...counted },
      { kind: 'recipient', key: keys.recipient, ...counted },
      { kind: 'sender', key: keys.sender, ...counted },
    ])
    .onConflictDoUpdate({
      target: [partyDays.kind, partyDays.key, partyDays.day],
      set: {
        examined: sql`${partyDays.examined} + excluded.examined`,
        findings: sql`${partyDays.findings} + excluded.findings`,
      },
    });
}

/** Takes one finding back from the history of sender, recipient and address; that it was examined stays. */
export async function withdrawPartyFinding(
  tx: Tx,
  keys: { readonly sender: string; readonly recipient: string; readonly address: string },
  receivedOn: string,
): Promise<void> {
  for (const kind of ['address', 'recipient', 'sender'] as const) {
    await tx
      .update(partyDays)
      .set({ findings: sql`greatest(${partyDays.findings} - 1, 0)` })
      .where(and(eq(partyDays.kind, kind), eq(partyDays.key, keys[kind]), eq(partyDays.day, receivedOn)));
  }
}
