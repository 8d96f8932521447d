import 'server-only';
import { randomUUID } from 'node:crypto';
import { inArray, sql } from 'drizzle-orm';
import { writeAudits } from '@/db/audit';
import { endAudits } from '@/db/commands/post-audit/end-audits';
import { settleDemands } from '@/db/commands/collection/write-demands';
import { tellPartner } from '@/db/commands/webhook/tell-partner';
import type { Tx } from '@/db/connection';
import { copySet } from '@/db/copy-set';
import { clearances, consignments, events } from '@/db/schema';
import { ledgerEntries, recordChanges } from '@/db/statistics';
import type { Actor } from '@/lib/identity/actor';
import { refuse } from '@/lib/kernel/errors';
import { giveSlotsBack } from './give-slots-back';
import type { PartyHistories } from './party-history';
import type { Standing } from './standing';

/** A consignment that is locked and may be withdrawn, with the words of who asked for it and the number of the record that did. */
export type Withdrawal = { readonly standing: Standing; readonly note: string | null; readonly recordNumber?: number };

export type WithdrawContext = {
  /** The submission that asked for it by message, or that is undone. */
  readonly submissionId: string;
  /** Whose consignments they are. */
  readonly partnerId: string;
  readonly way: 'message' | 'undo';
  readonly by: 'partner' | 'office';
  /** From when it counts: when it was asked for. */
  readonly at: Date;
  /** When it was done, for the audit log. */
  readonly doneAt: Date;
};

/** Consignments of one round of statements: as many as memory holds easily. */
const PER_ROUND = 2_000;

/**
 * Withdraws consignments set-wise: out of the queue and the figures, out of the histories of their parties and the
 * slots of profiles, with an event and an
 * audit row each, and their partner told. The caller saves the histories at the end of its transaction, once: their rows are written in one order by
 * everybody, so that nobody waits crosswise. @throws RefusedError `row.changed` when one is not as it was read
 */
export async function withdrawSet(
  tx: Tx,
  actor: Actor,
  withdrawals: readonly Withdrawal[],
  histories: PartyHistories,
  context: WithdrawContext,
): Promise<void> {
  for (let start = 0; start < withdrawals.length; start += PER_ROUND) {
    const round = withdrawals.slice(start, start + PER_ROUND);
    for (const { standing } of round) histories.enter(standing.activity, -1);
    await withdrawRound(tx, actor, round, context);
  }
}

async function withdrawRound(
  tx: Tx,
  actor: Actor,
  round: readonly Withdrawal[],
  { submissionId, partnerId, way, by, at, doneAt }: WithdrawContext,
): Promise<void> {
  const keys = round.map(({ standing }) => standing);
  const before = await ledgerEntries(tx, keys);
  await markWithdrawn(tx, keys, at);
  const ids = keys.map(({ consignmentId }) => consignmentId);
  // What will not come waits for no payment; what was paid for it is money in hand.
  await settleDemands(tx, ids, at);
  await endAudits(tx, actor, ids, 'withdrawn', at);
  await giveSlotsBack(
    tx,
    keys.map(({ consignmentId }) => consignmentId),
  );
  await tx
    .update(consignments)
    // Records received before the withdrawal are older than it, and bring nothing back.
    .set({ updatedAt: sql`greatest(${consignments.updatedAt}, ${at.toISOString()}::timestamptz)` })
    .where(
      inArray(
        consignments.consignmentId,
        keys.map(({ consignmentId }) => consignmentId),
      ),
    );
  await copySet(
    tx,
    events,
    round.map(({ standing: { consignmentId, receivedOn, version }, note }) => ({
      consignmentId,
      receivedOn,
      eventId: randomUUID(),
      at,
      kind: 'withdrawn',
      actorId: actor.id,
      actorName: actor.name,
      values: { way, by, version, note },
    })),
  );
  await tellPartner(
    tx,
    partnerId,
    round.map(({ standing: { consignmentId, reference, version }, recordNumber = 0 }) => ({
      consignmentId,
      reference,
      event: 'withdrawn' as const,
      values: { way, by, version },
      at,
      place: recordNumber,
    })),
  );
  await writeAudits(
    tx,
    actor,
    round.map(({ standing: { consignmentId, version, clearance }, note }) => ({
      action: 'clearance.withdraw',
      subjectType: 'consignment',
      subjectId: consignmentId,
      officeId: clearance.officeId,
      details: {
        before: { status: clearance.status, claimedBy: clearance.claimedBy },
        after: { status: 'withdrawn', claimedBy: null },
        rowVersion: clearance.rowVersion,
        submissionId,
        version,
      },
      reason: note,
    })),
    doneAt,
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

async function markWithdrawn(tx: Tx, standings: readonly Standing[], at: Date): Promise<void> {
  const seen = standings.map(({ consignmentId, receivedOn, clearance }) => ({
    id: consignmentId,
    day: receivedOn,
    seen: clearance.rowVersion,
  }));
  const written = await tx.execute(sql`
    update ${clearances} s set status = 'withdrawn', row_version = s.row_version + 1, released_at = null,
      transmitted_at = ${at.toISOString()}::timestamptz, is_updated = false, is_returned = false, snoozed_until = null, snooze = null, woke_at = null, skipped_by = null,
      answered_for = null, answered_also_for = null,
      claimed_by = null, claimed_by_name = null, claimed_at = null, lease_until = null
    from json_to_recordset(${JSON.stringify(seen)}::json) as k(id uuid, day date, seen integer)
    where s.consignment_id = k.id and s.received_on = k.day and s.row_version = k.seen
      and s.status in ('selected', 'awaiting_payment', 'released') and s.decided_by is null`);
  if (written.rowCount !== standings.length) throw refuse('row.changed');
}
