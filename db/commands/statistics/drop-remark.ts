import 'server-only';
import { and, eq, ne, or, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { remarks } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise, can } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { DROP_REMARK_INPUT } from '@/lib/statistics/remark';

/**
 * Forgets a remark for everybody it was shown to: one's own, and for a supervisor one shown to nobody outside of the offices supervised.
 * @throws NotFoundError when there is none, any more or for the actor
 */
export async function dropRemark(actor: Actor, input: z.input<typeof DROP_REMARK_INPUT>, at = now()): Promise<void> {
  authorise(actor, 'statistics.remark');
  const { remarkId } = parseInput(DROP_REMARK_INPUT, input);
  const own = eq(remarks.ownerId, actor.id);
  const supervised = and(
    ne(remarks.offices, sql`'{}'::text[]`),
    sql`${remarks.offices} <@ ${sql.param([...actor.officeIds])}::text[]`,
  );
  await inTransaction(async (tx) => {
    const [dropped] = await tx
      .delete(remarks)
      .where(and(eq(remarks.remarkId, remarkId), can(actor, 'clearance.supervise') ? or(own, supervised) : own))
      .returning({ day: remarks.day, offices: remarks.offices });
    if (!dropped) throw new NotFoundError('remark');
    const entry = { action: 'statistics.drop_remark', subjectType: 'statistics_remark', subjectId: remarkId } as const;
    await writeAudit(tx, actor, { ...entry, details: { days: dropped.day, offices: dropped.offices } }, at);
  });
}
