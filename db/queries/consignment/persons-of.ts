import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { ofConsignment, withinScope } from '@/db/queries/clearance/scope';
import { clearances, consignments, parties } from '@/db/schema';
import { isSellerPersonal } from '@/lib/clearance/mask-party';
import type { Party } from '@/lib/consignment/record';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError } from '@/lib/kernel/errors';

/** The persons of the version in force in the clear, for a command that notes who asked. Whoever calls has authorised. @throws NotFoundError */
export async function personsOf(tx: Tx, actor: Actor, consignmentId: string) {
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
      and(eq(consignments.consignmentId, clearances.consignmentId), eq(consignments.receivedOn, clearances.receivedOn)),
    )
    .innerJoin(
      parties,
      and(
        eq(parties.consignmentId, consignments.consignmentId),
        eq(parties.receivedOn, consignments.receivedOn),
        eq(parties.version, consignments.version),
      ),
    )
    .where(and(ofConsignment(consignmentId), withinScope(actor)));
  const sender = rows.find(({ party }) => party.kind === 'sender');
  const recipient = rows.find(({ party }) => party.kind === 'recipient');
  if (!sender || !recipient) throw new NotFoundError('consignment');
  const { receivedOn, officeId, partnerId, reference, transactionType } = sender;
  return {
    version: sender.party.version,
    sender: partyOf(sender.party),
    recipient: partyOf(recipient.party),
    /** Where it is masked on the page, else null. */
    sellerName: isSellerPersonal(transactionType) ? sender.sellerName : null,
    subject: { consignmentId, receivedOn, officeId, partnerId, reference, transactionType },
  };
}

function partyOf(row: typeof parties.$inferSelect): Party {
  const { name, address, city, postcode, country, identifier, phone, email } = row;
  return { name, address, city, postcode, country, id: identifier, phone, email };
}
