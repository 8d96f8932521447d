import 'server-only';
import { and, inArray, notInArray, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db/connection';
import { clearances } from '@/db/schema';
import { parseInput } from '@/lib/clearance/parse-input';
import { parseCursor } from '@/lib/clearance/queue-cursor';
import type { QueueFilter } from '@/lib/clearance/queue-filter';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { backOnTop } from './list-queue';
import { inTab, matching } from './queue-conditions';
import { afterCursor, upToCursor } from './queue-order';
import { withinScope } from './scope';

/** More new rows than this are shown as "100+". */
export const NEW_ROWS_MAX = 100;

/** What somebody has on the screen: the rows with their versions, and the cursor of the page after them (null: the end of the list). */
export const SHOWN_ROWS = z.strictObject({
  /** Cursor the page begins after; null on the first one. */
  after: z.string().max(100).nullish(),
  rows: z.array(z.strictObject({ consignmentId: z.guid(), rowVersion: z.int().min(0) })).max(500),
  until: z.string().max(100).nullable(),
});

export type QueueChanges = {
  /** The office the actor works in now, which another tab may have changed; null for somebody of no office. */
  readonly workOfficeId: string | null;
  /** Rows of the stretch on the screen that are not on it; at most `NEW_ROWS_MAX`. */
  readonly newRows: number;
  /** Rows on the screen that are not as shown; `isGone` when the tab and filter no longer hold them. */
  readonly changed: readonly {
    readonly consignmentId: string;
    readonly rowVersion: number;
    readonly isGone: boolean;
  }[];
};

/** What changed in the queue beside what is on the screen, so that the screen can say so without moving a row. */
export async function queueChanges(
  actor: Actor,
  filter: QueueFilter,
  shown: z.input<typeof SHOWN_ROWS>,
  at = new Date(),
): Promise<QueueChanges> {
  authorise(actor, 'clearance.queue');
  const { rows, until, after } = parseInput(SHOWN_ROWS, shown);
  const ids = rows.map((row) => row.consignmentId);
  const holds = and(matching(actor, filter), inTab(actor, filter.tab, at));
  const top = await backOnTop(actor, filter, at);
  const known = [...new Set([...ids, ...top])];
  // What came back stands on top of the first page, wherever its time would put it.
  const returned = after ? 0 : top.filter((id) => !ids.includes(id)).length;
  const [fresh, present] = await Promise.all([
    countNew(
      and(
        holds,
        after ? afterCursor(filter.tab, parseCursor(after)) : undefined,
        upToCursor(filter.tab, parseCursor(until)),
        known.length > 0 ? notInArray(clearances.consignmentId, known) : undefined,
      ),
    ),
    ids.length === 0 ? [] : statesOf(actor, ids, holds),
  ]);
  const byId = new Map(present.map((row) => [row.consignmentId, row]));
  const changed = rows.flatMap(({ consignmentId, rowVersion }) => {
    const now = byId.get(consignmentId);
    if (!now) return [{ consignmentId, rowVersion, isGone: true }];
    if (now.rowVersion === rowVersion && now.isHeld) return [];
    return [{ consignmentId, rowVersion: now.rowVersion, isGone: !now.isHeld }];
  });
  return { workOfficeId: actor.officeId, newRows: fresh + returned, changed };
}

async function countNew(condition: SQL | undefined): Promise<number> {
  const some = db()
    .select({ one: sql`1`.as('one') })
    .from(clearances)
    .where(condition)
    .limit(NEW_ROWS_MAX)
    .as('some');
  const [row] = await db().select({ count: sql<number>`count(*)::int` }).from(some);
  return row?.count ?? 0;
}

function statesOf(actor: Actor, ids: string[], holds: SQL | undefined) {
  return db()
    .select({
      consignmentId: clearances.consignmentId,
      rowVersion: clearances.rowVersion,
      isHeld: sql<boolean>`coalesce((${holds}), false)`,
    })
    .from(clearances)
    .where(and(inArray(clearances.consignmentId, ids), withinScope(actor)));
}
