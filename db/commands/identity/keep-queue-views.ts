import 'server-only';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { users } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import {
  DROP_VIEW_INPUT,
  queueViewsOf,
  readViewQuery,
  SAVE_VIEW_INPUT,
  VIEWS_MAX,
  viewKey,
  viewQuery,
} from '@/lib/clearance/queue-views';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';

/** Keeps a filter of the queue under a name; a view of that name is replaced. @throws RefusedError `view.too_many` */
export async function saveQueueView(
  actor: Actor,
  input: z.input<typeof SAVE_VIEW_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'clearance.queue');
  const { name, query } = parseInput(SAVE_VIEW_INPUT, input);
  const key = viewKey(name);
  const kept = sql`(select count(*) from jsonb_object_keys(${users.preferences}) as k where starts_with(k, ${viewKey('')}))`;
  await change(
    actor,
    {
      preferences: sql`${users.preferences} || jsonb_build_object(${key}::text, ${viewQuery(readViewQuery(query))}::text)`,
      on: sql`(${users.preferences} ? ${key} or ${kept} < ${VIEWS_MAX})`,
      refusal: 'view.too_many',
    },
    at,
  );
}

/** Forgets a view. @throws RefusedError `view.gone` when there is none of that name any more */
export async function dropQueueView(
  actor: Actor,
  input: z.input<typeof DROP_VIEW_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'clearance.queue');
  const key = viewKey(parseInput(DROP_VIEW_INPUT, input).name);
  await change(
    actor,
    {
      preferences: sql`${users.preferences} - ${key}::text`,
      on: sql`${users.preferences} ? ${key}`,
      refusal: 'view.gone',
    },
    at,
  );
}

/**
 * Changes the actor's own preferences where the condition holds at the moment of the write, so that two windows never undo each other.
 * The log notes how many views there are: their names and what they look for are the person's own words.
 */
async function change(
  actor: Actor,
  { preferences, on, refusal }: { preferences: SQL; on: SQL; refusal: 'view.too_many' | 'view.gone' },
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const [changed] = await tx
      .update(users)
      .set({ preferences })
      .where(and(eq(users.id, actor.id), on))
      .returning({ preferences: users.preferences });
    if (!changed) throw refuse(refusal);
    await writeAudit(
      tx,
      actor,
      {
        action: 'identity.change_preferences',
        subjectType: 'user',
        subjectId: actor.id,
        details: { queueViews: queueViewsOf(changed.preferences).length },
      },
      at,
    );
  });
}
