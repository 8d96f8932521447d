import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, gt } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { csvLayouts } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { RETIRE_LAYOUT_INPUT } from '@/lib/intake/layout-input';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { partnerScope } from './open-quarantine';

/**
 * Stops reading files by a saved layout: the next with its header is refused as a whole again. What was read stays as it was read.
 * @throws NotFoundError, RefusedError `layout.changed` when it is not the newest edition any more
 */
export async function retireLayout(
  actor: Actor,
  input: z.input<typeof RETIRE_LAYOUT_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'intake.map');
  const { layoutId, reason } = RETIRE_LAYOUT_INPUT.parse(input);
  await inTransaction(async (tx) => {
    const scope = partnerScope(actor);
    const [current] = await tx.select().from(csvLayouts).where(eq(csvLayouts.id, layoutId));
    if (!current || (scope !== null && current.partnerId !== scope)) throw new NotFoundError('layout');
    const { partnerId, fingerprint, edition, layout, submissionId } = current;
    const newer = await tx
      .select({ id: csvLayouts.id })
      .from(csvLayouts)
      .where(
        and(
          eq(csvLayouts.partnerId, partnerId),
          eq(csvLayouts.fingerprint, fingerprint),
          gt(csvLayouts.edition, edition),
        ),
      )
      .limit(1);
    if (newer.length > 0 || current.isRetired) throw refuse('layout.changed');
    const retired = await tx
      .insert(csvLayouts)
      .values({
        id: randomUUID(),
        partnerId,
        fingerprint,
        edition: edition + 1,
        layout,
        submissionId,
        isRetired: true,
        savedAt: at,
        savedBy: actor.id,
        savedByName: actor.name,
        reason,
      })
      .onConflictDoNothing()
      .returning({ id: csvLayouts.id });
    if (retired.length === 0) throw refuse('layout.changed');
    await writeAudit(
      tx,
      actor,
      {
        action: 'intake.retire_layout',
        subjectType: 'layout',
        subjectId: layoutId,
        details: { partnerId, edition: edition + 1 },
        reason,
      },
      at,
    );
  });
}
