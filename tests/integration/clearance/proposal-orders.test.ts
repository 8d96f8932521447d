import { and, count, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { confirmProposal } from '@/db/commands/clearance/confirm-proposal';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { viewProposal } from '@/db/commands/clearance/view-proposal';
import { db } from '@/db/connection';
import { decisions, events } from '@/db/schema';
import type { Status } from '@/lib/clearance/transitions';
import { NotFoundError, RefusedError } from '@/lib/kernel/errors';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater } from '../../support/a-desk';
import { auditOf, expectStatisticsToAgree, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const AFTER_DETENTION = 1;
const noted = { note: 'Seen' } as const;
type Step = 'propose' | 'approve' | 'revoke';

/** Each officer acts on the consignment as it stands then; the second opens what is proposed, if anything is. */
async function take(step: Step, consignmentId: string, at: Date): Promise<void> {
  const seen = { consignmentId, rowVersion: (await standing(consignmentId)).rowVersion };
  switch (step) {
    case 'propose':
      return void (await decideConsignment(desk.officer, { ...seen, kind: 'destroy', ground: 'no_use', ...noted }, at));
    case 'revoke':
      return void (await undoDecision(desk.officer, { ...seen, ...noted }, at));
    case 'approve': {
      const [proposal] = await db()
        .select({ decisionId: decisions.decisionId })
        .from(decisions)
        .where(and(eq(decisions.consignmentId, consignmentId), eq(decisions.state, 'proposed')));
      if (!proposal) throw new NotFoundError('decision');
      await viewProposal(desk.colleague, { consignmentId, ...proposal }, at);
      return void (await confirmProposal(desk.colleague, { ...seen, ...proposal }, at));
    }
  }
}

/** Where a detained consignment stands after the three, and which of them were taken. */
const ORDERS: readonly (readonly [readonly Step[], Status, readonly Step[]])[] = [
  [['propose', 'approve', 'revoke'], 'destroyed', ['propose', 'approve']],
  [['propose', 'revoke', 'approve'], 'detained', ['propose', 'revoke']],
  [['approve', 'propose', 'revoke'], 'detained', ['propose', 'revoke']],
  // Revoked is the own last decision: before there is a proposal, the detention itself, and nothing of it is left to destroy.
  [['approve', 'revoke', 'propose'], 'selected', ['revoke']],
  [['revoke', 'propose', 'approve'], 'selected', ['revoke']],
  [['revoke', 'approve', 'propose'], 'selected', ['revoke']],
];

async function detained(): Promise<string> {
  const { consignmentId, rowVersion } = await aConsignment(desk);
  const wish = { consignmentId, rowVersion, kind: 'detain', ground: 'documents_outstanding', ...noted } as const;
  await decideConsignment(desk.officer, wish, minutesLater(AFTER_DETENTION));
  return consignmentId;
}

const isTold = (error: unknown) => error instanceof RefusedError || error instanceof NotFoundError;

/** One row of the timeline and of the audit log for each act that was taken, but for the looks. */
async function expectToldOnce(consignmentId: string, acts: number): Promise<void> {
  const [told] = await db().select({ n: count() }).from(events).where(eq(events.consignmentId, consignmentId));
  expect(told?.n).toBe(acts);
  expect((await standing(consignmentId)).rowVersion).toBe(1 + acts);
  const audited = (await auditOf(consignmentId)).filter(({ action }) => action !== 'clearance.view_proposal');
  expect(audited).toHaveLength(acts);
}

describe('To propose, to approve and to revoke', () => {
  it.each(ORDERS)('in the order %j ends as %s', async (order, end, expected) => {
    const consignmentId = await detained();
    const taken: Step[] = [];
    for (const [index, step] of order.entries()) {
      await take(step, consignmentId, minutesLater(AFTER_DETENTION + 1 + index)).then(
        () => taken.push(step),
        (error: unknown) => {
          if (!isTold(error)) throw error;
        },
      );
    }
    expect(taken).toEqual(expected);
    expect((await standing(consignmentId)).status).toBe(end);
    await expectToldOnce(consignmentId, 1 + taken.length);
    await expectStatisticsToAgree();
  });

  it('at once, again and again, ends where one of the orders does, and tells each act once', async () => {
    for (let round = 0; round < 25; round += 1) {
      const consignmentId = await detained();
      const steps = ['propose', 'approve', 'revoke', 'approve'] as const;
      const outcomes = await Promise.allSettled(
        steps.map((step, index) => take(step, consignmentId, minutesLater(AFTER_DETENTION + 1 + index))),
      );
      for (const outcome of outcomes) if (outcome.status === 'rejected') expect(isTold(outcome.reason)).toBe(true);
      const taken = outcomes.filter(({ status }) => status === 'fulfilled').length;
      const { status } = await standing(consignmentId);
      expect(['destroyed', 'detained', 'selected', 'awaiting_second']).toContain(status);
      await expectToldOnce(consignmentId, 1 + taken);
      const of = (state: 'proposed' | 'final') =>
        db().$count(decisions, and(eq(decisions.consignmentId, consignmentId), eq(decisions.state, state)));
      expect(await of('proposed')).toBe(status === 'awaiting_second' ? 1 : 0);
      expect(await of('final')).toBe(status === 'destroyed' ? 2 : status === 'selected' ? 0 : 1);
    }
    await expectStatisticsToAgree();
  });
});
