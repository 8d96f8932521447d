import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import {
  exchangeItems,
  exchangeMatches,
  exchangePackages,
  profileListEditions,
  profileLists,
  profileStandings,
  profiles,
} from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { EXCHANGE_ACT_INPUT } from '@/lib/cooperation/inputs';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { refuse } from '@/lib/kernel/errors';
import { lockExchange } from './exchange-of';

/**
 * Ends what was taken over of a package before it expires: because its sender withdrew it, or it was wrong. Its profiles select nobody
 * from now on, its lists are there no more, and a matching stops. Expiry does the same by itself: the last day is looked at whenever profiles are.
 * @throws NotFoundError; RefusedError `cooperation.state`, `changed_meanwhile`
 */
export async function endTaken(
  actor: Actor,
  input: z.input<typeof EXCHANGE_ACT_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'cooperation.prepare');
  const { exchangeId, rowVersion, reason } = parseInput(EXCHANGE_ACT_INPUT, input);
  await inTransaction(async (tx) => {
    const found = await lockExchange(tx, exchangeId, 'received');
    if (found.state !== 'taken_over') throw refuse('cooperation.state');
    if (found.rowVersion !== rowVersion) throw refuse('changed_meanwhile');
    const items = await tx
      .select({ kind: exchangeItems.kind, subjectId: exchangeItems.subjectId })
      .from(exchangeItems)
      .where(and(eq(exchangeItems.exchangeId, exchangeId), eq(exchangeItems.state, 'taken')));
    const idsOf = (wanted: string) =>
      items.flatMap(({ kind, subjectId }) => (kind === wanted && subjectId !== null ? [subjectId] : []));
    await endProfiles(tx, actor, idsOf('profile'), at);
    await endLists(tx, idsOf('list'), at);
    // Of a question: the worker stops, and no answer is prepared any more.
    await tx
      .update(exchangeMatches)
      .set({ state: 'failed', endedAt: at })
      .where(and(eq(exchangeMatches.exchangeId, exchangeId), eq(exchangeMatches.state, 'waiting')));
    const ended = { endedBy: actor.id, endedByName: actor.name, endedAt: at, endReason: reason };
    await tx
      .update(exchangePackages)
      .set({ state: 'withdrawn', ...ended, rowVersion: rowVersion + 1 })
      .where(eq(exchangePackages.exchangeId, exchangeId));
    await writeAudit(
      tx,
      actor,
      {
        action: 'cooperation.end_taken',
        subjectType: 'exchange',
        subjectId: exchangeId,
        officeId: null,
        reason,
        details: {
          ...{ administration: found.content.from.code, packageId: found.packageId },
          made: [...idsOf('profile'), ...idsOf('list')],
        },
      },
      at,
    );
  });
}

async function endProfiles(tx: Tx, actor: Actor, profileIds: readonly string[], at: Date): Promise<void> {
  if (profileIds.length === 0) return;
  const last = addDays(dayOf(at), -1);
  await tx
    .update(profiles)
    .set({ endsOn: last })
    .where(inArray(profiles.id, [...profileIds]));
  const { state, shadowUntil, expiresOn, rowVersion } = profileStandings;
  await tx
    .update(profileStandings)
    .set({
      shadowUntil: sql`case when ${state} = 'shadow' then least(coalesce(${shadowUntil}, ${last}), ${last}) else ${shadowUntil} end`,
      expiresOn: sql`case when ${state} <> 'shadow' then least(${expiresOn}, ${last}) else ${expiresOn} end`,
      ...{ changedBy: actor.id, changedByName: actor.name, changedAt: at },
      rowVersion: sql`${rowVersion} + 1`,
    })
    .where(
      and(inArray(profileStandings.profileId, [...profileIds]), inArray(state, ['shadow', 'active', 'suspended'])),
    );
}

async function endLists(tx: Tx, keys: readonly string[], at: Date): Promise<void> {
  if (keys.length === 0) return;
  await tx
    .update(profileLists)
    .set({ endsOn: addDays(dayOf(at), -1) })
    .where(inArray(profileLists.key, [...keys]));
  // Whoever keeps what is in force in mind is told by this that it changed.
  await tx
    .update(profileListEditions)
    .set({ state: 'superseded' })
    .where(
      and(
        inArray(profileListEditions.listKey, [...keys]),
        inArray(profileListEditions.state, ['in_force', 'proposed']),
      ),
    );
}
