import 'server-only';
import { type AttachmentDetail, listAttachmentsToAgency } from '@/db/queries/consignment/list-attachments';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { getHold } from './get-hold';

/**
 * Pictures and papers of the goods under a hold of the actor's agency, as long as it is to answer; nothing once the hold is over.
 * @throws NotFoundError for a hold of another agency too
 */
export async function filesOfHold(actor: Actor, consignmentId: string, holdId: string): Promise<AttachmentDetail[]> {
  authorise(actor, 'agency.read');
  const { isOpen } = await getHold(actor, consignmentId, holdId);
  return isOpen ? listAttachmentsToAgency(actor, consignmentId) : [];
}
