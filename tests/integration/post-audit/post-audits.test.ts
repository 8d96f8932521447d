import { beforeAll, describe, expect, it } from 'vitest';
import { answerReferral } from '@/db/commands/clearance/answer-referral';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { trackConsignment } from '@/db/commands/consignment/track-consignment';
import { askForAudit } from '@/db/commands/post-audit/ask-for-audit';
import { drawAudits } from '@/db/commands/post-audit/draw-audits';
import { recordAudit } from '@/db/commands/post-audit/record-audit';
import { selectForAudit } from '@/db/commands/post-audit/select-for-audit';
import { takeAudit } from '@/db/commands/post-audit/take-audit';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { getAudit } from '@/db/queries/post-audit/get-audit';
import { listAudits } from '@/db/queries/post-audit/list-audits';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, inLane, withReference } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { aBlueRelease, anAuditInHand, auditsOf } from '../../support/a-post-audit';
import {
  auditOf,
  describeCommand,
  expectStatisticsToAgree,
  refusalOf,
  standing,
  timelineOf,
} from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { expectLedgerToAgree, postAll } from '../../support/ledger-balance';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const DAYS = { from: '2026-11-01', to: '2026-11-02' };
const REASON = 'Three alike from one sender';
const QUESTION = {
  question: 'Send the invoice and the proof of payment',
  dueAt: minutesLater(30 * 24 * 60 + 60),
} as const;
const UNDERVALUED = {
  resultCode: 'undervalued' as const,
  finding: 'The proof of payment says 90.00',
  corrections: [{ itemNumber: 1, field: 'value' as const, corrected: '90.00' }],
} satisfies Partial<Parameters<typeof recordAudit>[1]>;
const CONFORM = { resultCode: 'conform', finding: null } as const;

describeCommand('Selecting for an audit', {
  desk: () => desk,
  audit: 'clearance.select_for_audit',
  event: 'audit_selected',
  prepare: async () => {
    const seen = await aBlueRelease(desk);
    const { consignmentId } = seen;
    return { consignmentId, act: (actor) => selectForAudit(actor, { ...seen, reason: REASON }, minutesLater(2)) };
  },
  check: (row) => expect(row).toMatchObject({ status: 'released', openReferrals: 0 }),
});

describeCommand('Taking an audit', {
  desk: () => desk,
  audit: 'clearance.take_audit',
  event: 'audit_taken',
  prepare: async () => {
    const { consignmentId, auditId, rowVersion } = await anAuditInHand(desk);
    const wish = { consignmentId, auditId, rowVersion, seenWith: desk.colleague.id };
    return { consignmentId, act: (actor) => takeAudit(actor, wish, minutesLater(4)) };
  },
  against: () => desk.supervisor,
});

describeCommand('Asking for papers of an audit', {
  desk: () => desk,
  audit: 'clearance.ask_for_audit',
  event: 'referred',
  prepare: async () => {
    const audit = await anAuditInHand(desk);
    const { consignmentId } = audit;
    return { consignmentId, act: (actor) => askForAudit(actor, { ...audit, ...QUESTION }, minutesLater(4)) };
  },
  by: () => desk.colleague,
  against: () => desk.supervisor,
  check: (row) => expect(row).toMatchObject({ status: 'released', openReferrals: 1 }),
});

describeCommand('Recording what an audit found', {
  desk: () => desk,
  audit: 'clearance.record_audit',
  event: 'audit_recorded',
  prepare: async () => {
    const audit = await anAuditInHand(desk);
    const { consignmentId } = audit;
    return { consignmentId, act: (actor) => recordAudit(actor, { ...audit, ...CONFORM }, minutesLater(4)) };
  },
  by: () => desk.colleague,
  against: () => desk.supervisor,
  // What nobody examined before it left counts as that, whatever an audit found.
  check: (row) => expect(row).toMatchObject({ status: 'released', examinationOutcome: 'none' }),
});

