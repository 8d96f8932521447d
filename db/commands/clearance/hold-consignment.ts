import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { agencyInForce } from '@/db/queries/agency/agency-in-force';
import { holds, items } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideHold } from '@/lib/clearance/decide-hold';
import { HOLD_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { RefusedError } from '@/lib/kernel/errors';
import { accept, openChange } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, writeChange } from './change/write-change';

/**
 * Places a hold on a ground: until it is lifted nothing is released. One for an agency puts a question to it, which its people see
 * from then on. @throws RefusedError `hold.*`, `status.*`, `claim.*`, `row.*`
 */
export async function holdConsignment(
  actor: Actor,
  input: z.input<typeof HOLD_INPUT>,
  at = now(),
): Promise<Changed & { readonly holdId: string }> {
  authorise(actor, 'clearance.hold');
  const wish = parseInput(HOLD_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'hold', wish, at);
    const { row } = open;
    const openHolds = await tx
      .select({ ground: holds.ground, agencyId: holds.agencyId })
      .from(holds)
      .where(and(eq(holds.consignmentId, row.consignmentId), isNull(holds.liftedAt)));
    const goods = await tx
      .select({ itemNumber: items.itemNumber })
      .from(items)
      .where(and(eq(items.consignmentId, row.consignmentId), eq(items.receivedOn, row.receivedOn)));
    const { agencyId, dueAt } = wish;
    const agency = agencyId === null ? null : await agencyInForce(tx, agencyId, dayOf(at));
    if (agency === undefined) throw new RefusedError([{ code: 'hold.agency_unknown', pointer: 'agencyId' }]);
    const { status, proposedFrom } = row;
    const standing = { status, proposedFrom, open: openHolds, items: goods.map(({ itemNumber }) => itemNumber) };
    const { next } = accept(decideHold(standing, wish, at));
    const itemNumbers = wish.itemNumbers.length > 0 ? [...new Set(wish.itemNumbers)].sort((a, b) => a - b) : null;
    const holdId = randomUUID();
    await tx.insert(holds).values({
      consignmentId: row.consignmentId,
      holdId,
      ground: wish.ground,
      note: wish.note,
      itemNumbers,
      dueAt,
      agencyId,
      placedBy: actor.id,
      placedByName: actor.name,
      placedAt: at,
    });
    const { changed, standing: moved } = await writeChange(tx, actor, open, {
      status: next,
      openHolds: row.openHolds + 1,
    });
    await recordEvent(
      tx,
      actor,
      row,
      'hold_placed',
      { ground: wish.ground, note: wish.note, ...(agency ? { agency: agency.name } : {}) },
      at,
    );
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.hold',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: {
          ...moved,
          holdId,
          ground: wish.ground,
          ...(agency ? { agency: agency.name } : {}),
          ...(dueAt ? { dueAt: dueAt.toISOString() } : {}),
        },
        reason: wish.note,
      },
      at,
    );
    return { ...changed, holdId };
  });
}
