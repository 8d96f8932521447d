import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { recordEvent } from '@/db/commands/clearance/change/record-event';
import { personsOf } from '@/db/queries/consignment/persons-of';
import { matchesInScope } from '@/db/queries/screening/matches-in-scope';
import { inTransaction } from '@/db/transaction';
import type { DeniedMatch } from '@/lib/assessment/facts';
import { REVEAL_INPUT } from '@/lib/clearance/inputs';
import { isWordsPersonal } from '@/lib/clearance/mask-match';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Party } from '@/lib/consignment/record';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';

export type Revealed = {
  readonly version: number;
  readonly sender: Party;
  readonly recipient: Party;
  /** Where it is masked on the page, else null. */
  readonly sellerName: string | null;
  /** The listed parties whose declared words are masked on the page, with those words. */
  readonly matches: readonly DeniedMatch[];
};

/** A party of which nothing is kept any longer; one that is known by its number alone still has that. */
const isErased = ({ name, id, address }: Party): boolean => name === '' && id === null && address === null;

/** Shows the personal data of the version in force to one person for a stated reason; the look is on the timeline and in the audit log. @throws RefusedError `consignment.people_erased` */
export async function revealPartyData(
  actor: Actor,
  input: z.input<typeof REVEAL_INPUT>,
  at = new Date(),
): Promise<Revealed> {
  authorise(actor, 'consignment.reveal');
  const wish = parseInput(REVEAL_INPUT, input);
  return inTransaction(async (tx) => {
    const { sender, recipient, subject, sellerName, version } = await personsOf(tx, actor, wish.consignmentId);
    if (isErased(sender) && isErased(recipient)) throw refuse('consignment.people_erased');
    const fields = ['sender', 'recipient', ...(sellerName === null ? [] : ['seller_name'])];
    const { matches } = await matchesInScope(tx, actor, wish.consignmentId);
    await recordEvent(tx, actor, subject, 'revealed', { reason: wish.reason, version }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'consignment.reveal',
        subjectType: 'consignment',
        subjectId: wish.consignmentId,
        officeId: subject.officeId,
        details: { version, fields },
        reason: wish.note ? `${wish.reason}: ${wish.note}` : wish.reason,
      },
      at,
    );
    return {
      version,
      sender,
      recipient,
      sellerName,
      matches: matches.filter(({ party }) => isWordsPersonal(party, subject.transactionType)),
    };
  });
}
