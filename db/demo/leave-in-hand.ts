import { and, asc, eq, inArray, isNull, lte, notExists } from 'drizzle-orm';
import { answerHold } from '@/db/commands/agency/answer-hold';
import { answerReferral } from '@/db/commands/clearance/answer-referral';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { giveBackClaim } from '@/db/commands/clearance/give-back-claim';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { snoozeConsignment } from '@/db/commands/clearance/snooze-consignment';
import { transferConsignment } from '@/db/commands/clearance/transfer-consignment';
import { withdrawReferral } from '@/db/commands/clearance/withdraw-referral';
import { attachFile } from '@/db/commands/consignment/attach-file';
import { db } from '@/db/connection';
import { clearances, holds, referrals } from '@/db/schema';
import type { SeizureGround } from '@/lib/clearance/grounds';
import { KEPT_STATUSES } from '@/lib/clearance/transitions';
import type { ExampleId } from '@/lib/codes/example-ids';
import { officeAt, officesLike } from '@/lib/demo/at-home';
import { DEMO_PARTNERS } from '@/lib/demo/partners';
import type { DemoTruth } from '@/lib/demo/types';
import { DEMO_ACCOUNTS } from '@/lib/identity/demo-accounts';
import { sha256Hex } from '@/lib/kernel/ids';
import { drawFromHex } from '@/lib/kernel/prng';
import { demoAgent, demoOfficers } from './officers';
import { demoPartnerActor, demoPartnerId } from './partners';
import { AGENCY_ANSWER, AGENCY_QUESTION, ANSWER, REPORTS, type Truths, type Waiting } from './work-the-queue';

const SEIZED: Partial<Record<DemoTruth['outcome'], SeizureGround>> = {
  prohibited: 'prohibited_goods',
  restricted: 'restricted_without_licence',
  ipr: 'ipr_infringement',
  safety: 'unsafe_goods',
};
const HOME = officesLike(DEMO_ACCOUNTS.find(({ role }) => role === 'officer')?.offices[0] ?? '');
const HOUR_MS = 3_600_000;
/** Nobody has taken up what came in so shortly before the end. */
const FRESH_MS = HOUR_MS;
/**
 * Shares of what waits: asked about and answered, asked about, sent to examination, held for an agency, sent to another office. The
 * rest is free to be taken.
 */
const UP_TO = { answered: 0.07, asked: 0.14, examined: 0.25, spoken: 0.27, held: 0.3, sent: 0.32 } as const;
/** Office that the others send to, which has the equipment. */
const EQUIPPED_OFFICE = 'DEFRA';

/**
 * What officers have begun and not ended when the demo ends, so that every tab of the queue holds something. Drawn by consignment,
 * and only where nothing was asked before: a demo that is run again does nothing anew.
 */
export async function leaveInHand(truths: Truths, endAt: Date, example: ExampleId): Promise<void> {
  const asked = db().select().from(referrals).where(eq(referrals.consignmentId, clearances.consignmentId));
  const held = db().select().from(holds).where(eq(holds.consignmentId, clearances.consignmentId));
  const waiting = await db()
    .select()
    .from(clearances)
    .where(
      and(
        eq(clearances.status, 'selected'),
        isNull(clearances.claimedBy),
        isNull(clearances.transfer),
        eq(clearances.examinationOutcome, 'none'),
        lte(clearances.receivedAt, new Date(endAt.getTime() - FRESH_MS)),
        notExists(asked),
        notExists(held),
      ),
    )
    .orderBy(asc(clearances.actByAt), asc(clearances.consignmentId));
  for (const row of waiting) {
    const truth = truths.get(row.reference);
    const draw = drawOf(row.consignmentId);
    if (!truth || draw >= UP_TO.sent) continue;
    const from = Math.max(row.receivedAt.getTime(), endAt.getTime() - 8 * HOUR_MS);
    const at = (share: number) => new Date(from + share * (endAt.getTime() - from));
    if (draw < UP_TO.asked) await ask(row, draw < UP_TO.answered, at);
    else if (draw < UP_TO.examined) await beginExamination(row, truth.outcome, at);
    else if (draw < UP_TO.held) await askAgency(row, draw < UP_TO.spoken, at);
    else await sendElsewhere(row, officeAt(example, EQUIPPED_OFFICE) ?? EQUIPPED_OFFICE, at);
  }
  await putOff(waiting, endAt);
  await detainOne(waiting, endAt);
}

