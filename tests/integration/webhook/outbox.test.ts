import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerReferral } from '@/db/commands/clearance/answer-referral';
import { confirmProposal } from '@/db/commands/clearance/confirm-proposal';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { liftHold } from '@/db/commands/clearance/lift-hold';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { settleSubmission } from '@/db/commands/intake/settle-submission';
import { claimDeliveries } from '@/db/commands/webhook/claim-deliveries';
import { disableSubscription } from '@/db/commands/webhook/set-subscription-use';
import { tellPartner } from '@/db/commands/webhook/tell-partner';
import { db } from '@/db/connection';
import { clearances, decisions, webhookDeliveries } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { refusalOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { openedBy } from '../../support/opened';
import { sentTo } from '../../support/deliveries';
import { csvOf, oneByOne } from '../../support/submissions';
import { aSubscription, outboxOf } from '../../support/subscriptions';

useDatabase();
let desk: Desk;
let subscriptionId: string;
beforeAll(async () => {
  desk = await aDesk();
});
beforeEach(async () => {
  desk = { ...desk, ...(await anotherPartner()) };
  ({ subscriptionId } = await aSubscription(desk));
});

/** A partner of its own for every test, so that subscriptions do not meet. */
async function anotherPartner() {
  const { partnerId, partner } = await aDesk();
  return { partnerId, partner };
}

const told = async (id = subscriptionId) =>
  (await outboxOf(id)).map(({ kind, dueAt }) => `${kind} +${(dueAt.getTime() - NOW.getTime()) / 60_000}`);

describe('the outbox', () => {
  it('is told what concerns the partner as it happens, and nothing of what goes on inside customs', async () => {
    const { consignmentId, rowVersion } = await aConsignment(desk);
    const question = { type: 'rfi', question: 'What is it?', dueAt: minutesLater(600) } as const;
    const asked = await referConsignment(desk.officer, { consignmentId, rowVersion, ...question }, NOW);
    const { referralId } = asked;
    await answerReferral(desk.partner, { consignmentId, referralId, answer: 'A toy.' }, minutesLater(1));
    const version = async () => ({ consignmentId, rowVersion: (await standing(consignmentId)).rowVersion });
    const held = await holdConsignment(desk.officer, { ...(await version()), ground: 'value_doubt' }, minutesLater(2));
    await liftHold(desk.officer, { ...(await version()), holdId: held.holdId }, minutesLater(3));
    await orderExamination(desk.officer, { ...(await version()), kind: 'physical' }, minutesLater(4));
    expect(await told()).toEqual(['question_asked +0', 'question_answered +1', 'held +2', 'hold_lifted +3']);
    const [first] = await outboxOf(subscriptionId);
    const { reference } = await standing(consignmentId);
    expect(JSON.parse(first?.content ?? '')).toEqual({
      kind: 'question_asked',
      occurredAt: NOW.toISOString(),
      reference,
      consignmentId,
      type: 'rfi',
      dueAt: question.dueAt.toISOString(),
      links: {
        consignment: `/api/v1/consignments/${reference}`,
        responses: `/api/v1/consignments/${reference}/responses`,
      },
    });
  });

  it('tells a decision when it can no longer be taken back, and not at all when it was', async () => {
    const { consignmentId, rowVersion } = await aConsignment(desk);
    const released = await releaseConsignment(
      desk.officer,
      { consignmentId, rowVersion, ground: 'documents_in_order' },
      NOW,
    );
    const [waiting] = await outboxOf(subscriptionId);
    expect(waiting?.dueAt.getTime()).toBeGreaterThan(minutesLater(10).getTime());
    expect(await claimDeliveries(SYSTEM_ACTOR, subscriptionId, 5, minutesLater(1))).toEqual([]);
    await undoDecision(desk.officer, { consignmentId, rowVersion: released.rowVersion }, minutesLater(2));
    expect(await outboxOf(subscriptionId)).toMatchObject([{ kind: 'released', state: 'cancelled' }]);
    expect(await claimDeliveries(SYSTEM_ACTOR, subscriptionId, 5, minutesLater(1_000))).toEqual([]);
  });

  it('keeps a decision that a worker has begun to tell from being taken back', async () => {
    const { consignmentId, rowVersion } = await aConsignment(desk);
    const ground = 'documents_in_order';
    const released = await releaseConsignment(desk.officer, { consignmentId, rowVersion, ground }, NOW);
    expect(await claimDeliveries(SYSTEM_ACTOR, subscriptionId, 5, minutesLater(1_000))).toHaveLength(1);
    const undo = undoDecision(desk.officer, { consignmentId, rowVersion: released.rowVersion }, minutesLater(2));
    expect(await refusalOf(undo)).toEqual(['undo.transmitted']);
    expect((await standing(consignmentId)).status).toBe('released');
  });

  it('holds no row when the change was rolled back', async () => {
    const change = {
      consignmentId: randomUUID(),
      reference: 'R-1',
      event: 'hold_placed',
      values: {},
      at: NOW,
    } as const;
    const failed = inTransaction(async (tx) => {
      await tellPartner(tx, desk.partnerId, [change]);
      expect(await tx.select().from(webhookDeliveries).where(eq(webhookDeliveries.reference, 'R-1'))).toHaveLength(1);
      throw new Error('the change failed');
    });
    await expect(failed).rejects.toThrow('the change failed');
    expect(await outboxOf(subscriptionId)).toEqual([]);
  });

  it('holds no row of a command that was refused', async () => {
    const { consignmentId, rowVersion } = await aConsignment(desk);
    const wish = { consignmentId, rowVersion: rowVersion + 5, ground: 'value_doubt' } as const;
    await refusalOf(holdConsignment(desk.officer, wish, NOW));
    expect(await outboxOf(subscriptionId)).toEqual([]);
  });

  it('tells nobody who did not ask, was switched off, or is another partner', async () => {
    const onlyReleased = await aSubscription(desk, { kinds: ['released'] });
    const other = await aSubscription(await aDesk());
    const reason = 'the receiver moves';
    await disableSubscription(desk.partner, { subscriptionId, reason }, NOW);
    const { consignmentId, rowVersion } = await aConsignment(desk);
    await holdConsignment(desk.officer, { consignmentId, rowVersion, ground: 'value_doubt' }, NOW);
    expect([await told(), await told(onlyReleased.subscriptionId), await told(other.subscriptionId)]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('tells a seizure that two officers agreed on when a list would show it', async () => {
    const { consignmentId, rowVersion } = await aConsignment(desk);
    const decisionId = randomUUID();
    const by = { decidedBy: desk.officer.id, decidedByName: desk.officer.name, decidedAt: NOW };
    const proposal = { consignmentId, decisionId, kind: 'seize', state: 'proposed', version: 1, ...by } as const;
    await db()
      .insert(decisions)
      .values({ ...proposal, ground: 'ipr_infringement' });
    const awaits = { status: 'awaiting_second' } as const;
    await db().update(clearances).set(awaits).where(eq(clearances.consignmentId, consignmentId));
    const opened = await openedBy([desk.colleague], { consignmentId, rowVersion, decisionId }, NOW);
    await confirmProposal(desk.colleague, opened, NOW);
    const outbox = await outboxOf(subscriptionId);
    expect(outbox.map(({ kind }) => kind)).toEqual(['seized']);
    expect(outbox[0]?.dueAt.getTime()).toBeGreaterThan(NOW.getTime());
  });
});

describe('the outbox on the way in', () => {
  const submit = async (rows: readonly Record<string, string>[] | string) => {
    const body = Buffer.from(typeof rows === 'string' ? rows : csvOf(rows));
    const actor = { ...someone('partner', 'NLRTM'), officeId: null, officeIds: [], partnerId: desk.partnerId };
    const { submissionId } = await receiveSubmission(actor, {
      format: 'csv',
      contentType: 'text/csv',
      fileName: null,
      idempotencyKey: null,
      announcedBytes: body.length,
      body: oneByOne(body),
    });
    await settleSubmission(actor, submissionId);
    return submissionId;
  };
  const content = async () => (await outboxOf(subscriptionId)).map((row) => JSON.parse(row.content));

  it('tells each record as accepted or updated, where it stands, and the end of the submission', async () => {
    await submit([{ reference: 'W-1' }, { reference: 'W-2', value: 'none' }]);
    const first = await content();
    expect(first.filter(({ reference }) => reference === 'W-1')).toContainEqual(
      expect.objectContaining({ kind: 'accepted', version: 1, consignmentId: consignmentIdOf(desk.partnerId, 'W-1') }),
    );
    expect(first.filter(({ reference }) => reference === 'W-2')).toEqual([]);
    const numbered = await sentTo(subscriptionId, new Date(Date.now() + 60_000));
    const records = first.filter(({ kind }) => kind !== 'submission_finished');
    expect(records[0]?.kind).toBe('accepted');
    expect(numbered.map(({ kind }) => kind)).toEqual(['submission_finished', ...records.map(({ kind }) => kind)]);
    expect(first.find(({ kind }) => kind === 'submission_finished')).toMatchObject({
      status: 'finished',
      received: 2,
      accepted: 1,
      quarantined: 1,
    });
    await submit([{ reference: 'W-1', description: 'Cotton T-shirt, knitted, plain' }]);
    expect((await content()).slice(first.length).map(({ kind }) => kind)).toContain('updated');
    const before = (await content()).length;
    await submit([{ reference: 'W-1', description: 'Cotton T-shirt, knitted, plain' }]);
    expect((await content()).slice(before).map(({ kind }) => kind)).toEqual(['submission_finished']);
  });

  it('tells that a file was refused as a whole, of which nothing else is heard', async () => {
    const submissionId = await submit('order;weight\n1;2\n');
    expect(await content()).toMatchObject([
      { kind: 'submission_finished', submissionId, status: 'refused', received: 0, accepted: 0 },
    ]);
  });

  it('writes no row for a partner without a subscription', async () => {
    desk = { ...desk, ...(await anotherPartner()) };
    await submit([{ reference: 'W-3' }]);
    const id = consignmentIdOf(desk.partnerId, 'W-3');
    expect((await standing(id)).reference).toBe('W-3');
    expect(await db().select().from(webhookDeliveries).where(eq(webhookDeliveries.subjectId, id))).toEqual([]);
  });
});
