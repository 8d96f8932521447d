import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { loadChunks, loads } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { DISCARD_INPUT } from '@/lib/reference/inputs';

/** Throws a file away that was looked at; the finding stays. @throws RefusedError `load_settled` */
export async function discardLoad(actor: Actor, input: z.input<typeof DISCARD_INPUT>, at = new Date()): Promise<void> {
  authorise(actor, 'policy.load');
  const { loadId } = parseInput(DISCARD_INPUT, input);
  await inTransaction(async (tx) => {
    const [discarded] = await tx
      .update(loads)
      .set({ status: 'discarded', settledAt: at, settledBy: actor.name })
      .where(and(eq(loads.id, loadId), eq(loads.status, 'previewed')))
      .returning({ kind: loads.kind, edition: loads.edition });
    if (!discarded) {
      const [known] = await tx.select({ id: loads.id }).from(loads).where(eq(loads.id, loadId));
      throw known ? refuse('load_settled') : new NotFoundError('load');
    }
    await tx.delete(loadChunks).where(eq(loadChunks.loadId, loadId));
    await writeAudit(
      tx,
      actor,
      { action: 'policy.discard_load', subjectType: 'policy', subjectId: loadId, details: discarded },
      at,
    );
  });
}
