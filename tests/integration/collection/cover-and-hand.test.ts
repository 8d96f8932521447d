import { and, eq, isNull, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { actOnAppeal } from '@/db/commands/appeals/act-on-appeal';
import { lodgeAppeal } from '@/db/commands/appeals/lodge-appeal';
import type { Moved } from '@/db/commands/capacity/move-selected';
import { lockCoverOfMoves } from '@/db/commands/capacity/unpaid-moves';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { lockCover } from '@/db/commands/collection/allot-cover';
import { lockLedger } from '@/db/commands/collection/book';
import { matchPayment } from '@/db/commands/collection/match-payment';
import { postConsignments } from '@/db/commands/collection/post-dues';
import { readBankFile } from '@/db/commands/collection/read-bank-file';
import { setGuarantee } from '@/db/commands/collection/set-guarantee';
import { db } from '@/db/connection';
import { usedOf } from '@/db/queries/collection/room';
import { clearances, demands, partners, payments } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { demandNumber, paymentReference } from '@/lib/collection/payment-reference';
import { aConsignment, collectedBy, consignmentsLike, inLane } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, someone } from '../../support/a-desk';
import { releaseOf } from '../../support/an-account';
import { refusalOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { postAll } from '../../support/ledger-balance';
import { aSubscription, outboxOf } from '../../support/subscriptions';
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

const database = useDatabase();
let desk: Desk;
/** A partner of its own for each test: what is in hand on its accounts is that test's alone. */
beforeEach(async () => {
  desk = await aDesk();
});
const buyers = () => accountOf('buyer', desk);

/** What the goods of the desk owe. */
const OWED = '6.15';
const WAITS_FOR_COVER = `select 1 from pg_locks where locktype = 'advisory' and not granted`;
const WAITS_TO_POST = `select 1 from pg_locks where relation = 'revenue.postings'::regclass and not granted`;

describe('What is demanded', () => {
  it('is what is needed: the security of an appeal takes it off while the goods wait', async () => {
    const { consignmentId, reference } = await waitingGoods(desk);
    const words = 'The value was the price paid';
    const lodged = { consignmentId, decisionId: '', claimed: '4.15', lodgedOn: '2026-11-02', words };
    const { appealId } = await lodgeAppeal(desk.officer, lodged, minutesLater(2));
    const step = { consignmentId, appealId, seen: 1, act: 'secured', amount: '4.15', words } as const;
    await actOnAppeal(desk.officer, step, minutesLater(3));
    expect(await demandOf(consignmentId)).toMatchObject({ amountMinor: 200n, settledAt: null });
    await pay(buyers(), '2.00', reference, minutesLater(4));
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
      .where(and(eq(demands.accountId, buyers()), isNull(demands.settledAt)))
      .orderBy(sql`demanded_at desc`)
      .limit(1);
    await pay(buyers(), OWED, (await standing(last?.id ?? '')).reference, minutesLater(5));
    expect((await standing(last?.id ?? '')).status).toBe('released');
    // Only what goes is touched: an unpaid one keeps its row as it was.
    expect((await standing(second.consignmentId)).rowVersion).toBe(1);
    // Money for all of them goes round by round to the end.
    await pay(buyers(), '3087.30', null, minutesLater(6));
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
        await lockCover(later, [accountOf('operator', other)]);
      });
      // What it will need later it has already, whoever waits meanwhile.
      await lockCover(tx, [accountOf('operator', desk)]);
      const { rows } = await tx.execute(
        sql`select 1 from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`,
      );
      expect(rows).toHaveLength(2);
    });
    await second;
  });
});