describe('Drawing audits', () => {
  it('takes so many of what the blue lane released, none twice, keeps the chance and leaves one audit row', async () => {
    const own = await aDesk('NLAMS');
    const blue = await Promise.all(Array.from({ length: 5 }, () => aConsignment(own, inLane('blue', 'none'))));
    await aConsignment(own, inLane('green', 'none'));
    await aConsignment(own, inLane('yellow'));
    const wish = { officeId: own.officeId, ...DAYS };
    expect(await drawAudits(own.supervisor, { ...wish, count: 2 }, NOW)).toEqual({ drawn: 2, among: 5 });
    const before = await auditOf(own.officeId);
    expect(before).toMatchObject([
      {
        action: 'clearance.draw_audits',
        actorId: own.supervisor.id,
        details: { ...DAYS, consignments: 2, among: 5, probability: '0.4' },
      },
    ]);
    // Two at once: together they take what is left, and nothing twice.
    const both = await Promise.all([1, 2].map(() => drawAudits(own.supervisor, { ...wish, count: 2 }, NOW)));
    expect(both.map(({ drawn }) => drawn).sort()).toEqual([1, 2]);
    const audits = (await Promise.all(blue.map(({ consignmentId }) => auditsOf(consignmentId)))).flat();
    expect(audits.map(({ basis }) => basis)).toEqual(Array.from({ length: 5 }, () => 'drawn'));
    expect(await refusalOf(drawAudits(own.supervisor, { ...wish, count: 2 }, NOW))).toEqual([
      'post_audit.nothing_to_draw',
    ]);
    for (const { consignmentId } of blue)
      expect((await timelineOf(consignmentId)).map(({ kind }) => kind)).toEqual(['audit_drawn']);
  });

  it('is for supervisors of the office, and of days that are over', async () => {
    const wish = { officeId: desk.officeId, ...DAYS, count: 1 };
    for (const actor of [desk.officer, desk.analyst, desk.partner])
      await expect(drawAudits(actor, wish, NOW)).rejects.toThrow(ForbiddenError);
    await expect(drawAudits(someone('supervisor', 'BELGG'), wish, NOW)).rejects.toThrow(NotFoundError);
    const ahead = drawAudits(desk.supervisor, { ...wish, to: '2026-11-03' }, NOW);
    expect(await refusalOf(ahead)).toEqual(['post_audit.day_ahead']);
    await expect(drawAudits(desk.supervisor, { ...wish, count: 0 }, NOW)).rejects.toThrow(InvalidInputError);
  });
});