/** The office an officer of the demo sees first keeps something: where it does not, restricted goods are detained until their licence comes. */
async function detainOne(waiting: readonly Waiting[], endAt: Date): Promise<void> {
  const isKept = and(inArray(clearances.officeId, HOME), inArray(clearances.status, KEPT_STATUSES));
  if ((await db().$count(clearances, isKept)) > 0) return;
  const put = firstAhead(waiting, endAt)?.consignmentId;
  const row = waiting.findLast(
    ({ consignmentId, officeId, selectionReason }) =>
      HOME.includes(officeId) &&
      selectionReason === 'mandatory' &&
      drawOf(consignmentId) >= UP_TO.sent &&
      consignmentId !== put,
  );
  if (!row) return;
  const { consignmentId, rowVersion } = row;
  const [officer] = demoOfficers(row.officeId);
  const note = 'The recipient was asked for the licence and has ten days.';
  const wish = { kind: 'detain', ground: 'licence_outstanding', note } as const;
  await decideConsignment(officer, { consignmentId, rowVersion, ...wish }, new Date(endAt.getTime() - HOUR_MS / 2));
}

/** Puts one of the free ones off until it arrives, where that is some time ahead. */
async function putOff(waiting: readonly Waiting[], endAt: Date): Promise<void> {
  if (waiting.some(({ snooze }) => snooze)) return;
  const row = firstAhead(waiting, endAt);
  if (!row) return;
  const { consignmentId, rowVersion, officeId } = row;
  const [officer] = demoOfficers(officeId);
  const wish = {
    event: 'arrival',
    reason: 'awaits_arrival',
    note: 'The carrier announced an earlier flight.',
  } as const;
  await snoozeConsignment(officer, { consignmentId, rowVersion, ...wish }, new Date(endAt.getTime() - HOUR_MS / 4));
}

/** The free one that arrives first, but not within three hours. */
function firstAhead(waiting: readonly Waiting[], endAt: Date): Waiting | undefined {
  const ahead = new Date(endAt.getTime() + 3 * HOUR_MS);
  return waiting.find(({ consignmentId, actByAt }) => drawOf(consignmentId) >= UP_TO.sent && actByAt > ahead);
}

const drawOf = (consignmentId: string) => drawFromHex(sha256Hex(`in hand:${consignmentId}`));

/** Shares of what is asked whose time was short, so that some is overdue and some was answered late; and what was withdrawn. */
const SHORT = [
  [0, 0.02],
  [0.07, 0.09],
] as const;
const WITHDRAWN_FROM = 0.125;

