import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { answerReferral } from '@/db/commands/clearance/answer-referral';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { db } from '@/db/connection';
import { IS_OPEN_REFERRAL } from '@/db/queries/clearance/open-referral';
import { correctedCharges } from '@/db/queries/consignment/corrected-charges';
import { findingsOf } from '@/db/queries/consignment/findings-of';
import { clearances, referrals } from '@/db/schema';
import type { ReleaseGround } from '@/lib/clearance/grounds';
import type { DemoTruth } from '@/lib/demo/types';
import type { Actor } from '@/lib/identity/actor';
import { sha256Hex } from '@/lib/kernel/ids';
import { drawFromHex, type Random } from '@/lib/kernel/prng';
import { lookAndRelease } from './look-and-release';
import { decideOutcomes, outcomePlan, seconded } from './decide-outcomes';
import { correctionsOf, isProved } from './findings';
import { demoOfficers } from './officers';

export type Waiting = typeof clearances.$inferSelect;
export type Truths = ReadonlyMap<string, DemoTruth>;

const MINUTE_MS = 60_000;
export const REPORTS: Readonly<Record<Exclude<DemoTruth['outcome'], 'conform'> | 'not_done', string>> = {
  undervalued: 'The invoice inside the parcel shows a higher price than declared.',
  misclassified: 'The goods belong under another subheading than declared.',
  misdescribed: 'The goods are not what the description says.',
  quantity: 'More pieces counted than declared.',
  prohibited: 'The parcel holds goods whose import is prohibited.',
  restricted: 'The parcel holds goods that need a licence; none was produced.',
  ipr: 'The goods bear a protected mark; the right holder was told.',
  safety: 'The product bears no conformity marking and fails the quick test.',
  split: 'Part of a larger order that was sent in several parcels.',
  not_done: 'The parcel left before it could be presented.',
};
export const QUESTION = 'Please send the invoice and say what the goods are made of and used for.';
export const AGENCY_QUESTION =
  'Do these goods bear the marks and instructions that the product rules ask for? The listing shows none.';
export const AGENCY_ANSWER =
  'The listing does not tell. Please open the parcel and note marks, maker and instructions.';
export const ANSWER = 'The invoice is attached to the shipment; the goods are as declared.';
/** Share of papers that are looked into without opening anything. */
const PAPERS_ONLY = 0.25;
/** Share of true faults an examination brings to light, and of examinations there was no time for. */
const DETECTED = 0.88;
const NOT_DONE = 0.05;

/** What came in from an instant on is worked off in part: shares of what arrives before the end and of what comes later. */
export type Backlog = {
  readonly from: Date;
  readonly until: Date;
  readonly arrived: number;
  readonly toCome: number;
};

/**
 * The officers' part of the demo: they work off what waited of the stream before an instant, as people do, and what they find
 * is the truth. Consignments of other origin are left alone. @returns how many were taken up.
 */
export async function workTheQueue(truths: Truths, before: Date, random: Random, backlog: Backlog): Promise<number> {
  const waiting = await db()
    .select()
    .from(clearances)
    .where(and(eq(clearances.status, 'selected'), isNull(clearances.claimedBy), lte(clearances.receivedAt, before)))
    .orderBy(asc(clearances.actByAt), asc(clearances.consignmentId));
  let decided = 0;
  for (const row of waiting) {
    // Of the backlog each consignment is left or taken once for all, by its own draw, not anew each evening.
    const share = row.actByAt < backlog.until ? backlog.arrived : backlog.toCome;
    const isLeft = row.receivedAt >= backlog.from && drawFromHex(sha256Hex(row.consignmentId)) >= share;
    const truth = truths.get(row.reference);
    if (isLeft || !truth) continue;
    decided += 1;
    const [first, second] = demoOfficers(row.officeId);
    const at = new Date(
      Math.max(row.receivedAt.getTime(), before.getTime() - 8 * 60 * MINUTE_MS) + (5 + random() * 420) * MINUTE_MS,
    );
    const [acting, other] = random() < 0.5 ? [first, second] : [second, first];
    const isPaperwork = row.laneEffective === 'yellow' && !mustExamine(row);
    const seen = row.openReferrals > 0 ? await answer(row, acting, at) : row;
    if (row.examinationOutcome === 'finding') {
      const note = 'No standard declaration was lodged within the time given.';
      await decideOutcomes(seen, [{ kind: 'seize', ground: 'undeclared_goods', note }], [acting, other], at);
    } else if (isPaperwork && seen !== row) await release(seen, acting, 'answer_sufficient', at);
    else if (isPaperwork && random() < PAPERS_ONLY) await checkPapers(seen, acting, at, random);
    else await examine(seen, truth, [acting, other], at, random);
  }
  return decided;
}

