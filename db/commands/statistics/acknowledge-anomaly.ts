import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { anomalies } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { ACKNOWLEDGE_INPUT } from '@/lib/statistics/acknowledge-input';

/**
 * Says that one knows of an unusual day, with what is known of it. It leaves the list of what nobody has looked at.
 * @throws NotFoundError when it rests on an office that is not the actor's
 * @throws InvalidInputError at `note`; RefusedError `changed_meanwhile` where somebody acknowledged it before
 */
export async function acknowledgeAnomaly(
  actor: Actor,
  input: z.input<typeof ACKNOWLEDGE_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'statistics.acknowledge');
  const { anomalyId, note } = parseInput(ACKNOWLEDGE_INPUT, input);
  const own = and(
    eq(anomalies.id, anomalyId),
    sql`${anomalies.officeIds} <@ ${sql.param([...actor.officeIds])}::text[]`,
  );
  await inTransaction(async (tx) => {
    const [known] = await tx.select({ day: anomalies.day }).from(anomalies).where(own);
    if (!known) throw new NotFoundError('anomaly');
    const taken = await tx
      .update(anomalies)
      .set({
        ...{ acknowledgedAt: at, acknowledgedBy: actor.id, acknowledgedByName: actor.name },
        note: note || null,
      })
      .where(and(own, isNull(anomalies.acknowledgedAt)))
      .returning({ id: anomalies.id });
    if (taken.length === 0) throw refuse('changed_meanwhile');
    const entry = { action: 'statistics.acknowledge', subjectType: 'anomaly', subjectId: anomalyId } as const;
    await writeAudit(tx, actor, { ...entry, reason: note || null, details: { ...known } }, at);
  });
}
