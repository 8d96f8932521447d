import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { correctedCharges } from '@/db/queries/consignment/corrected-charges';
import { findingsOf } from '@/db/queries/consignment/findings-of';
import { openMatchesOf } from '@/db/queries/screening/open-matches';
import { assessments } from '@/db/schema';
import { amountIn } from '@/lib/clearance/amount';
import type { UnusualFacts } from '@/lib/clearance/unusual-release';
import type { OpenChange } from './open-change';

/** What may be out of the ordinary about a release, as the screen has it, read anew: the listed parties it resembles, and what a correction makes of the charges. */
export async function unusualFacts(
  tx: Tx,
  { row, version }: OpenChange,
  kind: 'release' | 'release_with_correction',
): Promise<UnusualFacts> {
  const openMatches = (await openMatchesOf(tx, [row])).get(row.consignmentId) ?? 0;
  if (kind === 'release') return { openMatches, charges: null };
  const corrected = await correctedCharges(tx, row, await findingsOf(tx, row.consignmentId));
  if (!corrected) return { openMatches, charges: null };
  const amount = amountIn(corrected.currency, corrected.minorDigits);
  const declaredMinor = row.chargesMinor + (await declaredFees(tx, row, version));
  const correctedMinor = corrected.dutyMinor + corrected.vatMinor + corrected.feesMinor;
  return { openMatches, charges: { declared: amount(declaredMinor), corrected: amount(correctedMinor) } };
}

/** Fees as declared, which stand beside duty and VAT. */
async function declaredFees(
  tx: Tx,
  { consignmentId, receivedOn }: OpenChange['row'],
  version: number,
): Promise<bigint> {
  const [assessment] = await tx
    .select({ lines: assessments.chargeLines })
    .from(assessments)
    .where(
      and(
        eq(assessments.consignmentId, consignmentId),
        eq(assessments.receivedOn, receivedOn),
        eq(assessments.version, version),
      ),
    );
  const fees = (assessment?.lines ?? []).filter(({ kind }) => kind === 'fee');
  return fees.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
}
