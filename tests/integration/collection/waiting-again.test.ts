import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { confirmProposal } from '@/db/commands/clearance/confirm-proposal';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { viewProposal } from '@/db/commands/clearance/view-proposal';
import { releaseCovered } from '@/db/commands/collection/release-covered';
import { setGuarantee } from '@/db/commands/collection/set-guarantee';
import { db } from '@/db/connection';
import { usedOf } from '@/db/queries/collection/room';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ukMessage } from '../../contract/intake/xml-messages';
import { aDesk, type Desk, minutesLater } from '../../support/a-desk';
import { releaseOf } from '../../support/an-account';
import { refusalOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { postAll } from '../../support/ledger-balance';
import { cancellation, idOf, LODGER, seedPartners, stateOf } from '../../support/lodged';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';
import {
  accountOf,
  cashier,
  demandOf,
  expectBooked,
  pay,
  refund,
  seen,
  waitingGoods,
} from '../../support/waiting-goods';

useDatabase();
beforeAll(seedPartners);
let desk: Desk;
/** A partner of its own for each test: what is in hand on its accounts is that test's alone. */
beforeEach(async () => {
  desk = await aDesk();
});
const buyers = () => accountOf('buyer', desk);
const lodger = { partnerId: LODGER.partnerId ?? '' };

/** What the goods of the desk owe, and what those that are lodged owe. */
const OWED = '6.15';
const OWED_LODGED = '6.68';

describe('Money that was paid for goods', () => {
  it('pays for them once: withdrawn, paid back and lodged again, they wait for a payment again', async () => {
    const row = {
      reference: 'PAID-1',
      collection_model: 'buyer',
      recipient_name: 'Person',
      recipient_address: 'Way 1',
    };
    const own = accountOf('buyer', lodger);
    await sendSubmission(LODGER, csvOf([row]));
    await pay(own, '6.00', 'PAID-1', new Date());
    await sendSubmission(LODGER, ukMessage(cancellation('PAID-1')), 'xml');
    expect((await stateOf('PAID-1')).status).toBe('withdrawn');
    await refund(own, '6.00', new Date());
    await sendSubmission(LODGER, csvOf([row]));
    expect((await stateOf('PAID-1')).status).toBe('awaiting_payment');
    await pay(own, '0.68', 'PAID-1', new Date());
    expect((await stateOf('PAID-1')).status).toBe('awaiting_payment');
    await pay(own, '6.00', 'PAID-1', new Date());
    expect((await stateOf('PAID-1')).status).toBe('released');
    await expectBooked(new Date());
  });

  it('that reversed goods had taken may go elsewhere, and they wait for another payment when released again', async () => {
    const { consignmentId, reference } = await waitingGoods(desk);
    await pay(buyers(), OWED, reference);
    expect((await standing(consignmentId)).status).toBe('released');
    await postAll(minutesLater(3));
    const why = { kind: 'reverse', ground: 'control_after_release', note: 'The invoice was for other goods' } as const;
    const firm = minutesLater(30);
    const { claimNumber } = await standing(consignmentId);
    const proposal = await decideConsignment(desk.colleague, { ...(await seen(consignmentId)), ...why }, firm);
    const { decisionId, rowVersion } = proposal;
    await viewProposal(desk.supervisor, { consignmentId, decisionId }, firm);
    await confirmProposal(desk.supervisor, { consignmentId, decisionId, rowVersion }, firm);
    // Begun with, so that it does not give way to what is worth more.
    expect(await standing(consignmentId)).toMatchObject({ status: 'selected', claimNumber: claimNumber + 1 });
    await postAll(minutesLater(31));
    await refund(buyers(), OWED);
    expect((await releaseOf(desk, await seen(consignmentId), minutesLater(41))).status).toBe('awaiting_payment');
    expect(await releaseCovered(SYSTEM_ACTOR, minutesLater(42))).toBe(0);
    await pay(buyers(), OWED, reference, minutesLater(43));
    expect((await standing(consignmentId)).status).toBe('released');
    await expectBooked(minutesLater(44));
  });

  it('is in hand, and no more is taken for them, once they are refused; undone, they wait again', async () => {
    const { consignmentId, reference } = await waitingGoods(desk);
    await pay(buyers(), '3.00', reference);
    expect(await refusalOf(refund(buyers(), '0.01', minutesLater(3)))).toEqual(['collection.refund_beyond']);
    const why = { kind: 'refuse', ground: 'restricted_without_licence', note: 'No licence' } as const;
    const wish = { ...(await seen(consignmentId)), ...why } as Parameters<typeof decideConsignment>[1];
    await decideConsignment(desk.officer, wish, minutesLater(4));
    expect((await standing(consignmentId)).status).toBe('refused');
    expect(await refusalOf(pay(buyers(), '3.15', reference))).toEqual(['collection.demand_unknown']);
    await refund(buyers(), '3.00', minutesLater(5));
    await undoDecision(desk.officer, await seen(consignmentId), minutesLater(6));
    expect((await standing(consignmentId)).status).toBe('awaiting_payment');
    expect(await demandOf(consignmentId)).toMatchObject({ settledAt: null, paidMinor: 0n, amountMinor: 615n });
    await pay(buyers(), '3.15', reference, minutesLater(7));
    expect((await standing(consignmentId)).status).toBe('awaiting_payment');
    await pay(buyers(), '3.00', reference, minutesLater(8));
    expect((await standing(consignmentId)).status).toBe('released');
    await expectBooked(minutesLater(9));
  });

  it('stays on the account it was paid on when new data have them collected otherwise', async () => {
    const [own, operator] = [accountOf('buyer', lodger), accountOf('operator', lodger)];
    const row = (model: string, value: string) => [
      { reference: 'MODEL', collection_model: model, recipient_name: 'M', recipient_address: 'Way 9', value },
    ];
    await sendSubmission(LODGER, csvOf(row('operator', '14.50').map((one) => ({ ...one, reference: 'OPENS' }))));
    await postAll(new Date());
    await setGuarantee(cashier, {
      ...{ accountId: operator, revision: 0, amount: '6.68', reference: 'GRN', validTo: '', reason: 'Small' },
    });
    await sendSubmission(LODGER, csvOf(row('buyer', '14.50')));
    await pay(own, '6.00', 'MODEL', new Date());
    await sendSubmission(LODGER, csvOf(row('operator', '14.50')));
    expect(await demandOf(idOf('MODEL'))).toMatchObject({
      ...{ accountId: operator, waitsFor: 'guarantee', paidMinor: 0n, amountMinor: 668n, settledAt: null },
    });
    expect(await releaseCovered(SYSTEM_ACTOR)).toBe(0);
    expect((await usedOf(db(), [own])).get(own)).toBe(-600n);
    expect(await refusalOf(pay(own, '0.68', 'MODEL', new Date()))).toEqual(['collection.demand_unknown']);
    await pay(operator, OWED_LODGED, null, new Date());
    expect((await stateOf('MODEL')).status).toBe('released');
    await expectBooked(new Date());
  });
});
