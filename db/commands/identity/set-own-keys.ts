import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { users } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { decideOwnKeys, OWN_KEYS_PREFERENCE, ownKeysText, SET_OWN_KEYS_INPUT } from '@/lib/identity/own-keys';
import { authorise } from '@/lib/identity/permissions';
import { RefusedError, refuse } from '@/lib/kernel/errors';

/**
 * Puts the actor's own shortcuts where the actor wants them; an empty mapping puts all of them back. Nobody's but the actor's own.
 * @throws RefusedError `keys.taken`, `keys.no_key`; `keys.changed` when another window of the person was faster
 */
export async function setOwnKeys(
  actor: Actor,
  input: z.input<typeof SET_OWN_KEYS_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'identity.self');
  const wish = SET_OWN_KEYS_INPUT.parse(input);
  const decision = decideOwnKeys(wish.keys);
  if (!decision.ok) throw new RefusedError(decision.reasons);
  const kept = sql`coalesce(${users.preferences} ->> ${OWN_KEYS_PREFERENCE}::text, ${ownKeysText({})}::text)`;
  const after = ownKeysText(decision.keys);
  await inTransaction(async (tx) => {
    const changed = await tx
      .update(users)
      .set({
        preferences: sql`${users.preferences} || jsonb_build_object(${OWN_KEYS_PREFERENCE}::text, ${after}::text)`,
      })
      .where(and(eq(users.id, actor.id), sql`${kept} = ${ownKeysText(wish.seen)}::text`))
      .returning({ id: users.id });
    if (changed.length === 0) throw refuse('keys.changed');
    await writeAudit(
      tx,
      actor,
      {
        action: 'identity.change_preferences',
        subjectType: 'user',
        subjectId: actor.id,
        details: { ownKeys: Object.keys(decision.keys).length },
      },
      at,
    );
  });
}
