import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { recordEvent } from '@/db/commands/clearance/change/record-event';
import { getHold } from '@/db/queries/agency/get-hold';
import { personsOf } from '@/db/queries/consignment/persons-of';
import { requireMemorandum } from '@/db/queries/partnership/memorandum-in-force';
import { inTransaction } from '@/db/transaction';
import { AGENCY_REVEAL_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Party } from '@/lib/consignment/record';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { refuse } from '@/lib/kernel/errors';

export type RevealedToAgency = {
  readonly sender: Party;
  readonly recipient: Party;
  readonly sellerName: string | null;
};

/**
 * Shows sender and recipient to one person of an agency for a stated reason, as long as its hold is open; customs sees the look on
 * the timeline. @throws NotFoundError, RefusedError `hold.closed`, `memorandum.missing`
 */
export async function revealToAgency(
  actor: Actor,
  input: z.input<typeof AGENCY_REVEAL_INPUT>,
  at = new Date(),
): Promise<RevealedToAgency> {
  authorise(actor, 'agency.reveal');
  const { consignmentId, holdId, reason, note } = parseInput(AGENCY_REVEAL_INPUT, input);
  const hold = await getHold(actor, consignmentId, holdId);
  if (!hold.isOpen) throw refuse('hold.closed');
  return inTransaction(async (tx) => {
    await requireMemorandum(tx, 'named_persons', { agencyId: actor.agencyId ?? '' }, dayOf(at));
    const { sender, recipient, sellerName, subject, version } = await personsOf(tx, actor, consignmentId);
    const fields = ['sender', 'recipient', ...(sellerName === null ? [] : ['seller_name'])];
    await recordEvent(tx, actor, subject, 'revealed', { reason, version }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'agency.reveal',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId: subject.officeId,
        details: { holdId, version, fields },
        reason: note ? `${reason}: ${note}` : reason,
      },
      at,
    );
    return { sender, recipient, sellerName };
  });
}
