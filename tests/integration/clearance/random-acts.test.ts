import { and, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerReferral } from '@/db/commands/clearance/answer-referral';
import { confirmProposal } from '@/db/commands/clearance/confirm-proposal';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { liftHold } from '@/db/commands/clearance/lift-hold';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { rejectProposal } from '@/db/commands/clearance/reject-proposal';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { lockClearances } from '@/db/commands/intake/lock-clearances';
import { PartyHistories } from '@/db/commands/intake/party-history';
import { readStandings } from '@/db/commands/intake/standing';
import { withdrawSet } from '@/db/commands/intake/withdraw-set';
import { db } from '@/db/connection';
import { auditLog, clearances, decisions, events, examinations, holds, proposalLooks, referrals } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { OUTCOME_KINDS } from '@/lib/clearance/decide-outcome';
import { groundsOf } from '@/lib/clearance/grounds';
import { isDecided, TRANSITIONS } from '@/lib/clearance/transitions';
import { withdrawRefusal } from '@/lib/clearance/withdraw-refusal';
import type { Actor } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, RefusedError, refuse } from '@/lib/kernel/errors';
import { type Random, seededRandom } from '@/lib/kernel/prng';
import { consignmentsLike, inLane } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater } from '../../support/a-desk';
import { expectStatisticsToAgree, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { expectLedgerToAgree, postAll } from '../../support/ledger-balance';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

/** The last proposal, as if the officer had opened it. */
async function opened(by: Actor, seen: { consignmentId: string; rowVersion: number }, at: Date) {
  const decisionId = await lastProposal(seen.consignmentId);
  const look = { consignmentId: seen.consignmentId, decisionId, lookedBy: by.id, lookedAt: at };
  await db().insert(proposalLooks).values(look).onConflictDoNothing();
  return { ...seen, decisionId };
}

type Act = (by: Actor, seen: { consignmentId: string; rowVersion: number }, at: Date) => Promise<unknown>;
const NOBODY = '00000000-0000-4000-8000-000000000000';

const lastHold = async (id: string) =>
  (
    await db()
      .select()
      .from(holds)
      .where(and(eq(holds.consignmentId, id), isNull(holds.liftedAt)))
  )[0]?.holdId ?? NOBODY;
const lastReferral = async (id: string) =>
  (
    await db()
      .select()
      .from(referrals)
      .where(and(eq(referrals.consignmentId, id), isNull(referrals.answeredAt)))
  )[0]?.referralId ?? NOBODY;
const lastExamination = async (id: string) =>
  (
    await db()
      .select()
      .from(examinations)
      .where(and(eq(examinations.consignmentId, id), isNull(examinations.recordedAt)))
  )[0]?.examinationId ?? NOBODY;
const lastProposal = async (id: string) =>
  (
    await db()
      .select()
      .from(decisions)
      .where(and(eq(decisions.consignmentId, id), eq(decisions.state, 'proposed')))
  )[0]?.decisionId ?? NOBODY;

const ACTS: readonly Act[] = [
  (by, seen, at) => releaseConsignment(by, { ...seen, ground: 'risk_not_confirmed', note: 'Seen' }, at),
  (by, seen, at) =>
    releaseConsignment(by, { ...seen, kind: 'release_with_correction', ground: 'correction_settled' }, at),
  (by, seen, at) => holdConsignment(by, { ...seen, ground: 'value_doubt' }, at),
  async (by, seen, at) => liftHold(by, { ...seen, holdId: await lastHold(seen.consignmentId) }, at),
  (by, seen, at) =>
    referConsignment(by, { ...seen, type: 'rfi', question: 'Why?', dueAt: new Date(at.getTime() + 3_600_000) }, at),
  async (by, { consignmentId }, at) =>
    answerReferral(by, { consignmentId, referralId: await lastReferral(consignmentId), answer: 'So' }, at),
  (by, seen, at) => orderExamination(by, { ...seen, kind: 'physical' }, at),
  async (by, seen, at) =>
    recordExaminationResult(
      by,
      {
        ...seen,
        examinationId: await lastExamination(seen.consignmentId),
        resultCode: 'undervalued',
        finding: 'Price tag',
        corrections: [{ itemNumber: 1, field: 'value', corrected: `${20 + (at.getUTCMinutes() % 60)}.00` }],
      },
      at,
    ),
  ...OUTCOME_KINDS.map(
    (kind): Act =>
      (by, seen, at) =>
        decideConsignment(by, { ...seen, kind, ground: pick(groundsOf(kind), () => 0), note: 'Seen' }, at),
  ),
  async (by, seen, at) => confirmProposal(by, await opened(by, seen, at), at),
  async (by, seen, at) => rejectProposal(by, { ...(await opened(by, seen, at)), note: 'Not hidden' }, at),
  (by, seen, at) => undoDecision(by, seen, at),
  (_by, seen, at) => withdraw(seen.consignmentId, at),
];

/** What a cancellation by message does once it was read. */
async function withdraw(consignmentId: string, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    await lockClearances(tx, [consignmentId]);
    const standings = await readStandings(tx, [consignmentId]);
    for (const standing of standings.values()) {
      const refusal = withdrawRefusal(standing.clearance, at);
      if (refusal) throw refuse(refusal);
    }
    const wanted = [...standings.values()].map((standing) => ({ standing, note: null }));
    const histories = await PartyHistories.load(tx, [], dayOf(at));
    await withdrawSet(tx, desk.partner, wanted, histories, {
      submissionId: NOBODY,
      partnerId: desk.partnerId,
      way: 'message',
      by: 'partner',
      at,
      doneAt: at,
    });
  });
}

