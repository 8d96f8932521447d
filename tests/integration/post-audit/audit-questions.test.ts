import { beforeAll, describe, expect, it } from 'vitest';
import { askForAudit } from '@/db/commands/post-audit/ask-for-audit';
import { recordAudit } from '@/db/commands/post-audit/record-audit';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { aDesk, type Desk, minutesLater } from '../../support/a-desk';
import { anAuditInHand } from '../../support/a-post-audit';
import { refusalOf, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const daysLater = (days: number) => minutesLater(days * 24 * 60);
const QUESTION = { question: 'Send the invoice and the proof of payment', dueAt: daysLater(31) } as const;
const CONFORM = { resultCode: 'conform', finding: null } as const;

describe('The question of an audit', () => {
  it('gives the partner the days that the law gives, and says so beside the time', async () => {
    const audit = await anAuditInHand(desk);
    const soon = askForAudit(desk.colleague, { ...audit, ...QUESTION, dueAt: minutesLater(24 * 60) }, minutesLater(4));
    await expect(soon).rejects.toMatchObject({
      reasons: [{ code: 'referral.due_too_soon', pointer: 'dueAt', params: { days: 30 } }],
    });
    const late = askForAudit(desk.colleague, { ...audit, ...QUESTION, dueAt: daysLater(91) }, minutesLater(4));
    expect(await refusalOf(late)).toEqual(['referral.due_too_late']);
  });

  it('leaves a question that nobody answered in time as unanswered', async () => {
    const audit = await anAuditInHand(desk);
    const { consignmentId, auditId } = audit;
    const asked = await askForAudit(desk.colleague, { ...audit, ...QUESTION }, minutesLater(4));
    const wish = { consignmentId, auditId, rowVersion: asked.rowVersion, ...CONFORM };
    await recordAudit(desk.colleague, wish, daysLater(40));
    const { referrals } = await getConsignment(desk.officer, consignmentId, daysLater(41));
    expect(referrals).toMatchObject([{ referralId: asked.referralId, state: 'unanswered' }]);
    const kinds = (await timelineOf(consignmentId)).map(({ kind }) => kind);
    expect(kinds).toContain('referral_unanswered');
    expect(kinds).not.toContain('referral_withdrawn');
  });
});
