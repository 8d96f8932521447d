import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { inTransaction } from '@/db/transaction';
import { decideHolder } from '@/lib/clearance/decide-claim';
import { SKIP_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { nextStatus } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { RefusedError } from '@/lib/kernel/errors';
import { accept, lockSeen } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, changedOf, UNCLAIMED } from './change/write-change';
import { writeClaim } from './change/write-claim';

/**
 * Passes a consignment on to the colleagues of the office: it is in nobody's hands, and take next gives it to this officer no more. That
 * ends when somebody decides on it. @throws RefusedError `skip.note_required`, `status.*`, `claim.*`, `row.*`
 */
export async function skipConsignment(actor: Actor, input: z.input<typeof SKIP_INPUT>, at = now()): Promise<Changed> {
  authorise(actor, 'clearance.claim');
  const wish = parseInput(SKIP_INPUT, input);
  if (wish.reason === 'other' && !wish.note) {
    throw new RefusedError([{ code: 'skip.note_required', pointer: 'note' }]);
  }
  return inTransaction(async (tx) => {
    const { row, claim } = await lockSeen(tx, actor, wish, at);
    accept(nextStatus('skip', row.status));
    accept(decideHolder(claim, actor.id, at));
    const skippedBy = [...new Set([...(row.skippedBy ?? []), actor.id])];
    const after = await writeClaim(tx, row, { ...UNCLAIMED, skippedBy });
    const told = { claimNumber: row.claimNumber, ground: wish.reason };
    await recordEvent(tx, actor, row, 'skipped', { ...told, note: wish.note }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.skip',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: told,
        reason: wish.note,
      },
      at,
    );
    return changedOf(after);
  });
}
