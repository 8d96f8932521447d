import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { forgetWhatIsInForce } from '@/db/queries/policy/in-force-cache';
import { changeDecisions, changes } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { DECIDE_INPUT } from '@/lib/policy/change';
import { annulRows } from './annul-rows';
import { fitRows } from './fit-rows';

/** Advisory lock of changes of one kind of parameter: decisions on one key come one after the other. */
export const CHANGE_LOCK = 7_215_910;

/**
 * Approves a proposed change, whose rows then wait for their day, or refuses it; who proposed it may only withdraw it. An annulment
 * is a change like others: approved, it takes the rows back that wait.
 * @throws NotFoundError; RefusedError `policy.own`, `policy.not_own`, `policy.decided` with who and when, `policy.too_late`,
 * `policy.later_row`, `policy.gap`, `policy.built_on`, `policy_broken`
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
    const [earlier] = await tx.select().from(changeDecisions).where(eq(changeDecisions.changeId, changeId));
    if (earlier) {
      throw refuse('policy.decided', { by: earlier.decidedByName, at: earlier.decidedAt.toISOString() });
    }
    const endedUntil = verdict === 'approve' ? await carryOut(tx, change, dayOf(at)) : null;
    const by = { decidedAt: at, decidedBy: actor.id, decidedByName: actor.name };
    await tx.insert(changeDecisions).values({ changeId, verdict, reason, endedUntil, ...by });
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

/** Writes what was approved; gives the last day of the row it ended. */
async function carryOut(tx: Tx, change: typeof changes.$inferSelect, today: string): Promise<string | null> {
  const { annuls, validFrom } = change;
  if (validFrom <= today) throw refuse('policy.too_late', { day: validFrom });
  if (annuls === null) return fitRows(tx, change);
  await annulRows(tx, { ...change, id: annuls });
  return null;
}
