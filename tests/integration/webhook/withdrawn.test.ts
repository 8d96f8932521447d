import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { undoSubmission } from '@/db/commands/intake/undo-submission';
import { disableSubscription } from '@/db/commands/webhook/set-subscription-use';
import type { Actor } from '@/lib/identity/actor';
import { UK_DECLARATION, ukMessage } from '../../contract/intake/xml-messages';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { sentTo } from '../../support/deliveries';
import { cancellation, idOf, LODGER, OTHER, put, seedPartners, stateOf, WAITING } from '../../support/lodged';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';
import { aSubscription, outboxOf } from '../../support/subscriptions';

useDatabase();
beforeAll(seedPartners);
let subscriptionId: string;
beforeEach(async () => {
  subscriptionId = await subscribed(LODGER);
  return async () => {
    await disableSubscription(LODGER, { subscriptionId, reason: 'the test is over' });
  };
});

async function subscribed(actor: Actor): Promise<string> {
  const kinds = ['accepted', 'updated', 'withdrawn'] as const;
  return (await aSubscription({ partnerId: actor.partnerId ?? '' }, { kinds })).subscriptionId;
}
async function lodge(...references: string[]): Promise<string> {
  const id = await sendSubmission(LODGER, csvOf(references.map((reference) => ({ reference }))));
  for (const reference of references) await put(reference, WAITING);
  return id;
}
const cancel = (...references: string[]) => sendSubmission(LODGER, ukMessage(...references.map(cancellation)), 'xml');
/** What is told, in the order in which it is numbered and sent. */
async function toldInOrder(to: string): Promise<string[]> {
  const sent = await sentTo(to, new Date(Date.now() + 60_000));
  return sent.map(({ kind, body }) => `${kind} ${JSON.parse(body).reference}`);
}
const withdrawals = async () =>
  (await outboxOf(subscriptionId)).filter(({ kind }) => kind === 'withdrawn').map(({ content }) => JSON.parse(content));

describe('the outbox of a withdrawal', () => {
  it('tells each consignment that a message withdraws, once, and none that stays', async () => {
    await lodge('WH-1', 'WH-2', 'WH-3');
    await put('WH-2', { openHolds: 1 });
    await cancel('WH-1', 'WH-2', 'WH-3', 'WH-3');
    expect((await withdrawals()).map(({ reference }) => reference)).toEqual(['WH-1', 'WH-3']);
    const [first] = await withdrawals();
    const path = '/api/v1/consignments/WH-1';
    expect(first).toEqual({
      kind: 'withdrawn',
      occurredAt: (await stateOf('WH-1')).transmittedAt?.toISOString(),
      reference: 'WH-1',
      consignmentId: idOf('WH-1'),
      version: 1,
      way: 'message',
      by: 'partner',
      links: { consignment: path, responses: `${path}/responses` },
    });
    await cancel('WH-1');
    expect(await withdrawals()).toHaveLength(2);
  });

  it('tells what a submission that is undone withdraws, without the reason', async () => {
    const submissionId = await lodge('WH-4', 'WH-5');
    const wish = { submissionId, actedOn: 0, leaveActedOn: false, reason: 'The wrong file was sent' };
    expect(await refusalOf(undoSubmission(LODGER, { ...wish, withdrawable: 1 }))).toEqual(['undo_submission.changed']);
    expect(await withdrawals()).toEqual([]);
    await undoSubmission(LODGER, { ...wish, withdrawable: 2 });
    const told = await withdrawals();
    expect(told.map(({ reference }) => reference).sort()).toEqual(['WH-4', 'WH-5']);
    expect(told[0]).toMatchObject({ way: 'undo', by: 'partner', version: 1 });
    expect(JSON.stringify(told)).not.toMatch(/wrong file/);
  });

  it('keeps the order of one message that lodges, cancels and lodges again, though it all happens at once', async () => {
    const soon = new Date(Date.now() + 2 * 86_400_000).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
    const lodged = (reference: string, sender = 'Dhaka Shirts') =>
      UK_DECLARATION.replace('LRN-UK-1', reference)
        .replace('Dhaka Shirts', sender)
        .replace('20260303100000+01', `${soon}Z`);
    const message = ukMessage(lodged('WH-6'), lodged('WH-7'), cancellation('WH-7'), lodged('WH-7', 'Dhaka Shirts Ltd'));
    const carrier = await subscribed(OTHER);
    await sendSubmission(OTHER, message, 'xml');
    expect(await toldInOrder(carrier)).toEqual(['accepted WH-6', 'accepted WH-7', 'withdrawn WH-7', 'updated WH-7']);
  });
});
