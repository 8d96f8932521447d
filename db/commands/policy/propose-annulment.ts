import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { changeDecisions, changes } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { ANNUL_INPUT } from '@/lib/policy/change';
import { annulRows } from './annul-rows';
import { CHANGE_LOCK } from './decide-change';
import { onTrial } from './fit-rows';

/**
 * Lays before a second person that an approved change whose day is ahead be taken back; it is tried in full first.
 * @throws NotFoundError; RefusedError `policy.not_approved`, `policy.too_late`, `policy.annulment_waits` with who and when,
 * `policy.built_on`, `policy_broken`
 */
export async function proposeAnnulment(
  actor: Actor,
  input: z.input<typeof ANNUL_INPUT>,
  at = new Date(),
): Promise<{ changeId: string }> {
  authorise(actor, 'policy.write');
  const { changeId, reason } = parseInput(ANNUL_INPUT, input);
  const id = randomUUID();
  await inTransaction(async (tx) => {
    const change = await approvedChange(tx, changeId);
    if (change.validFrom <= dayOf(at)) throw refuse('policy.too_late', { day: change.validFrom });
    const waiting = await waitingAnnulment(tx, changeId);
    if (waiting) throw refuse('policy.annulment_waits', { by: waiting.by, at: waiting.at.toISOString() });
    await onTrial(tx, (trial) => annulRows(trial, change));
    const by = { proposedAt: at, proposedBy: actor.id, proposedByName: actor.name };
    await tx.insert(changes).values({ ...change, id, annuls: changeId, reason, ...by });
    const { kind, key, validFrom, validTo } = change;
    await writeAudit(
      tx,
      actor,
      {
        action: 'policy.annul',
        subjectType: 'policy_change',
        subjectId: id,
        officeId: null,
        reason,
        details: { parameterKind: kind, parameterKey: key, validFrom, validTo },
      },
      at,
    );
  });
  return { changeId: id };
}

/** The change as it was approved, no other act on its kind at the same time. An annulment is no change that could be annulled. */
async function approvedChange(tx: Tx, changeId: string): Promise<typeof changes.$inferSelect> {
  const [found] = await tx.select().from(changes).where(eq(changes.id, changeId));
  if (!found) throw new NotFoundError('change');
  await tx.execute(sql`select pg_advisory_xact_lock(${CHANGE_LOCK}, hashtext(${found.kind}))`);
  const [decision] = await tx.select().from(changeDecisions).where(eq(changeDecisions.changeId, changeId));
  if (decision?.verdict !== 'approve' || found.annuls !== null) throw refuse('policy.not_approved');
  return found;
}

async function waitingAnnulment(tx: Tx, changeId: string) {
  const [waiting] = await tx
    .select({ by: changes.proposedByName, at: changes.proposedAt })
    .from(changes)
    .leftJoin(changeDecisions, eq(changeDecisions.changeId, changes.id))
    .where(and(eq(changes.annuls, changeId), isNull(changeDecisions.changeId)));
  return waiting ?? null;
}
