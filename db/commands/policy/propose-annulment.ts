import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { changeDecisions, changes } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { refuse } from '@/lib/kernel/errors';
import { ANNUL_INPUT } from '@/lib/policy/change';
import { annulRows } from './annul-rows';
import { lockedChange } from './decide-change';
import { onTrial } from './fit-rows';
import { partDetails } from './part-details';

/**
 * Lays before a second person that an approved change whose day is ahead be taken back, all its parameters together; it is tried in
 * full first.
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
  const headId = randomUUID();
  await inTransaction(async (tx) => {
    const { head, parts } = await lockedChange(tx, changeId);
    const [decision] = await tx.select().from(changeDecisions).where(eq(changeDecisions.changeId, head.id));
    // An annulment is no change that could be annulled.
    if (decision?.verdict !== 'approve' || head.annuls !== null) throw refuse('policy.not_approved');
    const { validFrom, validTo } = head;
    if (validFrom <= dayOf(at)) throw refuse('policy.too_late', { day: validFrom });
    const waiting = await waitingAnnulment(tx, head.id);
    if (waiting) throw refuse('policy.annulment_waits', { by: waiting.by, at: waiting.at.toISOString() });
    await onTrial(tx, (trial) => annulRows(trial, parts, at));
    const by = { proposedAt: at, proposedBy: actor.id, proposedByName: actor.name };
    const written = { headId, draftId: null, draftVersion: null, reason, ...by };
    await tx.insert(changes).values(
      parts.map((part) => {
        const id = part.id === head.id ? headId : randomUUID();
        return { ...part, ...written, id, annuls: part.id };
      }),
    );
    await writeAudit(
      tx,
      actor,
      {
        action: 'policy.annul',
        subjectType: 'policy_change',
        subjectId: headId,
        officeId: null,
        reason,
        details: { ...partDetails(parts), validFrom, validTo },
      },
      at,
    );
  });
  return { changeId: headId };
}

async function waitingAnnulment(tx: Tx, changeId: string) {
  const [waiting] = await tx
    .select({ by: changes.proposedByName, at: changes.proposedAt })
    .from(changes)
    .leftJoin(changeDecisions, eq(changeDecisions.changeId, changes.id))
    .where(and(eq(changes.annuls, changeId), isNull(changeDecisions.changeId)));
  return waiting ?? null;
}