function pick<T>(list: readonly T[], random: Random): T {
  const picked = list[Math.floor(random() * list.length)];
  if (picked === undefined) throw new Error('an empty list');
  return picked;
}

describe('Officers and a partner who do whatever comes to mind', () => {
  it('leave statistics, counts, decisions and audit that agree with the ledger (seed 20261102)', async () => {
    const random = seededRandom(20_261_102);
    const placed = await consignmentsLike(desk, 18, inLane('red'));
    const done = { accepted: 0, refused: 0 };
    for (let step = 0; step < 40; step += 1) {
      const at = minutesLater(step * 5);
      const acts = Array.from({ length: 5 }, async (_none, turn) => {
        const { consignmentId } = pick(placed, random);
        const [act, by] = [pick(ACTS, random), pick([desk.officer, desk.colleague, desk.supervisor], random)];
        const { rowVersion } = await standing(consignmentId);
        // Each at a moment of its own, so that decisions have an order.
        await act(by, { consignmentId, rowVersion }, new Date(at.getTime() + turn * 1_000));
      });
      for (const outcome of await Promise.allSettled(acts)) {
        if (outcome.status === 'fulfilled') done.accepted += 1;
        else if (outcome.reason instanceof RefusedError || outcome.reason instanceof NotFoundError) done.refused += 1;
        else throw outcome.reason;
      }
      if (step % 4 === 0) await postAll(at);
    }
    await postAll(minutesLater(200));
    await expectLedgerToAgree(minutesLater(200));
    expect(done.accepted).toBeGreaterThan(20);
    await expectStatisticsToAgree();

    const left = { status: 'withdrawn', claimedBy: null, decidedBy: null, releasedAt: null };
    const ids = placed.map((row) => row.consignmentId);
    for (const row of await db().select().from(clearances).where(inArray(clearances.consignmentId, ids))) {
      const { consignmentId } = row;
      const open = await db()
        .select({ n: count() })
        .from(holds)
        .where(and(eq(holds.consignmentId, consignmentId), isNull(holds.liftedAt)));
      expect(open[0]?.n).toBe(row.openHolds);
      const [last] = await db()
        .select()
        .from(decisions)
        .where(and(eq(decisions.consignmentId, consignmentId), eq(decisions.state, 'final')))
        .orderBy(desc(sql`coalesce(${decisions.secondAt}, ${decisions.decidedAt})`))
        .limit(1);
      const stands = row.proposedFrom ?? row.status;
      if (isDecided(stands)) expect(TRANSITIONS[last?.kind ?? 'end_detention'].to).toBe(stands);
      else expect(last?.kind ?? 'end_detention').toBe('end_detention');
      if (row.status === 'withdrawn') expect(row).toMatchObject(left);
      expect(row.rowVersion).toBe(1 + (await countOf(events, consignmentId)));
      expect(await countOf(auditLog, consignmentId)).toBe(await countOf(events, consignmentId));
    }
  });
});

async function countOf(table: typeof events | typeof auditLog, consignmentId: string): Promise<number> {
  const condition = table === events ? eq(events.consignmentId, consignmentId) : eq(auditLog.subjectId, consignmentId);
  const [row] = await db().select({ n: count() }).from(table).where(condition);
  return row?.n ?? 0;
}
