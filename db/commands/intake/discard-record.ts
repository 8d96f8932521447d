import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { quarantinedRecords } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { DISCARD_INPUT } from '@/lib/intake/mend-inputs';
import { refuse } from '@/lib/kernel/errors';
import { findOpen } from './open-quarantine';

/** Sets a refused record aside: it stays as sent, with the reason, and nobody is asked to mend it. @throws NotFoundError, RefusedError `quarantine.settled` */
export async function discardRecord(actor: Actor, input: z.input<typeof DISCARD_INPUT>, at = now()): Promise<void> {
  authorise(actor, 'intake.mend');
  const wish = DISCARD_INPUT.parse(input);
  await inTransaction(async (tx) => {
    const { record } = await findOpen(tx, actor, wish);
    const settled = await tx
      .update(quarantinedRecords)
      .set({
        state: 'discarded',
        settledAt: at,
        settledBy: actor.id,
        settledByName: actor.name,
        discardReason: wish.reason,
      })
      .where(
        and(
          eq(quarantinedRecords.submissionId, record.submissionId),
          eq(quarantinedRecords.recordNumber, record.recordNumber),
          eq(quarantinedRecords.state, 'open'),
        ),
      )
      .returning({ recordNumber: quarantinedRecords.recordNumber });
    if (settled.length === 0) throw refuse('quarantine.settled');
    await writeAudit(
      tx,
      actor,
      {
        action: 'intake.discard',
        subjectType: 'submission',
        subjectId: record.submissionId,
        details: { recordNumber: record.recordNumber },
        reason: wish.reason,
      },
      at,
    );
  });
}
