import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { correctedCharges } from '@/db/queries/consignment/corrected-charges';
import { findingsOf } from '@/db/queries/consignment/findings-of';
import { dismissalsOf } from '@/db/queries/screening/dismissals-of';
import { matchesInScope } from '@/db/queries/screening/matches-in-scope';
import { assessments } from '@/db/schema';
import { amountIn } from '@/lib/clearance/amount';
import type { UnusualFacts } from '@/lib/clearance/unusual-release';
import type { Actor } from '@/lib/identity/actor';
import type { OpenChange } from './open-change';

/** What may be out of the ordinary about a release, as the screen has it, read anew: the listed parties it resembles, and what a correction makes of the charges. */
export async function unusualFacts(
  tx: Tx,
  actor: Actor,
  { row, version }: OpenChange,
  kind: 'release' | 'release_with_correction',
): Promise<UnusualFacts> {
  const { keys, matches } = await matchesInScope(tx, actor, row.consignmentId);
  const dismissed = matches.length > 0 ? await dismissalsOf(tx, Object.values(keys)) : [];
  const isDismissed = ({ party, list, entryId, edition }: (typeof matches)[number]) =>
    dismissed.some(
      (one) => one.partyKey === keys[party] && one.list === list && one.entryId === entryId && one.edition === edition,
    );
  const openMatches = matches.filter((match) => !isDismissed(match)).length;
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
