import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { writeHandOver } from '@/db/commands/clearance/hand-over';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { db } from '@/db/connection';
import { consignments } from '@/db/schema';
import { aConsignment, inLane } from './a-consignment';
import type { Desk } from './a-desk';
import { anAccount } from './an-account';
import { sendSubmission } from './send-submission';
import { csvOf } from './submissions';
import { aSubscription, outboxOf } from './subscriptions';

/** Names of what one office and one partner have, to ask for by who has nothing to do with them. */
export type Names = Readonly<
  Record<
    | 'consignmentId'
    | 'reference'
    | 'holdId'
    | 'submissionId'
    | 'accountId'
    | 'accountNumber'
    | 'subscriptionId'
    | 'deliveryId'
    | 'handOverId'
    | 'partnerId'
    | 'userId',
    string
  >
>;

/** Names of nothing. */
export const noNames = (): Names => ({
  ...{ consignmentId: randomUUID(), reference: 'NOTHING-1', holdId: randomUUID(), submissionId: randomUUID() },
  ...{ accountId: randomUUID(), accountNumber: 'A-0', subscriptionId: randomUUID(), deliveryId: randomUUID() },
  ...{ handOverId: randomUUID(), partnerId: randomUUID(), userId: randomUUID() },
});

/** An office and a partner at work: goods on hold, goods asked about, a submission with a refused record, an account, a web-hook, a hand-over. */
export async function aBusyOffice(): Promise<{ desk: Desk; names: Names }> {
  const { desk, accountId, number } = await anAccount();
  const { subscriptionId } = await aSubscription(desk);
  const held = await aConsignment(desk, inLane('red'));
  const { holdId } = await holdConsignment(desk.officer, {
    ...{ consignmentId: held.consignmentId, rowVersion: held.rowVersion },
    ...{ ground: 'documents_missing', note: 'Invoice is wanting' },
  });
  const asked = await aConsignment(desk, inLane('yellow'));
  await referConsignment(desk.officer, {
    ...{ consignmentId: asked.consignmentId, rowVersion: asked.rowVersion },
    ...{ type: 'rfi', questionCode: 'maker_and_model', dueAt: new Date(Date.now() + 3_600_000) },
  });
  const sent = csvOf([{ reference: 'FOREIGN-1' }, { reference: 'FOREIGN-2', value: 'much' }]);
  const submissionId = await sendSubmission(desk.partner, sent);
  const { handOverId } = await writeHandOver(desk.officer, { officeId: desk.officeId, notes: 'See the red one' });
  const [row] = await db().select().from(consignments).where(eq(consignments.consignmentId, asked.consignmentId));
  const [delivery] = await outboxOf(subscriptionId);
  if (!row || !delivery) throw new Error('the office is not busy');
  const names: Names = {
    ...{ consignmentId: held.consignmentId, reference: row.reference, holdId, submissionId, accountId },
    ...{ accountNumber: number, subscriptionId, deliveryId: delivery.id, handOverId },
    ...{ partnerId: desk.partnerId, userId: desk.officer.id },
  };
  return { desk, names };
}
