import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { inTransaction } from '@/db/transaction';
import { decideHolder } from '@/lib/clearance/decide-claim';
import { decideSnooze, type Snooze } from '@/lib/clearance/decide-snooze';
import { SNOOZE_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { accept, lockSeen } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, changedOf, UNCLAIMED } from './change/write-change';
import { writeClaim } from './change/write-claim';

/**
 * Puts a consignment off until a time, its arrival, new data or a higher score: it leaves the queue and comes back on top of it, telling who put it off,
 * until when and why. Claiming it ends that at once. @throws RefusedError `snooze.*`, `status.*`, `claim.*`, `row.*`
 */
export async function snoozeConsignment(
  actor: Actor,
  input: z.input<typeof SNOOZE_INPUT>,
  at = now(),
): Promise<Changed> {
  authorise(actor, 'clearance.claim');
  const wish = parseInput(SNOOZE_INPUT, input);
  return inTransaction(async (tx) => {
    const { row, claim } = await lockSeen(tx, actor, wish, at);
    accept(decideHolder(claim, actor.id, at));
    const { until } = accept(decideSnooze(row, wish, at));
    const snooze: Snooze = {
      by: actor.id,
      byName: actor.name,
      until: until.toISOString(),
      event: wish.event,
      reason: wish.reason,
      note: wish.note,
      ...(wish.event === 'score_rises' ? { scoreSeen: row.score } : {}),
    };
    const put = { snoozedUntil: until, snooze, wokeAt: null, isReturned: false, isUpdated: false };
    const after = await writeClaim(tx, row, { ...UNCLAIMED, ...put });
    const told = { waitsFor: wish.event, putOffUntil: snooze.until, ground: wish.reason };
    await recordEvent(tx, actor, row, 'snoozed', { ...told, note: wish.note }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.snooze',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: { ...told, claimNumber: row.claimNumber },
        reason: wish.note,
      },
      at,
    );
    return changedOf(after);
  });
}
