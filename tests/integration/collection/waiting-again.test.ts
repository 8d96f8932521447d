import { randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actOnAppeal } from '@/db/commands/appeals/act-on-appeal';
import { lodgeAppeal } from '@/db/commands/appeals/lodge-appeal';
import { confirmProposal } from '@/db/commands/clearance/confirm-proposal';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { viewProposal } from '@/db/commands/clearance/view-proposal';
import type { Moved } from '@/db/commands/capacity/move-selected';
import { lockCoverOfMoves } from '@/db/commands/capacity/unpaid-moves';
import { lockCover } from '@/db/commands/collection/allot-cover';
import { askRefund } from '@/db/commands/collection/ask-refund';
import { lockLedger } from '@/db/commands/collection/book';
import { enterPayment } from '@/db/commands/collection/enter-payment';
import { postConsignments } from '@/db/commands/collection/post-dues';
import { releaseCovered } from '@/db/commands/collection/release-covered';
import { setGuarantee } from '@/db/commands/collection/set-guarantee';
import { db } from '@/db/connection';
import { usedOf } from '@/db/queries/collection/room';
import { clearances, demands } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { partnerAccount } from '@/lib/collection/accounts';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ukMessage } from '../../contract/intake/xml-messages';
import { aConsignment, collectedBy, consignmentsLike, inLane } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, someone } from '../../support/a-desk';
import { releaseOf } from '../../support/an-account';
import { expectStatisticsToAgree, refusalOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { expectLedgerToAgree, postAll } from '../../support/ledger-balance';
import { cancellation, idOf, LODGER, seedPartners, stateOf } from '../../support/lodged';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';
import { aSubscription, outboxOf } from '../../support/subscriptions';

const database = useDatabase();
beforeAll(seedPartners);
let desk: Desk;
/** A partner of its own for each test: what is in hand on its accounts is that test's alone. */
beforeEach(async () => {
  desk = await aDesk();
});

const WAITS_TO_POST = `select 1 from pg_locks where relation = 'revenue.postings'::regclass and not granted`;
/** What the goods of the desk owe, and what those that are lodged owe. */
const [OWED, OWED_LODGED] = ['6.15', '6.68'];
const accountOf = (kind: 'buyer' | 'operator', partnerId = desk.partnerId) =>
  partnerAccount(kind, partnerId, 'EUR').accountId;
const cashier = someone('supervisor', 'NLRTM', 'C. Lind');

const pay = (amount: string, consignment: string | null, accountId = accountOf('buyer'), at = minutesLater(2)) =>
  enterPayment(
    { ...cashier, officeIds: ['NLRTM', 'BELGG'] },
    {
      ...{ paymentId: randomUUID(), accountId, amount, paidOn: '2026-11-02', payer: 'N. Buyer' },
      ...{ reference: 'at the counter', consignment },
    },
    at,
  );
const refund = (amount: string, accountId = accountOf('buyer'), at = minutesLater(40)) =>
  askRefund(
    cashier,
    {
      ...{ refundId: randomUUID(), accountId, amount, payee: 'N. Buyer' },
      ...{ iban: 'NL91ABNA0417164300', reason: 'It did not come' },
    },
    at,
  );
const demandOf = async (consignmentId: string) =>
  (await db().select().from(demands).where(eq(demands.consignmentId, consignmentId)))[0];
const seen = async (consignmentId: string) => ({
  consignmentId,
  rowVersion: (await standing(consignmentId)).rowVersion,
});
const referenceOf = async (consignmentId: string) => (await standing(consignmentId)).reference;
async function expectBooked(at: Date) {
  await postAll(at);
  await expectLedgerToAgree(at);
  await expectStatisticsToAgree();
}

/** Goods of a buyer that an officer released and that wait to be paid. */
async function waiting(at = minutesLater(1)) {
  const placed = await aConsignment(desk, inLane('yellow'), collectedBy('buyer'));
  expect((await releaseOf(desk, placed, at)).status).toBe('awaiting_payment');
  return placed.consignmentId;
}

describe('Money that was paid for goods', () => {
  it('pays for them once: withdrawn, paid back and lodged again, they wait for a payment again', async () => {
    const row = {
      reference: 'PAID-1',
      collection_model: 'buyer',
      recipient_name: 'Person',
      recipient_address: 'Way 1',
    };
    const buyers = accountOf('buyer', LODGER.partnerId ?? '');
    await sendSubmission(LODGER, csvOf([row]));
    await pay('6.00', 'PAID-1', buyers, new Date());
    await sendSubmission(LODGER, ukMessage(cancellation('PAID-1')), 'xml');
    expect((await stateOf('PAID-1')).status).toBe('withdrawn');
    await askRefund(
      { ...cashier, officeIds: ['NLRTM', 'BELGG'] },
      {
        ...{ refundId: randomUUID(), accountId: buyers, amount: '6.00', payee: 'N. Buyer' },
        ...{ iban: 'NL91ABNA0417164300', reason: 'It did not come' },
      },
    );
    await sendSubmission(LODGER, csvOf([row]));
    expect((await stateOf('PAID-1')).status).toBe('awaiting_payment');
    await pay('0.68', 'PAID-1', buyers, new Date());
    expect((await stateOf('PAID-1')).status).toBe('awaiting_payment');
    await pay('6.00', 'PAID-1', buyers, new Date());
    expect((await stateOf('PAID-1')).status).toBe('released');
    await expectBooked(new Date());
  });

  it('that reversed goods had taken may go elsewhere, and they wait for another payment when released again', async () => {
    const consignmentId = await waiting();
    await pay(OWED, await referenceOf(consignmentId));
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
    await refund(OWED);
    expect((await releaseOf(desk, await seen(consignmentId), minutesLater(41))).status).toBe('awaiting_payment');
    expect(await releaseCovered(SYSTEM_ACTOR, minutesLater(42))).toBe(0);
    await pay(OWED, await referenceOf(consignmentId), accountOf('buyer'), minutesLater(43));
    expect((await standing(consignmentId)).status).toBe('released');
    await expectBooked(minutesLater(44));
  });

  it('is in hand, and no more is taken for them, once they are refused; undone, they wait again', async () => {
    const consignmentId = await waiting();
    const reference = await referenceOf(consignmentId);
    await pay('3.00', reference);
    expect(await refusalOf(refund('0.01', accountOf('buyer'), minutesLater(3)))).toEqual(['collection.refund_beyond']);
    const why = { kind: 'refuse', ground: 'restricted_without_licence', note: 'No licence' } as const;
    const wish = { ...(await seen(consignmentId)), ...why } as Parameters<typeof decideConsignment>[1];
    await decideConsignment(desk.officer, wish, minutesLater(4));
    expect((await standing(consignmentId)).status).toBe('refused');
    expect(await refusalOf(pay('3.15', reference))).toEqual(['collection.demand_unknown']);
    await refund('3.00', accountOf('buyer'), minutesLater(5));
    await undoDecision(desk.officer, await seen(consignmentId), minutesLater(6));
    expect((await standing(consignmentId)).status).toBe('awaiting_payment');
    expect(await demandOf(consignmentId)).toMatchObject({ settledAt: null, paidMinor: 0n, amountMinor: 615n });
    await pay('3.15', reference, accountOf('buyer'), minutesLater(7));
    expect((await standing(consignmentId)).status).toBe('awaiting_payment');
    await pay('3.00', reference, accountOf('buyer'), minutesLater(8));
    expect((await standing(consignmentId)).status).toBe('released');
    await expectBooked(minutesLater(9));
  });

  it('stays on the account it was paid on when new data have them collected otherwise', async () => {
    const [buyers, operator] = (['buyer', 'operator'] as const).map((kind) => accountOf(kind, LODGER.partnerId ?? ''));
    const row = (model: string, value: string) => [
      { reference: 'MODEL', collection_model: model, recipient_name: 'M', recipient_address: 'Way 9', value },
    ];
    await sendSubmission(LODGER, csvOf(row('operator', '14.50').map((one) => ({ ...one, reference: 'OPENS' }))));
    await postAll(new Date());
    await setGuarantee(
      { ...cashier, officeIds: ['NLRTM', 'BELGG'] },
      {
        ...{ accountId: operator ?? '', revision: 0, amount: '6.68', reference: 'GRN', validTo: '', reason: 'Small' },
      },
    );
    await sendSubmission(LODGER, csvOf(row('buyer', '14.50')));
    await pay('6.00', 'MODEL', buyers, new Date());
    await sendSubmission(LODGER, csvOf(row('operator', '14.50')));
    expect(await demandOf(idOf('MODEL'))).toMatchObject({
      ...{ accountId: operator, waitsFor: 'guarantee', paidMinor: 0n, amountMinor: 668n, settledAt: null },
    });
    expect(await releaseCovered(SYSTEM_ACTOR)).toBe(0);
    expect((await usedOf(db(), [buyers ?? ''])).get(buyers ?? '')).toBe(-600n);
    expect(await refusalOf(pay('0.68', 'MODEL', buyers, new Date()))).toEqual(['collection.demand_unknown']);
    await pay(OWED_LODGED ?? '', null, operator, new Date());
    expect((await stateOf('MODEL')).status).toBe('released');
    await expectBooked(new Date());
  });
});

describe('What is demanded', () => {
  it('is what is needed: the security of an appeal takes it off while the goods wait', async () => {
    const consignmentId = await waiting();
    const words = 'The value was the price paid';
    const lodged = { consignmentId, decisionId: '', claimed: '4.15', lodgedOn: '2026-11-02', words };
    const { appealId } = await lodgeAppeal(desk.officer, lodged, minutesLater(2));
    const step = { consignmentId, appealId, seen: 1, act: 'secured', amount: '4.15', words } as const;
    await actOnAppeal(desk.officer, step, minutesLater(3));
    expect(await demandOf(consignmentId)).toMatchObject({ amountMinor: 200n, settledAt: null });
    await pay('2.00', await referenceOf(consignmentId), accountOf('buyer'), minutesLater(4));
    expect((await standing(consignmentId)).status).toBe('released');
  });

  it('is found though it is paid behind more that is not than one round takes', async () => {
    const placed = await consignmentsLike(desk, 503, inLane('yellow'), collectedBy('buyer'));
    const [first, second] = placed;
    if (!first || !second) throw new Error('nothing was placed');
    await releaseOf(desk, first, minutesLater(1));
    // As five hundred officers would leave them: each later than the one before.
    await db().execute(sql`update ${clearances} set status = 'awaiting_payment' where partner_id = ${desk.partnerId}`);
    await db().execute(sql`
      insert into ${demands} (consignment_id, received_on, number, account_id, waits_for, amount_minor, currency, ground, demanded_at)
      select s.consignment_id, s.received_on, 'C' || upper(substr(md5(s.reference), 1, 15)), w.account_id, w.waits_for, w.amount_minor,
        w.currency, w.ground, w.demanded_at + row_number() over (order by s.consignment_id) * interval '1 microsecond'
      from ${clearances} s join ${demands} w on w.consignment_id = ${first.consignmentId}
      where s.partner_id = ${desk.partnerId} and s.consignment_id <> ${first.consignmentId}`);
    const [last] = await db()
      .select({ id: demands.consignmentId })
      .from(demands)
      .where(and(eq(demands.accountId, accountOf('buyer')), isNull(demands.settledAt)))
      .orderBy(sql`demanded_at desc`)
      .limit(1);
    await pay(OWED, await referenceOf(last?.id ?? ''), accountOf('buyer'), minutesLater(5));
    expect((await standing(last?.id ?? '')).status).toBe('released');
    // Only what goes is touched: an unpaid one keeps its row as it was.
    expect((await standing(second.consignmentId)).rowVersion).toBe(1);
    // Money for all of them goes round by round to the end.
    await pay('3087.30', null, accountOf('buyer'), minutesLater(6));
    const left = await db()
      .select({ status: clearances.status })
      .from(clearances)
      .where(and(eq(clearances.partnerId, desk.partnerId), eq(clearances.status, 'awaiting_payment')));
    expect(left).toEqual([]);
  });
});

describe('Two batches', () => {
  it('that move goods of each other and release their own take all cover at once, and do not meet crosswise', async () => {
    const other = await aDesk();
    const debtor = ({ partnerId }: Desk) => ({ partnerId, model: 'operator' as const });
    const moveOf = async (of: Desk) => {
      const { consignmentId: id, receivedOn } = await aConsignment(of, inLane('yellow'));
      return { id, receivedOn, selection: { control: null } } as unknown as Moved;
    };
    const [own, theirs] = [await moveOf(desk), await moveOf(other)];
    let second: Promise<unknown> | undefined;
    await inTransaction(async (tx) => {
      await lockCoverOfMoves(tx, [theirs], [debtor(desk)], minutesLater(1));
      second = inTransaction(async (later) => {
        await lockCoverOfMoves(later, [own], [debtor(other)], minutesLater(1));
        await lockCover(later, [accountOf('operator', other.partnerId)]);
      });
      // What it will need later it has already, whoever waits meanwhile.
      await lockCover(tx, [accountOf('operator')]);
      const { rows } = await tx.execute(
        sql`select 1 from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`,
      );
      expect(rows).toHaveLength(2);
    });
    await second;
  });
});

describe('A reservation', () => {
  it('that is made while others are posted stays until it is posted itself', async () => {
    const placed = await aConsignment(desk, inLane('yellow'));
    await releaseOf(desk, placed, minutesLater(1));
    const operator = accountOf('operator');
    await postAll(minutesLater(1));
    const wish = { accountId: operator, revision: 0, amount: '100.00', reference: 'G', validTo: '', reason: 'Secured' };
    await setGuarantee(cashier, wish, minutesLater(2));
    const [first, meanwhile] = await consignmentsLike(desk, 2, inLane('yellow'));
    if (!first || !meanwhile) throw new Error('nothing was placed');
    await releaseOf(desk, first, minutesLater(3));
    await database.owner(async (client) => {
      await client.query('begin');
      await client.query('lock table revenue.postings in exclusive mode');
      const posted = inTransaction(async (tx) => {
        await lockLedger(tx);
        await postConsignments(tx, [first, meanwhile], minutesLater(4));
      });
      // It has read what is released, and waits to post it.
      while ((await client.query(WAITS_TO_POST)).rowCount === 0);
      await releaseOf(desk, meanwhile, minutesLater(5));
      await client.query('commit');
      await posted;
    });
    expect((await usedOf(db(), [operator])).get(operator)).toBe(3n * 615n);
    await expectBooked(minutesLater(6));
    expect((await usedOf(db(), [operator])).get(operator)).toBe(3n * 615n);
  });
});

describe('A refund', () => {
  it('leaves what goods owe that left and are not posted yet, under no guarantee too', async () => {
    const placed = await aConsignment(desk, inLane('yellow'));
    await releaseOf(desk, placed, minutesLater(1));
    await postAll(minutesLater(1));
    const operator = accountOf('operator');
    await pay('16.15', null, operator);
    const more = await aConsignment(desk, inLane('yellow'));
    expect((await releaseOf(desk, more, minutesLater(3))).status).toBe('released');
    expect(await refusalOf(refund('3.86', operator))).toEqual(['collection.refund_beyond']);
    await refund('3.85', operator);
    await expectBooked(minutesLater(41));
  });
});

describe('A partner that is told by web-hook', () => {
  it('is not told to pay for what was taken back, or has been paid meanwhile', async () => {
    const kinds = ['payment_awaited', 'released'] as const;
    const { subscriptionId } = await aSubscription({ partnerId: desk.partnerId }, { kinds });
    const told = async () => (await outboxOf(subscriptionId)).map(({ kind, state }) => `${kind} ${state}`).sort();
    const undone = await waiting();
    expect(await told()).toEqual(['payment_awaited waiting']);
    await undoDecision(desk.officer, await seen(undone), minutesLater(2));
    expect(await told()).toEqual(['payment_awaited cancelled']);
    const paid = await waiting();
    await pay(OWED, await referenceOf(paid));
    expect(await told()).toEqual(['payment_awaited cancelled', 'payment_awaited cancelled', 'released waiting']);
  });
});