describe('An audit', () => {
  it('hears the partner, and charges what it found through the ledger of its account', async () => {
    const placed = await aConsignment(desk, inLane('blue', 'none'), withReference('LEFT-1'));
    const { consignmentId } = placed;
    await postAll(minutesLater(1));
    const selected = await selectForAudit(desk.officer, { ...seenOf(placed), reason: REASON }, minutesLater(2));
    const [audit] = await auditsOf(consignmentId);
    const auditId = audit?.auditId ?? '';
    const taken = await takeAudit(
      desk.colleague,
      { consignmentId, auditId, rowVersion: selected.rowVersion },
      minutesLater(3),
    );
    const unheard = { consignmentId, auditId, rowVersion: taken.rowVersion, ...UNDERVALUED };
    expect(await refusalOf(recordAudit(desk.colleague, unheard, minutesLater(4)))).toEqual(['post_audit.not_heard']);
    const wish = { consignmentId, auditId, rowVersion: taken.rowVersion, ...QUESTION };
    const { referralId } = await askForAudit(desk.colleague, wish, minutesLater(4));
    expect(await getAudit(desk.colleague, consignmentId, minutesLater(5))).toMatchObject({ state: 'asked' });
    // The partner reads a question, and nothing of an audit.
    const told = await trackConsignment(desk.partner, 'LEFT-1', minutesLater(5));
    expect(told).toMatchObject({ status: 'released', referrals: [{ referralId, question: QUESTION.question }] });
    expect(JSON.stringify(told)).not.toMatch(/audit/i);
    await answerReferral(desk.partner, { consignmentId, referralId, answer: 'Invoice attached' }, minutesLater(6));
    expect(await getAudit(desk.colleague, consignmentId, minutesLater(7))).toMatchObject({ state: 'answered' });
    const { rowVersion } = await standing(consignmentId);
    const found = { consignmentId, auditId, rowVersion, ...UNDERVALUED };
    const recorded = await recordAudit(desk.colleague, found, minutesLater(8));
    expect(BigInt(recorded.extraChargesMinor ?? '0')).toBeGreaterThan(0n);
    expect(await standing(consignmentId)).toMatchObject({ status: 'released', examinationOutcome: 'none' });
    await postAll(minutesLater(9));
    await expectLedgerToAgree(minutesLater(9));
    await expectStatisticsToAgree();
    const detail = await getConsignment(desk.officer, consignmentId, minutesLater(10));
    expect(detail.corrected?.total.difference?.amount).toBe((Number(recorded.extraChargesMinor) / 100).toFixed(2));
    expect(await getAudit(desk.officer, consignmentId, minutesLater(10))).toMatchObject({
      ...{ state: 'closed', closedByName: desk.colleague.name },
      result: { code: 'undervalued', finding: UNDERVALUED.finding },
    });
  });

  it('ends with the question that nobody answered, and the partner owes no answer any more', async () => {
    const audit = await anAuditInHand(desk);
    const { consignmentId, auditId } = audit;
    const asked = await askForAudit(desk.colleague, { ...audit, ...QUESTION }, minutesLater(4));
    const wish = { consignmentId, auditId, rowVersion: asked.rowVersion, ...CONFORM };
    await recordAudit(desk.colleague, wish, minutesLater(5));
    expect(await standing(consignmentId)).toMatchObject({ openReferrals: 0 });
    const late = answerReferral(
      desk.partner,
      { consignmentId, referralId: asked.referralId, answer: 'Here' },
      minutesLater(6),
    );
    expect(await refusalOf(late)).toEqual(['referral.closed']);
  });

  it('is neither taken nor closed by who released the goods, by the database either', async () => {
    const placed = await aConsignment(desk, inLane('yellow'));
    const { consignmentId } = placed;
    const ground = 'documents_in_order';
    const released = await releaseConsignment(desk.officer, { ...seenOf(placed), ground }, NOW);
    const seen = { consignmentId, rowVersion: released.rowVersion, reason: REASON };
    // Until it stands firm it is undone, not audited.
    expect(await refusalOf(selectForAudit(desk.officer, seen, minutesLater(1)))).toEqual(['decision.not_firm']);
    const selected = await selectForAudit(desk.officer, seen, minutesLater(60));
    const [audit] = await auditsOf(consignmentId);
    const wish = { consignmentId, rowVersion: selected.rowVersion, auditId: audit?.auditId ?? '' };
    expect(await refusalOf(takeAudit(desk.officer, wish, minutesLater(61)))).toEqual(['post_audit.own_release']);
    const again = { consignmentId, rowVersion: wish.rowVersion, reason: REASON };
    expect(await refusalOf(selectForAudit(desk.colleague, again, minutesLater(61)))).toEqual([
      'post_audit.open_already',
    ]);
  });
});

describe('The list of audits', () => {
  it('shows what waits in the office, oldest first, and what was found; to no other office and no partner', async () => {
    const own = await aDesk('NLAMS', 'BELGG');
    const { consignmentId, auditId, rowVersion } = await anAuditInHand(own);
    const other = await anAuditInHand(own);
    await recordAudit(own.colleague, { consignmentId, auditId, rowVersion, ...CONFORM }, minutesLater(5));
    const list = await listAudits(own.officer, own.officeId, minutesLater(6));
    expect(list.open.find((row) => row.consignmentId === other.consignmentId)).toMatchObject({
      ...{ state: 'taken', basis: 'selected', takenByName: own.colleague.name, isOwn: false },
    });
    expect(list.closed).toMatchObject([{ consignmentId, result: 'conform', byName: own.colleague.name }]);
    await expect(listAudits(own.stranger, own.officeId)).rejects.toThrow(NotFoundError);
    await expect(listAudits(own.partner, own.officeId)).rejects.toThrow(ForbiddenError);
    await expect(getAudit(own.stranger, consignmentId)).rejects.toThrow(NotFoundError);
  });
});

const seenOf = ({ consignmentId, rowVersion }: { consignmentId: string; rowVersion: number }) => ({
  consignmentId,
  rowVersion,
});
