import 'server-only';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { askersToTell } from '@/db/commands/clearance/change/askers-to-tell';
import { accept, openChange } from '@/db/commands/clearance/change/open-change';
import { recordEvent } from '@/db/commands/clearance/change/record-event';
import { writeChange } from '@/db/commands/clearance/change/write-change';
import { agencies, holdAnswers, holds } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideHoldAnswer } from '@/lib/clearance/decide-hold';
import { ANSWER_HOLD_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { HoldVerdict } from '@/lib/clearance/reasons';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';

/**
 * Enters what an agency says to a hold placed for it. An approval lifts the hold, anything else keeps it; either way the consignment
 * comes back to who asked. The agency learns nothing of the consignment by it. @throws NotFoundError, RefusedError `hold.*`
 */
export async function answerHold(
  actor: Actor,
  input: z.input<typeof ANSWER_HOLD_INPUT>,
  at = new Date(),
): Promise<{ verdict: HoldVerdict }> {
  authorise(actor, 'agency.answer');
  const wish = parseInput(ANSWER_HOLD_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(
      tx,
      actor,
      'answer_hold',
      { consignmentId: wish.consignmentId, rowVersion: null },
      at,
    );
    const { row } = open;
    const thisHold = and(eq(holds.consignmentId, row.consignmentId), eq(holds.holdId, wish.holdId));
    const [found] = await tx
      .select({ hold: holds, agency: agencies.name })
      .from(holds)
      .innerJoin(agencies, eq(agencies.id, holds.agencyId))
      .where(and(thisHold, eq(agencies.id, actor.agencyId ?? '')));
    if (!found) throw new NotFoundError('hold');
    const { hold, agency } = found;
    const [last] = await tx
      .select({ lastByName: holdAnswers.answeredByName })
      .from(holdAnswers)
      .where(and(eq(holdAnswers.consignmentId, row.consignmentId), eq(holdAnswers.holdId, wish.holdId)))
      .orderBy(desc(holdAnswers.number))
      .limit(1);
    const facts = { ...hold, lastByName: last?.lastByName ?? null };
    const { next, lifts } = accept(decideHoldAnswer(row.status, facts, wish));
    const { verdict, conditions, words } = wish;
    const number = hold.answerCount + 1;
    await tx.insert(holdAnswers).values({
      consignmentId: row.consignmentId,
      holdId: wish.holdId,
      number,
      verdict,
      conditions,
      words,
      answeredBy: actor.id,
      answeredByName: actor.name,
      answeredAt: at,
    });
    const lifted = { liftedBy: actor.id, liftedByName: actor.name, liftedAt: at, liftNote: conditions };
    await tx
      .update(holds)
      .set({ verdict, answerCount: number, ...(lifts ? lifted : {}) })
      .where(and(thisHold, isNull(holds.liftedAt)));
    const { standing } = await writeChange(tx, actor, open, {
      status: next,
      openHolds: row.openHolds - (lifts ? 1 : 0),
      ...askersToTell(row, hold.placedBy, { from: 'agency', enteredBy: actor.id }),
    });
    await recordEvent(
      tx,
      actor,
      row,
      'hold_answered',
      { ground: hold.ground, agency, verdict, note: conditions ?? words },
      at,
    );
    if (lifts) await recordEvent(tx, actor, row, 'hold_lifted', { ground: hold.ground, agency }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'agency.answer',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: { ...standing, holdId: wish.holdId, agency, verdict },
      },
      at,
    );
    return { verdict };
  });
}
