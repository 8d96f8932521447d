import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { forgetWhatIsInForce } from '@/db/queries/policy/in-force-cache';
import { changeDecisions, changes } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { DECIDE_INPUT } from '@/lib/policy/change';
import { fitRows } from './fit-rows';

/** Advisory lock of changes of one kind of parameter: decisions on one key come one after the other. */
const CHANGE_LOCK = 7_215_910;

/**
 * Approves a proposed change, whose rows then wait for their day, or refuses it; who proposed it may only withdraw it.
 * @throws NotFoundError; RefusedError `policy.own`, `policy.not_own`, `policy.decided` with who and when, `policy.too_late`,
 * `policy.later_row`, `policy.gap`, `policy_broken`
 */
export async function decideChange(actor: Actor, input: z.input<typeof DECIDE_INPUT>, at = new Date()): Promise<void> {
  authorise(actor, 'policy.decide');
  const { changeId, verdict, reason } = parseInput(DECIDE_INPUT, input);
  await inTransaction(async (tx) => {
    const [change] = await tx.select().from(changes).where(eq(changes.id, changeId));
    if (!change) throw new NotFoundError('change');
    const isOwn = change.proposedBy === actor.id;
    if (isOwn && verdict !== 'withdraw') throw refuse('policy.own');
    if (!isOwn && verdict === 'withdraw') throw refuse('policy.not_own');
    await tx.execute(sql`select pg_advisory_xact_lock(${CHANGE_LOCK}, hashtext(${change.kind}))`);
    const decided = await tx
      .insert(changeDecisions)
      .values({ changeId, verdict, reason, decidedAt: at, decidedBy: actor.id, decidedByName: actor.name })
      .onConflictDoNothing()
      .returning({ changeId: changeDecisions.changeId });
    if (decided.length === 0) {
      const [earlier] = await tx.select().from(changeDecisions).where(eq(changeDecisions.changeId, changeId));
      throw refuse('policy.decided', {
        by: earlier?.decidedByName ?? '',
        at: earlier?.decidedAt.toISOString() ?? '',
      });
    }
    if (verdict === 'approve') {
      if (change.validFrom <= dayOf(at)) throw refuse('policy.too_late', { day: change.validFrom });
      await fitRows(tx, change);
    }
    const { kind, key, validFrom, validTo } = change;
    await writeAudit(
      tx,
      actor,
      {
        action: `policy.${verdict}`,
        subjectType: 'policy_change',
        subjectId: changeId,
        officeId: null,
        reason,
        details: { parameterKind: kind, parameterKey: key, validFrom, validTo },
      },
      at,
    );
  });
  forgetWhatIsInForce();
}
