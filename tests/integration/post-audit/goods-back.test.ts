import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { confirmProposal } from '@/db/commands/clearance/confirm-proposal';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { viewProposal } from '@/db/commands/clearance/view-proposal';
import { endAudits, moveAudits } from '@/db/commands/post-audit/end-audits';
import { recordAudit } from '@/db/commands/post-audit/record-audit';
import { selectForAudit } from '@/db/commands/post-audit/select-for-audit';
import { db } from '@/db/connection';
import { getAudit } from '@/db/queries/post-audit/get-audit';
import { listAudits } from '@/db/queries/post-audit/list-audits';
import { clearances } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { aDesk, type Desk, minutesLater } from '../../support/a-desk';
import { anAuditInHand, auditsOf } from '../../support/a-post-audit';
import { auditOf, expectStatisticsToAgree, refusalOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const WHY = { kind: 'reverse', ground: 'control_after_release', note: 'The invoice was for other goods' } as const;

describe('An audit of goods that come back', () => {
  it('goes on while a reversal waits for its second officer, and ends with it, told in the log and on the timeline', async () => {
    const { consignmentId, auditId, rowVersion } = await anAuditInHand(desk);
    const seen = { consignmentId, rowVersion };
    const { decisionId, ...proposed } = await decideConsignment(desk.colleague, { ...seen, ...WHY }, minutesLater(30));
    expect(await getAudit(desk.officer, consignmentId)).toMatchObject({ state: 'taken' });
    await viewProposal(desk.supervisor, { consignmentId, decisionId }, minutesLater(31));
    const wish = { consignmentId, decisionId, rowVersion: proposed.rowVersion };
    await confirmProposal(desk.supervisor, wish, minutesLater(32));
    expect(await getAudit(desk.officer, consignmentId)).toMatchObject({
      ...{ state: 'ended', endedAs: 'reversed', result: null },
    });
    expect((await timelineOf(consignmentId)).map(({ kind }) => kind)).toContain('audit_ended');
    expect((await auditOf(consignmentId)).filter(({ action }) => action === 'clearance.end_audit')).toMatchObject([
      { actorId: desk.supervisor.id, officeId: desk.officeId, details: { postAuditId: auditId, endedAs: 'reversed' } },
    ]);
    const { open, closed } = await listAudits(desk.officer, desk.officeId);
    expect(open.filter((one) => one.auditId === auditId)).toEqual([]);
    expect(closed.find((one) => one.auditId === auditId)).toMatchObject({
      ...{ endedAs: 'reversed', result: null, byName: desk.colleague.name },
    });
    const back = await standing(consignmentId);
    const late = { consignmentId, auditId, rowVersion: back.rowVersion, resultCode: 'conform', finding: null } as const;
    expect(await refusalOf(recordAudit(desk.colleague, late, minutesLater(33)))).toEqual(['post_audit.ended']);
    await expectStatisticsToAgree();
  });

  it('ends once, and a later release is audited anew', async () => {
    const { consignmentId, auditId, rowVersion } = await anAuditInHand(desk);
    const end = () => inTransaction((tx) => endAudits(tx, desk.officer, [consignmentId], 'new_data', minutesLater(5)));
    await Promise.all([end(), end()]);
    expect((await timelineOf(consignmentId)).filter(({ kind }) => kind === 'audit_ended')).toHaveLength(1);
    await selectForAudit(desk.officer, { consignmentId, rowVersion, reason: 'Once more' }, minutesLater(6));
    const audits = await auditsOf(consignmentId);
    expect(audits.map(({ endedAs }) => endedAs).sort()).toEqual(['new_data', null]);
    const again = { consignmentId, auditId, rowVersion: rowVersion + 1, resultCode: 'conform', finding: null } as const;
    expect(await refusalOf(recordAudit(desk.colleague, again, minutesLater(7)))).toEqual(['post_audit.ended']);
  });

  it('goes with its goods to the office that new data name', async () => {
    const { consignmentId, auditId } = await anAuditInHand(desk);
    await db().update(clearances).set({ officeId: 'BELGG' }).where(eq(clearances.consignmentId, consignmentId));
    await inTransaction((tx) => moveAudits(tx, [consignmentId]));
    const { open } = await listAudits(desk.stranger, 'BELGG');
    expect(open.map((one) => one.auditId)).toEqual([auditId]);
  });
});
