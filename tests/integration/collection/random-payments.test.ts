import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { actOnAppeal } from '@/db/commands/appeals/act-on-appeal';
import { lodgeAppeal } from '@/db/commands/appeals/lodge-appeal';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { liftHold } from '@/db/commands/clearance/lift-hold';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { askRefund } from '@/db/commands/collection/ask-refund';
import { enterPayment } from '@/db/commands/collection/enter-payment';
import { releaseCovered } from '@/db/commands/collection/release-covered';
import { db } from '@/db/connection';
import { balanceOf } from '@/db/queries/collection/balance';
import { leavingNow } from '@/db/queries/collection/owed-to-leave';
import { appealActs, clearances, demands, events, holds, reservations } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { mayComeToLeave } from '@/lib/clearance/transitions';
import { partnerAccount } from '@/lib/collection/accounts';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { NotFoundError, RefusedError } from '@/lib/kernel/errors';
import { moneyText } from '@/lib/kernel/money';
import { type Random, seededRandom } from '@/lib/kernel/prng';
import { collectedBy, consignmentsLike, inLane } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater } from '../../support/a-desk';
import { expectStatisticsToAgree, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { ukMessage } from '../../contract/intake/xml-messages';
import { expectLedgerToAgree, postAll } from '../../support/ledger-balance';
import { cancellation } from '../../support/lodged';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

type Seen = { readonly consignmentId: string; readonly rowVersion: number };
type Act = (seen: Seen, at: Date, random: Random) => Promise<unknown>;
const NOBODY = '00000000-0000-4000-8000-000000000000';
const REFUSE = { kind: 'refuse', ground: 'restricted_without_licence', note: 'None' } as const;
const DETAIN = { kind: 'detain', ground: 'ipr_suspected', note: 'Marks' } as const;
const account = () => partnerAccount('buyer', desk.partnerId, 'EUR').accountId;

async function pays(consignment: string | null, minor: bigint, at: Date) {
  await enterPayment(
    desk.supervisor,
    {
      ...{ paymentId: randomUUID(), accountId: account(), amount: moneyText(minor, 2), paidOn: '2026-11-02' },
      ...{ payer: 'N. Buyer', reference: 'any', consignment },
    },
    at,
  );
}

const lastHold = async (id: string) =>
  (
    await db()
      .select()
      .from(holds)
      .where(and(eq(holds.consignmentId, id), isNull(holds.liftedAt)))
  )[0]?.holdId ?? NOBODY;

const ACTS: readonly Act[] = [
  (seen, at) => releaseConsignment(desk.officer, { ...seen, ground: 'risk_not_confirmed', note: 'Seen' }, at),
  (seen, at) => releaseConsignment(desk.officer, { ...seen, ground: 'risk_not_confirmed', note: 'Seen' }, at),
  (seen, at) => undoDecision(desk.officer, seen, at),
  (seen, at) => holdConsignment(desk.officer, { ...seen, ground: 'value_doubt' }, at),
  async (seen, at) => liftHold(desk.officer, { ...seen, holdId: await lastHold(seen.consignmentId), note: 'Seen' }, at),
  async ({ consignmentId }, at) => pays((await standing(consignmentId)).reference, 615n, at),
  async ({ consignmentId }, at, random) =>
    pays((await standing(consignmentId)).reference, BigInt(1 + Math.floor(random() * 400)), at),
  (_seen, at, random) => pays(null, BigInt(1 + Math.floor(random() * 900)), at),
  (_seen, at, random) =>
    askRefund(
      desk.supervisor,
      {
        ...{
          refundId: randomUUID(),
          accountId: account(),
          amount: moneyText(BigInt(1 + Math.floor(random() * 500)), 2),
        },
        ...{ payee: 'N. Buyer', iban: 'NL91ABNA0417164300', reason: 'Too much' },
      },
      at,
    ),
  (seen, at) => decideConsignment(desk.officer, { ...seen, ...REFUSE }, at),
  (seen, at) => decideConsignment(desk.officer, { ...seen, ...DETAIN }, at),
  async ({ consignmentId }, at) => {
    const words = 'The value was the price paid';
    const lodged = { consignmentId, decisionId: '', claimed: '2.00', lodgedOn: '2026-11-02', words };
    const { appealId } = await lodgeAppeal(desk.officer, lodged, at);
    await actOnAppeal(desk.officer, { consignmentId, appealId, seen: 1, act: 'secured', amount: '0.50', words }, at);
  },
  (_seen, at) => releaseCovered(SYSTEM_ACTOR, at),
  (_seen, at) => postAll(at),
];

/** Goods whose data say now that the partner pays later; what is sent of them goes on saying so. */
const deferred = new Set<string>();
/** What the partner sends of goods between the acts: the same again, withdrawn, or collected otherwise. */
const SENDS: readonly ((reference: string, at: Date) => Promise<unknown>)[] = [
  (reference, at) => sendSubmission(desk.partner, csvOf([rowOf(reference)]), 'csv', at),
  (reference, at) => sendSubmission(desk.partner, ukMessage(cancellation(reference)), 'xml', at),
  (reference, at) => sendSubmission(desk.partner, ukMessage(cancellation(reference)), 'xml', at),
  (reference, at) => {
    deferred.add(reference);
    return sendSubmission(desk.partner, csvOf([rowOf(reference)]), 'csv', at);
  },
];
/** Charged like the goods that are placed: 6.15. */
const rowOf = (reference: string) => ({
  reference,
  value: '12.00',
  collection_model: deferred.has(reference) ? 'operator' : 'buyer',
  recipient_name: `Person ${reference}`,
  recipient_address: `Way ${reference}`,
});

describe('Buyers, officers and a collector who do whatever comes to mind', () => {
  it('leave a ledger that balances, and never let more go than was paid (seed 20261127)', async () => {
    const random = seededRandom(20_261_127);
    const placed = await consignmentsLike(desk, 12, inLane('yellow'), collectedBy('buyer'));
    let accepted = 0;
    for (let step = 0; step < 40; step += 1) {
      const acts = Array.from({ length: 4 }, async (_none, turn) => {
        const one = placed[Math.floor(random() * placed.length)];
        const act = ACTS[Math.floor(random() * ACTS.length)];
        if (!one || !act) return;
        const { rowVersion } = await standing(one.consignmentId);
        await act({ consignmentId: one.consignmentId, rowVersion }, minutesLater(step + turn / 10), random);
      });
      for (const outcome of await Promise.allSettled(acts)) {
        if (outcome.status === 'fulfilled') accepted += 1;
        else if (!(outcome.reason instanceof RefusedError || outcome.reason instanceof NotFoundError))
          throw outcome.reason;
      }
      const sent = placed[Math.floor(random() * placed.length)];
      const send = SENDS[Math.floor(random() * SENDS.length)];
      if (!sent || !send || random() < 0.5) continue;
      await send((await standing(sent.consignmentId)).reference, minutesLater(step + 0.5));
    }
    await postAll(minutesLater(60));
    await expectLedgerToAgree(minutesLater(61));
    await expectStatisticsToAgree();
    expect(accepted).toBeGreaterThan(60);
    const told = await db().selectDistinct({ kind: events.kind }).from(events);
    expect(told.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['withdrawn', 'updated', 'entry_refused', 'detained', 'appeal_secured', 'undone']),
    );
    // All that left was paid before, but for what was secured, which is owed itself: the account is in debt by no more; what is paid back was
    // in hand.
    const acts = await db().select().from(appealActs);
    const secured = acts.reduce((sum, { act, amountMinor }) => (act === 'secured' ? sum + amountMinor : sum), 0n);
    expect(await balanceOf(db(), account())).toBeLessThanOrEqual(2n * secured);
    expect(await db().select().from(reservations)).toEqual([]);
    const rows = await db().select().from(clearances).where(eq(clearances.partnerId, desk.partnerId));
    expect(rows.some(({ status }) => status === 'released')).toBe(true);
    for (const { consignmentId, receivedOn, status, openHolds } of rows) {
      const open = await db()
        .select()
        .from(demands)
        .where(and(eq(demands.consignmentId, consignmentId), isNull(demands.settledAt)));
      if (!mayComeToLeave(status)) expect(open).toEqual([]);
      if (status === 'awaiting_payment') {
        expect(open).toHaveLength(1);
        const [leaving] = await inTransaction((tx) => leavingNow(tx, [{ consignmentId, receivedOn }]));
        expect(open[0]).toMatchObject({ amountMinor: leaving?.owedMinor });
      }
      if (status === 'released') expect(openHolds).toBe(0);
    }
  });
});
