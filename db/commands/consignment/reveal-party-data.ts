import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { recordEvent } from '@/db/commands/clearance/change/record-event';
import { ofConsignment, withinScope } from '@/db/queries/clearance/scope';
import { matchesInScope } from '@/db/queries/screening/matches-in-scope';
import { clearances, consignments, parties } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { DeniedMatch } from '@/lib/assessment/facts';
import { REVEAL_INPUT } from '@/lib/clearance/inputs';
import { isWordsPersonal } from '@/lib/clearance/mask-match';
import { isSellerPersonal } from '@/lib/clearance/mask-party';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Party } from '@/lib/consignment/record';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';

export type Revealed = {
  readonly version: number;
  readonly sender: Party;
  readonly recipient: Party;
  /** Where it is masked on the page, else null. */
  readonly sellerName: string | null;
  /** The listed parties whose declared words are masked on the page, with those words. */
  readonly matches: readonly DeniedMatch[];
};

/** Shows the personal data of the version in force to one person for a stated reason; the look is on the timeline and in the audit log. */
export async function revealPartyData(
  actor: Actor,
  input: z.input<typeof REVEAL_INPUT>,
  at = new Date(),
): Promise<Revealed> {
  authorise(actor, 'consignment.reveal');
  const wish = parseInput(REVEAL_INPUT, input);
  return inTransaction(async (tx) => {
    const rows = await tx
      .select({
        party: parties,
        receivedOn: clearances.receivedOn,
        officeId: clearances.officeId,
        partnerId: clearances.partnerId,
        reference: clearances.reference,
        sellerName: consignments.sellerName,
        transactionType: consignments.transactionType,
      })
      .from(clearances)
      .innerJoin(
        consignments,
        and(
          eq(consignments.consignmentId, clearances.consignmentId),
          eq(consignments.receivedOn, clearances.receivedOn),
        ),
      )
      .innerJoin(
        parties,
        and(
          eq(parties.consignmentId, consignments.consignmentId),
          eq(parties.receivedOn, consignments.receivedOn),
          eq(parties.version, consignments.version),
        ),
      )
      .where(and(ofConsignment(wish.consignmentId), withinScope(actor)));
    const sender = rows.find(({ party }) => party.kind === 'sender');
    const recipient = rows.find(({ party }) => party.kind === 'recipient');
    if (!sender || !recipient) throw new NotFoundError('consignment');
    const { version } = sender.party;
    const sellerName = isSellerPersonal(sender.transactionType) ? sender.sellerName : null;
    const fields = ['sender', 'recipient', ...(sellerName === null ? [] : ['seller_name'])];
    const { matches } = await matchesInScope(tx, actor, wish.consignmentId);
    const subject = { ...sender, consignmentId: wish.consignmentId };
    await recordEvent(tx, actor, subject, 'revealed', { reason: wish.reason, version }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'consignment.reveal',
        subjectType: 'consignment',
        subjectId: wish.consignmentId,
        officeId: sender.officeId,
        details: { version, fields },
        reason: wish.note ? `${wish.reason}: ${wish.note}` : wish.reason,
      },
      at,
    );
    return {
      version,
      sender: partyOf(sender.party),
      recipient: partyOf(recipient.party),
      sellerName,
      matches: matches.filter(({ party }) => isWordsPersonal(party, sender.transactionType)),
    };
  });
}

function partyOf(row: typeof parties.$inferSelect): Party {
  const { name, address, city, postcode, country, identifier, phone, email } = row;
  return { name, address, city, postcode, country, id: identifier, phone, email };
}