/** Mandatory controls are mandatory, and a random sample with holes in it is none. */
const mustExamine = (row: Waiting) => row.selectionReason === 'mandatory' || row.selectionReason === 'random';

async function checkPapers(row: Waiting, officer: Actor, at: Date, random: Random): Promise<void> {
  if (random() < 0.15) {
    const seen = { consignmentId: row.consignmentId, rowVersion: row.rowVersion };
    const dueAt = new Date(at.getTime() + 48 * 60 * MINUTE_MS);
    await referConsignment(officer, { ...seen, type: 'rfi', question: QUESTION, dueAt }, at);
    return;
  }
  await release(row, officer, 'risk_not_confirmed', at);
}

async function release(row: Waiting, officer: Actor, ground: ReleaseGround, at: Date): Promise<void> {
  await lookAndRelease(officer, { consignmentId: row.consignmentId, rowVersion: row.rowVersion, ground }, at);
}

/** Answers what is asked about a consignment. @returns its row as it stands then */
async function answer(row: Waiting, officer: Actor, at: Date): Promise<Waiting> {
  const open = await db()
    .select()
    .from(referrals)
    .where(and(eq(referrals.consignmentId, row.consignmentId), IS_OPEN_REFERRAL));
  let rowVersion = row.rowVersion;
  for (const referral of open) {
    ({ rowVersion } = await answerReferral(
      officer,
      { consignmentId: row.consignmentId, referralId: referral.referralId, answer: ANSWER },
      at,
    ));
  }
  return { ...row, rowVersion };
}

async function examine(
  row: Waiting,
  truth: DemoTruth,
  [officer, other]: [Actor, Actor],
  at: Date,
  random: Random,
): Promise<void> {
  const { consignmentId } = row;
  const kind = row.laneEffective === 'yellow' ? 'documents' : random() < 0.2 ? 'nii' : 'physical';
  const ordered = await orderExamination(officer, { consignmentId, rowVersion: row.rowVersion, kind }, at);
  const doneAt = new Date(at.getTime() + (10 + random() * 80) * MINUTE_MS);
  const isMissed = !mustExamine(row) && random() < NOT_DONE;
  const isSeen = !isMissed && truth.outcome !== 'conform' && random() < DETECTED;
  const corrections = isSeen ? await correctionsOf(row.consignmentId, truth) : [];
  const found = isSeen && isProved(truth, corrections) ? truth : { outcome: 'conform' as const };
  const resultCode = isMissed ? 'not_done' : found.outcome;
  const recorded = await recordExaminationResult(
    officer,
    {
      consignmentId,
      rowVersion: ordered.rowVersion,
      examinationId: ordered.examinationId,
      resultCode,
      finding: resultCode === 'conform' ? null : REPORTS[resultCode],
      corrections,
    },
    doneAt,
  );
  const seen = { consignmentId, rowVersion: recorded.rowVersion };
  const steps = outcomePlan(consignmentId, found.outcome);
  if (steps.length > 0) return decideOutcomes(seen, steps, [officer, other], doneAt);
  if (await needsDeclaration(row)) {
    const dueAt = new Date(doneAt.getTime() + 48 * 60 * MINUTE_MS);
    const question = 'A low-value declaration does not cover what was found. Please send a standard declaration.';
    await referConsignment(officer, { ...seen, type: 'documents', question, dueAt }, doneAt);
    return;
  }
  const isCorrected = corrections.length > 0;
  const released = await lookAndRelease(
    officer,
    {
      ...seen,
      kind: isCorrected ? 'release_with_correction' : 'release',
      note: isMissed
        ? REPORTS.not_done
        : found.outcome !== 'conform' && !isCorrected
          ? 'Settled with the partner.'
          : null,
      ground: isMissed
        ? 'no_capacity'
        : isCorrected
          ? 'correction_settled'
          : found.outcome === 'conform'
            ? 'examination_conform'
            : 'answer_sufficient',
    },
    doneAt,
  );
  await seconded(released, other, doneAt);
}

/** Whether what was found is worth more than the declaration covers, or goods it is not for. */
async function needsDeclaration(row: Waiting): Promise<boolean> {
  const charges = await correctedCharges(db(), row, await findingsOf(db(), row.consignmentId));
  return Boolean(charges?.overLimit?.needsDeclaration || charges?.excluded);
}
