import { eq } from 'drizzle-orm';
import { selectForAudit } from '@/db/commands/post-audit/select-for-audit';
import { takeAudit } from '@/db/commands/post-audit/take-audit';
import { db } from '@/db/connection';
import { postAudits } from '@/db/schema';
import { aConsignment, inLane } from './a-consignment';
import { type Desk, minutesLater } from './a-desk';
import { standing } from './command-cases';
import { postAll } from './ledger-balance';

/** The audits of a consignment. */
export const auditsOf = (consignmentId: string) =>
  db().select().from(postAudits).where(eq(postAudits.consignmentId, consignmentId));

/** What an officer saw of a consignment that left by the blue lane: charged, and posted. */
export async function aBlueRelease(desk: Desk) {
  const { consignmentId, rowVersion } = await aConsignment(desk, inLane('blue', 'none'));
  await postAll(minutesLater(1));
  return { consignmentId, rowVersion };
}

/** One that the officer selected and the colleague took. */
export async function anAuditInHand(desk: Desk) {
  const { consignmentId, rowVersion } = await aBlueRelease(desk);
  const selected = await selectForAudit(
    desk.officer,
    { consignmentId, rowVersion, reason: 'Three alike from one sender' },
    minutesLater(2),
  );
  const [audit] = await auditsOf(consignmentId);
  if (!audit) throw new Error('no audit was opened');
  const { auditId } = audit;
  await takeAudit(desk.colleague, { consignmentId, rowVersion: selected.rowVersion, auditId }, minutesLater(3));
  return { consignmentId, auditId, rowVersion: (await standing(consignmentId)).rowVersion };
}
