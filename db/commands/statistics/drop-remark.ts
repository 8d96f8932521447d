import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { remarks } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { DROP_REMARK_INPUT } from '@/lib/statistics/remark';

/**
 * Forgets a remark of one's own, for everybody it was shown to.
 * @throws NotFoundError when there is none, any more or for the actor
 */
export async function dropRemark(
  actor: Actor,
  input: z.input<typeof DROP_REMARK_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'statistics.remark');
  const { remarkId } = parseInput(DROP_REMARK_INPUT, input);
  await inTransaction(async (tx) => {
    const [dropped] = await tx
      .delete(remarks)
      .where(and(eq(remarks.remarkId, remarkId), eq(remarks.ownerId, actor.id)))
      .returning({ day: remarks.day, offices: remarks.offices });
    if (!dropped) throw new NotFoundError('remark');
    const entry = { action: 'statistics.drop_remark', subjectType: 'statistics_remark', subjectId: remarkId } as const;
    await writeAudit(tx, actor, { ...entry, details: { days: dropped.day, offices: dropped.offices } }, at);
  });
}