async function ask(row: Waiting, isAnswered: boolean, at: (share: number) => Date): Promise<void> {
  const { consignmentId, rowVersion } = row;
  const draw = drawOf(consignmentId);
  const [officer] = demoOfficers(row.officeId);
  const isShort = SHORT.some(([from, to]) => draw >= from && draw < to);
  const dueAt = isShort ? at(0.5) : new Date(at(0.1).getTime() + 48 * HOUR_MS);
  const asked =
    draw * 1_000 - Math.floor(draw * 1_000) < 0.5
      ? ({ type: 'documents', questionCode: 'invoice' } as const)
      : ({ type: 'rfi', questionCode: 'goods_made_of' } as const);
  const done = await referConsignment(officer, { consignmentId, rowVersion, ...asked, dueAt }, at(0.1));
  const { referralId } = done;
  const partner = DEMO_PARTNERS.find(({ key }) => demoPartnerId(key) === row.partnerId);
  if (!isAnswered && draw >= WITHDRAWN_FROM) {
    const wish = { consignmentId, referralId, rowVersion: done.rowVersion, note: 'The listing answers it.' };
    await withdrawReferral(officer, wish, at(0.6));
  }
  if (!isAnswered || !partner) return;
  const sender = demoPartnerActor(partner.key);
  const file = { consignmentId, kind: 'invoice', fileName: 'invoice.txt', referral: referralId } as const;
  await attachFile(sender, file, { announcedBytes: null, body: [new TextEncoder().encode(INVOICE)] }, at(0.65));
  await answerReferral(sender, { consignmentId, referralId, answer: ANSWER }, at(0.7));
}

const INVOICE = [
  'Invoice 20417',
  '',
  'Sold to: the recipient of the parcel',
  'Goods as described in the listing',
  'Paid by card',
].join('\n');

/** Holds the goods for product safety, whose account the demo has; some it wants to see examined. */
async function askAgency(row: Waiting, isAnswered: boolean, at: (share: number) => Date): Promise<void> {
  const { consignmentId } = row;
  const [officer] = demoOfficers(row.officeId);
  const agent = demoAgent('market_surveillance');
  const seen = { consignmentId, rowVersion: row.rowVersion };
  const wish = { ground: 'safety_check', agencyId: agent.agencyId, note: AGENCY_QUESTION } as const;
  const dueAt = new Date(at(0.1).getTime() + 72 * HOUR_MS);
  const { holdId, rowVersion } = await holdConsignment(officer, { ...seen, ...wish, dueAt }, at(0.1));
  await giveBackClaim(officer, { consignmentId, rowVersion, note: null }, new Date(at(0.1).getTime() + 60_000));
  if (!isAnswered) return;
  const answer = { verdict: 'examine', words: AGENCY_ANSWER, seenAnswers: 0 } as const;
  await answerHold(agent, { consignmentId, holdId, ...answer }, at(0.6));
}

/** Sends it to the office that has the equipment, unless it is there. */
async function sendElsewhere(
  { consignmentId, rowVersion, officeId }: Waiting,
  toOfficeId: string,
  at: (share: number) => Date,
): Promise<void> {
  if (officeId === toOfficeId) return;
  const [officer] = demoOfficers(officeId);
  const wish = { toOfficeId, reason: 'equipment', note: 'Our scanner is out of order.' } as const;
  await transferConsignment(officer, { consignmentId, rowVersion, ...wish }, at(0.3));
}

/** Orders an examination; what it brings to light that is to be seized has been proposed and waits for the second officer. */
async function beginExamination(
  row: Waiting,
  outcome: keyof typeof REPORTS | 'conform',
  at: (share: number) => Date,
): Promise<void> {
  const { consignmentId, rowVersion } = row;
  const [officer] = demoOfficers(row.officeId);
  const kind = row.laneEffective === 'yellow' ? 'documents' : 'physical';
  const ordered = await orderExamination(officer, { consignmentId, rowVersion, kind }, at(0.1));
  const ground = outcome === 'conform' || outcome === 'not_done' ? undefined : SEIZED[outcome];
  if (!ground || outcome === 'conform') return;
  const { examinationId } = ordered;
  const recordedAt = at(0.5);
  const recorded = await recordExaminationResult(
    officer,
    { consignmentId, rowVersion: ordered.rowVersion, examinationId, resultCode: outcome, finding: REPORTS[outcome] },
    recordedAt,
  );
  const note = 'Found on opening the parcel; see the examination report.';
  const proposal = { consignmentId, rowVersion: recorded.rowVersion, kind: 'seize', ground, note } as const;
  await decideConsignment(officer, proposal, new Date(recordedAt.getTime() + 5 * 60_000));
}
