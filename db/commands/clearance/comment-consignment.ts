import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { inTransaction } from '@/db/transaction';
import { COMMENT_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { nextStatus } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { accept, lockSeen } from './change/open-change';
import { recordEvent } from './change/record-event';

/**
 * Adds words for colleagues to the timeline of a consignment, whoever holds it and wherever it stands. It changes neither standing, claim
 * nor version, so that it stales nobody's screen; of two at once both stand. No partner is told.
 * @throws NotFoundError, RefusedError `status.withdrawn`
 */
export async function commentConsignment(
  actor: Actor,
  input: z.input<typeof COMMENT_INPUT>,
  at = now(),
): Promise<{ readonly consignmentId: string }> {
  authorise(actor, 'clearance.comment');
  const { consignmentId, words } = parseInput(COMMENT_INPUT, input);
  return inTransaction(async (tx) => {
    const { row } = await lockSeen(tx, actor, { consignmentId, rowVersion: null }, at);
    accept(nextStatus('comment', row.status));
    await recordEvent(tx, actor, row, 'commented', { note: words }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.comment',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId: row.officeId,
        // They may name people: the timeline forgets them in time, the log never does.
        details: { status: row.status, wordsIn: 'timeline' },
      },
      at,
    );
    return { consignmentId };
  });
}
