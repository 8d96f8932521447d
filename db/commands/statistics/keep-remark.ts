import 'server-only';
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { remarks } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
import { KEEP_REMARK_INPUT, REMARKS_MAX } from '@/lib/statistics/remark';
import { requireOwnOffices } from './own-offices';

/**
 * Keeps a remark on a day, which drawings over time mark from then on: for its owner alone, or for the people of offices too.
 * @throws NotFoundError when an office is not the actor's
 * @throws RefusedError `remark.too_many`
 */
export async function keepRemark(actor: Actor, input: z.input<typeof KEEP_REMARK_INPUT>, at = now()): Promise<string> {
  authorise(actor, 'statistics.remark');
  const { day, text, offices } = parseInput(KEEP_REMARK_INPUT, input);
  requireOwnOffices(actor, offices);
  return inTransaction(async (tx) => {
    // Of the same person one at a time, so that two windows do not pass the limit together.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`remarks ${actor.id}`}, 0))`);
    if ((await tx.$count(remarks, eq(remarks.ownerId, actor.id))) >= REMARKS_MAX)
      throw refuse('remark.too_many', { most: REMARKS_MAX });
    const remarkId = randomUUID();
    await tx
      .insert(remarks)
      .values({ remarkId, day, text, offices, ownerId: actor.id, ownerName: actor.name, keptAt: at });
    const entry = { action: 'statistics.remark', subjectType: 'statistics_remark', subjectId: remarkId } as const;
    await writeAudit(tx, actor, { ...entry, details: { days: day, offices } }, at);
    return remarkId;
  });
}
