import 'server-only';
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { views } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
import { KEEP_VIEW_INPUT, questionQuery, readQuestion, VIEWS_MAX } from '@/lib/statistics/saved-view';
import { requireOwnOffices } from './own-offices';

/**
 * Keeps a question of the explorer under a name, for its owner alone or for the people of offices too.
 * @throws NotFoundError when an office is not the actor's
 * @throws RefusedError `view.name_taken`, `view.too_many`
 */
export async function keepView(actor: Actor, input: z.input<typeof KEEP_VIEW_INPUT>, at = new Date()): Promise<string> {
  authorise(actor, 'statistics.keep_view');
  const { name, offices, query } = parseInput(KEEP_VIEW_INPUT, input);
  const question = readQuestion(query);
  requireOwnOffices(actor, [...offices, ...question.filter.office]);
  return inTransaction(async (tx) => {
    const [own] = await tx.select({ count: sql<number>`count(*)::int` }).from(views).where(eq(views.ownerId, actor.id));
    if ((own?.count ?? 0) >= VIEWS_MAX) throw refuse('view.too_many');
    const [kept] = await tx
      .insert(views)
      .values({
        viewId: randomUUID(),
        ownerId: actor.id,
        ownerName: actor.name,
        name,
        query: questionQuery(question),
        offices,
        keptAt: at,
      })
      .onConflictDoNothing({ target: [views.ownerId, views.name] })
      .returning({ viewId: views.viewId });
    if (!kept) throw refuse('view.name_taken');
    await writeAudit(
      tx,
      actor,
      {
        action: 'statistics.keep_view',
        subjectType: 'statistics_view',
        subjectId: kept.viewId,
        details: { offices },
      },
      at,
    );
    return kept.viewId;
  });
}
