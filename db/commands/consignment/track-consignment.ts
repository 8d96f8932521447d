import 'server-only';
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { ofConsignment } from '@/db/queries/clearance/scope';
import type { ChargeLineDetail } from '@/db/queries/consignment/consignment-detail';
import { lastWithdrawal, type WithdrawalDetail } from '@/db/queries/consignment/last-withdrawal';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { assessments, clearances, consignments, holds, referrals } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { amountIn } from '@/lib/clearance/amount';
import type { ToldStatus } from '@/lib/clearance/told-status';
import type { Status } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { moneyText } from '@/lib/kernel/money';
import { type OpenCharge, openCharges, toldAmount } from '@/lib/revenue/open-charges';
import type { ClearanceRow } from '../clearance/change/open-change';
import { recordEvent } from '../clearance/change/record-event';

/** What a partner is told of its consignment: never a score, an indicator or a lane. */
export type TrackedConsignment = {
  readonly reference: string;
  readonly consignmentId: string;
  readonly version: number;
  readonly status: ToldStatus;
  readonly releasedAt: string | null;
  /** When and why it was withdrawn, where it is. */
  readonly withdrawn: WithdrawalDetail | null;
  readonly holds: readonly { readonly ground: string; readonly placedAt: string }[];
  readonly referrals: readonly {
    readonly referralId: string;
    readonly type: string;
    readonly question: string;
    readonly dueAt: string;
    readonly answer: string | null;
  }[];
  readonly charges: {
    readonly currency: string;
    /** Null as long as it is open, never nil: `open` says for which item and why. So are the three below. */
    readonly duty: string | null;
    readonly vat: string | null;
    readonly total: string | null;
    readonly customsValue: string | null;
    readonly open: readonly OpenCharge[];
    /** The working of each amount, as it would be printed. */
    readonly lines: readonly ChargeLineDetail[];
  };
};

/**
 * Tells a partner where its consignment stands. Telling a decision is transmitting it: the first time it is noted in the audit
 * log and on the timeline, and nothing is undone afterwards. @throws NotFoundError
 */
export async function trackConsignment(actor: Actor, reference: string, at = new Date()): Promise<TrackedConsignment> {
  authorise(actor, 'consignment.track');
  if (!actor.partnerId) throw new NotFoundError('consignment');
  const consignmentId = consignmentIdOf(actor.partnerId, reference);
  return inTransaction(async (tx) => {
    const clearance = await transmitted(tx, actor, consignmentId, at);
    const { receivedOn } = clearance;
    const [told] = await tx
      .select({ version: consignments.version, assessment: assessments })
      .from(consignments)
      .innerJoin(
        assessments,
        and(
          eq(assessments.consignmentId, consignments.consignmentId),
          eq(assessments.receivedOn, consignments.receivedOn),
          eq(assessments.version, consignments.version),
        ),
      )
      .where(and(eq(consignments.consignmentId, consignmentId), eq(consignments.receivedOn, receivedOn)));
    if (!told) throw new Error(`consignment ${consignmentId} has no assessment`);
    const open = await tx
      .select()
      .from(holds)
      .where(and(eq(holds.consignmentId, consignmentId), isNull(holds.liftedAt)));
    const asked = await tx
      .select()
      .from(referrals)
      .where(eq(referrals.consignmentId, consignmentId))
      .orderBy(asc(referrals.askedAt));
    const isWithdrawn = clearance.status === 'withdrawn';
    const { minorDigits } = await policyInForce(tx, dayOf(at));
    return {
      reference,
      consignmentId,
      version: told.version,
      status: isTold(clearance.status) ? clearance.status : 'under_control',
      releasedAt: clearance.releasedAt?.toISOString() ?? null,
      withdrawn: isWithdrawn ? await lastWithdrawal(tx, clearance) : null,
      holds: open.map(({ ground, placedAt }) => ({ ground, placedAt: placedAt.toISOString() })),
      referrals: asked.map(({ referralId, type, question, dueAt, answer }) => ({
        referralId,
        type,
        question,
        dueAt: dueAt.toISOString(),
        answer,
      })),
      charges: isWithdrawn ? nothingOwed(told.assessment, minorDigits) : chargesTold(told.assessment, minorDigits),
    };
  });
}

/**
 * The row as the partner is told it. A decision not told before is marked as told only while it stands, so that nobody reads a
 * release that its officer takes back at the same moment.
 */
async function transmitted(tx: Tx, actor: Actor, consignmentId: string, at: Date): Promise<ClearanceRow> {
  for (;;) {
    const [row] = await tx.select().from(clearances).where(ofConsignment(consignmentId));
    if (!row) throw new NotFoundError('consignment');
    if (row.decidedAt === null || row.transmittedAt !== null) return row;
    const [told] = await tx
      .update(clearances)
      .set({ transmittedAt: at })
      .where(and(ofConsignment(consignmentId), isNotNull(clearances.decidedAt), isNull(clearances.transmittedAt)))
      .returning();
    if (!told) continue;
    await recordEvent(tx, actor, told, 'transmitted', {}, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'consignment.track',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId: told.officeId,
        details: { status: told.status },
      },
      at,
    );
    return told;
  }
}

/** A decision that is read is told, so here it needs no window. */
const isTold = (status: Status): status is Exclude<ToldStatus, 'under_control'> =>
  status === 'released' || status === 'seized' || status === 'withdrawn';

/** For goods that do not come nothing is owed. */
function nothingOwed(
  { currency }: typeof assessments.$inferSelect,
  minorDigits: number,
): TrackedConsignment['charges'] {
  const nothing = moneyText(0n, minorDigits);
  return { currency, duty: nothing, vat: nothing, total: nothing, customsValue: nothing, open: [], lines: [] };
}

function chargesTold(assessment: typeof assessments.$inferSelect, minorDigits: number): TrackedConsignment['charges'] {
  const amount = amountIn(assessment.currency, minorDigits);
  const open = openCharges(assessment.chargeLines);
  const text = (minor: bigint) => moneyText(minor, minorDigits);
  return {
    currency: assessment.currency,
    duty: toldAmount(open, ['duty'], text(assessment.dutyMinor)),
    vat: toldAmount(open, ['vat'], text(assessment.vatMinor)),
    total: toldAmount(open, ['duty', 'vat'], text(assessment.dutyMinor + assessment.vatMinor)),
    customsValue: toldAmount(open, ['value'], text(assessment.customsValueMinor)),
    open,
    lines: assessment.chargeLines.map(({ baseMinor, amountMinor, ...line }) => ({
      ...line,
      base: amount(BigInt(baseMinor)),
      amount: amount(BigInt(amountMinor)),
    })),
  };
}
