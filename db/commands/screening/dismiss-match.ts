import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { recordEvent } from '@/db/commands/clearance/change/record-event';
import { matchesInScope } from '@/db/queries/screening/matches-in-scope';
import { dismissals } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { DISMISS_INPUT } from '@/lib/screening/inputs';

/**
 * Says that a party of a consignment is not the listed one it resembles: later consignments of the party are not selected for that
 * entry until a new edition of its list. This one stays as it was assessed; who works on it decides.
 * @throws NotFoundError for a foreign consignment, or a match its version in force does not have; RefusedError `dismissal.present`
 */
export async function dismissMatch(actor: Actor, input: z.input<typeof DISMISS_INPUT>, at = new Date()): Promise<void> {
  authorise(actor, 'screening.dismiss');
  const { consignmentId, party, list, entryId, edition, reason } = parseInput(DISMISS_INPUT, input);
  await inTransaction(async (tx) => {
    const { subject, keys, matches } = await matchesInScope(tx, actor, consignmentId);
    const match = matches.find(
      (one) => one.party === party && one.list === list && one.entryId === entryId && one.edition === edition,
    );
    if (!match) throw new NotFoundError('match');
    const id = randomUUID();
    const { listedName } = match;
    const written = await tx
      .insert(dismissals)
      .values({
        id,
        partyKey: keys[party],
        party,
        list,
        entryId,
        edition,
        listedName,
        consignmentId,
        officeId: subject.officeId,
        reason,
        dismissedAt: at,
        dismissedBy: actor.id,
        dismissedByName: actor.name,
      })
      .onConflictDoNothing()
      .returning({ id: dismissals.id });
    if (written.length === 0) throw refuse('dismissal.present');
    await recordEvent(tx, actor, subject, 'match_dismissed', { listedName, note: reason }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'screening.dismiss',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId: subject.officeId,
        details: { dismissalId: id, party, list, entry: entryId, edition },
        reason,
      },
      at,
    );
  });
}