describe('A guarantee', () => {
  it('that is cut while goods are about to leave under it is what they leave under', async () => {
    await releaseOf(desk, await aConsignment(desk, inLane('yellow')), minutesLater(1));
    await postAll(minutesLater(1));
    const operator = accountOf('operator', desk);
    const wish = { accountId: operator, reference: 'G', validTo: '', reason: 'Secured' };
    await setGuarantee(cashier, { ...wish, revision: 0, amount: '100.00' }, minutesLater(2));
    const leaving = await aConsignment(desk, inLane('yellow'));
    await database.owner(async (client) => {
      const waiters = async (count: number) => {
        while (((await client.query(WAITS_FOR_COVER)).rowCount ?? 0) < count);
      };
      await client.query('begin');
      await client.query(`select pg_advisory_xact_lock(hashtextextended('revenue.cover ' || $1, 0))`, [operator]);
      const cut = setGuarantee(cashier, { ...wish, revision: 1, amount: '10.00' }, minutesLater(3));
      await waiters(1);
      const released = releaseOf(desk, leaving, minutesLater(3));
      await waiters(2);
      await client.query('commit');
      await Promise.all([cut, released]);
    });
    expect(await demandOf(leaving.consignmentId)).toMatchObject({ waitsFor: 'guarantee', settledAt: null });
    await expectBooked(minutesLater(4));
  });
});

describe('A reservation', () => {
  it('that is made while others are posted stays until it is posted itself', async () => {
    const placed = await aConsignment(desk, inLane('yellow'));
    await releaseOf(desk, placed, minutesLater(1));
    const operator = accountOf('operator', desk);
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

describe('A line of the bank', () => {
  it('that another office read pays what its words name, once it is said to be for the account', async () => {
    await db().update(partners).set({ defaultOfficeId: 'NLRTM' }).where(eq(partners.id, desk.partnerId));
    const older = await waitingGoods(desk);
    const named = await waitingGoods(desk, minutesLater(2));
    const words = `${paymentReference(demandNumber(named.consignmentId))} late`;
    const text = `paid_on,amount,currency,payer,reference\r\n2026-11-02,${OWED},EUR,N. Buyer,${words}\r\n`;
    const elsewhere = someone('supervisor', 'BELGG', 'Z. Elsewhere');
    const { matched, fileId } = await readBankFile(elsewhere, { name: 'other.csv', text }, minutesLater(3));
    expect(matched).toBe(0);
    const [line] = await db().select().from(payments).where(eq(payments.fileId, fileId));
    await matchPayment(cashier, { paymentId: line?.paymentId ?? '', accountId: buyers() }, minutesLater(4));
    expect((await standing(named.consignmentId)).status).toBe('released');
    expect((await standing(older.consignmentId)).status).toBe('awaiting_payment');
  });
});

describe('A refund', () => {
  it('leaves what goods owe that left and are not posted yet, under no guarantee too', async () => {
    const placed = await aConsignment(desk, inLane('yellow'));
    await releaseOf(desk, placed, minutesLater(1));
    await postAll(minutesLater(1));
    const operator = accountOf('operator', desk);
    await pay(operator, '16.15', null);
    const more = await aConsignment(desk, inLane('yellow'));
    expect((await releaseOf(desk, more, minutesLater(3))).status).toBe('released');
    expect(await refusalOf(refund(operator, '3.86'))).toEqual(['collection.refund_beyond']);
    await refund(operator, '3.85');
    await expectBooked(minutesLater(41));
  });
});

describe('A partner that is told by web-hook', () => {
  it('is not told to pay for what was taken back, or has been paid meanwhile', async () => {
    const kinds = ['payment_awaited', 'released'] as const;
    const { subscriptionId } = await aSubscription({ partnerId: desk.partnerId }, { kinds });
    const told = async () => (await outboxOf(subscriptionId)).map(({ kind, state }) => `${kind} ${state}`).sort();
    const { consignmentId: undone } = await waitingGoods(desk);
    expect(await told()).toEqual(['payment_awaited waiting']);
    await undoDecision(desk.officer, await seen(undone), minutesLater(2));
    expect(await told()).toEqual(['payment_awaited cancelled']);
    const { reference } = await waitingGoods(desk);
    await pay(buyers(), OWED, reference);
    expect(await told()).toEqual(['payment_awaited cancelled', 'payment_awaited cancelled', 'released waiting']);
  });
});
