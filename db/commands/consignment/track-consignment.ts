import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { ChargeLineDetail } from '@/db/queries/consignment/consignment-detail';
import { assessments, clearances, consignments, holds, referrals } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { amountIn } from '@/lib/clearance/amount';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { moneyText } from '@/lib/kernel/money';

/** What a partner is told of its consignment: never a score, an indicator or a lane. */
export type TrackedConsignment = {
  readonly reference: string;
  readonly consignmentId: string;
  readonly version: number;
  readonly status: 'released' | 'under_control' | 'seized';
  readonly releasedAt: string | null;
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
    readonly duty: string;
    readonly vat: string;
    readonly total: string;
    readonly customsValue: string;
    /** The working of each amount, as it would be printed. */
    readonly lines: readonly ChargeLineDetail[];
  };
};

/**
 * Tells a partner where its consignment stands. Telling is transmitting: a decision the partner has read is no longer undone.
 * @throws NotFoundError
 */
export async function trackConsignment(actor: Actor, reference: string, at = new Date()): Promise<TrackedConsignment> {
  authorise(actor, 'consignment.track');
  if (!actor.partnerId) throw new NotFoundError('consignment');
  const consignmentId = consignmentIdOf(actor.partnerId, reference);
  return inTransaction(async (tx) => {
    const [row] = await tx
      .select({ clearance: clearances, version: consignments.version })
      .from(clearances)
      .innerJoin(
        consignments,
        and(
          eq(consignments.consignmentId, clearances.consignmentId),
          eq(consignments.receivedOn, clearances.receivedOn),
        ),
      )
      .where(eq(clearances.consignmentId, consignmentId));
    if (!row) throw new NotFoundError('consignment');
    const { clearance, version } = row;
    if (clearance.decidedAt && !clearance.transmittedAt) {
      await tx
        .update(clearances)
        .set({ transmittedAt: at })
        .where(and(eq(clearances.consignmentId, consignmentId), isNull(clearances.transmittedAt)));
    }
    const [assessment] = await tx
      .select()
      .from(assessments)
      .where(and(eq(assessments.consignmentId, consignmentId), eq(assessments.version, version)));
    const open = await tx
      .select()
      .from(holds)
      .where(and(eq(holds.consignmentId, consignmentId), isNull(holds.liftedAt)));
    const asked = await tx.select().from(referrals).where(eq(referrals.consignmentId, consignmentId));
    const duty = assessment?.dutyMinor ?? 0n;
    const vat = assessment?.vatMinor ?? 0n;
    return {
      reference,
      consignmentId,
      version,
      status: clearance.status === 'released' || clearance.status === 'seized' ? clearance.status : 'under_control',
      releasedAt: clearance.releasedAt?.toISOString() ?? null,
      holds: open.map(({ ground, placedAt }) => ({ ground, placedAt: placedAt.toISOString() })),
      referrals: asked.map(({ referralId, type, question, dueAt, answer }) => ({
        referralId,
        type,
        question,
        dueAt: dueAt.toISOString(),
        answer,
      })),
      charges: {
        currency: assessment?.currency ?? 'EUR',
        duty: moneyText(duty),
        vat: moneyText(vat),
        total: moneyText(duty + vat),
        customsValue: moneyText(assessment?.customsValueMinor ?? 0n),
        lines: linesOf(assessment),
      },
    };
  });
}

function linesOf(assessment: typeof assessments.$inferSelect | undefined): ChargeLineDetail[] {
  if (!assessment) return [];
  const amount = amountIn(assessment.currency, 2);
  return assessment.chargeLines.map(({ baseMinor, amountMinor, ...line }) => ({
    ...line,
    base: amount(BigInt(baseMinor)),
    amount: amount(BigInt(amountMinor)),
  }));
}
