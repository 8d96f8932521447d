import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { views } from '@/db/schema';
import { sqlState } from '@/db/sql-state';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { CHANGE_VIEW_INPUT, DROP_VIEW_INPUT } from '@/lib/statistics/saved-view';
import { requireOwnOffices } from './own-offices';

const UNIQUE_VIOLATION = '23505';

/**
 * Gives a view of one's own another name, or shows it to other offices.
 * @throws NotFoundError when the view or an office is not the actor's
 * @throws RefusedError `view.changed`, `view.name_taken`
 */
export async function changeView(
  actor: Actor,
  input: z.input<typeof CHANGE_VIEW_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'statistics.keep_view');
  const { viewId, rowVersion, name, offices } = parseInput(CHANGE_VIEW_INPUT, input);
  requireOwnOffices(actor, offices);
  await inTransaction(async (tx) => {
    const changed = await tx
      .update(views)
      .set({ name, offices, rowVersion: sql`${views.rowVersion} + 1` })
      .where(ownAsSeen(actor, viewId, rowVersion))
      .returning({ viewId: views.viewId })
      .catch((error: unknown) => {
        throw sqlState(error) === UNIQUE_VIOLATION ? refuse('view.name_taken') : error;
      });
    if (changed.length === 0) await explain(tx, actor, viewId);
    const entry = { action: 'statistics.change_view', subjectType: 'statistics_view', subjectId: viewId } as const;
    await writeAudit(tx, actor, { ...entry, details: { offices } }, at);
  });
}

/**
 * Forgets a view of one's own, for everybody it was shown to.
 * @throws NotFoundError when the view is not the actor's
 * @throws RefusedError `view.changed`
 */
export async function dropView(actor: Actor, input: z.input<typeof DROP_VIEW_INPUT>, at = new Date()): Promise<void> {
  authorise(actor, 'statistics.keep_view');
  const { viewId, rowVersion } = parseInput(DROP_VIEW_INPUT, input);
  await inTransaction(async (tx) => {
    const dropped = await tx
      .delete(views)
      .where(ownAsSeen(actor, viewId, rowVersion))
      .returning({ offices: views.offices });
    if (dropped.length === 0) await explain(tx, actor, viewId);
    const entry = { action: 'statistics.drop_view', subjectType: 'statistics_view', subjectId: viewId } as const;
    await writeAudit(tx, actor, { ...entry, details: { offices: dropped[0]?.offices ?? [] } }, at);
  });
}

const ownAsSeen = (actor: Actor, viewId: string, rowVersion: number) =>
  and(eq(views.viewId, viewId), eq(views.ownerId, actor.id), eq(views.rowVersion, rowVersion));

/** A view of others does not exist here; one's own that is not as it was seen was changed meanwhile. */
async function explain(tx: Tx, actor: Actor, viewId: string): Promise<never> {
  const [own] = await tx
    .select({ viewId: views.viewId })
    .from(views)
    .where(and(eq(views.viewId, viewId), eq(views.ownerId, actor.id)));
  throw own ? refuse('view.changed') : new NotFoundError('view');
}
