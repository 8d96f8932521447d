import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { lockSlots } from '@/db/commands/capacity/lock-slots';
import { moveQuality } from '@/db/commands/intake/save-quality-days';
import type { Tx } from '@/db/connection';
import { ofConsignment, withinScope } from '@/db/queries/clearance/scope';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, consignments, offices, selections } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideTransfer, type Transfer } from '@/lib/clearance/decide-transfer';
import { TRANSFER_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { RefusedError } from '@/lib/kernel/errors';
import { accept, type ClearanceRow, openChange } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, writeChange } from './change/write-change';

/**
 * Hands a consignment over to another office: it leaves this one with its slot, its holds and its questions, is in nobody's hands there,
 * and takes a slot of that day there, whether one is free or not. @throws RefusedError `transfer.*`, `status.*`, `claim.*`, `row.*`
 */
export async function transferConsignment(
  actor: Actor,
  input: z.input<typeof TRANSFER_INPUT>,
  at = now(),
): Promise<Changed> {
  authorise(actor, 'clearance.transfer');
  const wish = parseInput(TRANSFER_INPUT, input);
  return inTransaction(async (tx) => {
    await lockBothSlots(tx, actor, wish, at);
    const open = await openChange(tx, actor, 'transfer', wish, at);
    const { row } = open;
    const names = await officeNames(tx, [row.officeId, wish.toOfficeId]);
    const toName = names.get(wish.toOfficeId);
    if (toName === undefined) throw new RefusedError([{ code: 'transfer.office_unknown', pointer: 'toOfficeId' }]);
    const { next } = accept(decideTransfer(row, wish));
    const fromName = names.get(row.officeId) ?? row.officeId;
    await moveToOffice(tx, row, wish.toOfficeId);
    const transfer: Transfer = {
      from: row.officeId,
      fromName,
      declared: row.transfer?.declared ?? row.officeId,
      byName: actor.name,
      at: at.toISOString(),
      reason: wish.reason,
    };
    const { changed, standing } = await writeChange(tx, actor, open, {
      status: next,
      officeId: wish.toOfficeId,
      transfer,
    });
    const told = { ground: wish.reason, fromOffice: fromName, toOffice: toName };
    await recordEvent(tx, actor, row, 'transferred', { ...told, note: wish.note }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.transfer',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: wish.toOfficeId,
        details: { ...standing, ...told },
        reason: wish.note,
      },
      at,
    );
    return changed;
  });
}

/** Makes the slots of both offices ours, before the row is locked as by everybody; which office it is in is looked at again under that lock. */
async function lockBothSlots(
  tx: Tx,
  actor: Actor,
  { consignmentId, toOfficeId }: { readonly consignmentId: string; readonly toOfficeId: string },
  at: Date,
): Promise<void> {
  const [found] = await tx
    .select({ officeId: clearances.officeId })
    .from(clearances)
    .where(and(ofConsignment(consignmentId), withinScope(actor)));
  if (!found) return;
  const { capacity } = await policyInForce(tx, dayOf(at));
  await lockSlots(tx, [found.officeId, toOfficeId], { today: dayOf(at), otherwise: capacity.slots });
}

async function officeNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: offices.id, name: offices.name })
    .from(offices)
    .where(inArray(offices.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Slots are counted by the office of the selection: one update gives the slot back here and takes one there. */
async function moveToOffice(tx: Tx, row: ClearanceRow, officeId: string): Promise<void> {
  const { consignmentId, receivedOn } = row;
  await tx
    .update(selections)
    .set({ officeId })
    .where(and(eq(selections.consignmentId, consignmentId), eq(selections.receivedOn, receivedOn)));
  const [data] = await tx
    .update(consignments)
    .set({ officeId })
    .where(and(eq(consignments.consignmentId, consignmentId), eq(consignments.receivedOn, receivedOn)))
    .returning({ score: consignments.qualityScore, problems: consignments.warnings });
  if (!data || data.score === null) return;
  await moveQuality(tx, row, { ...data, score: data.score }, { from: row.officeId, to: officeId });
}
