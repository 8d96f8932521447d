import { and, asc, eq, gte, inArray, isNull, lte, ne } from 'drizzle-orm';
import { giveBackClaim } from '@/db/commands/clearance/give-back-claim';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { stateDuty } from '@/db/commands/clearance/state-duty';
import { db } from '@/db/connection';
import { clearances, consignments, statedDuties } from '@/db/schema';
import type { ExampleId } from '@/lib/codes/example-ids';
import { officesLike } from '@/lib/demo/at-home';
import type { Actor } from '@/lib/identity/actor';
import { DEMO_ACCOUNTS } from '@/lib/identity/demo-accounts';
import { EXAMPLE_SETS } from '@/lib/policy/examples/sets';
import { lookAndRelease } from './look-and-release';
import { demoOfficers } from './officers';
import { REPORTS, type Waiting } from './work-the-queue';

/** The office an officer of the demo sees first, where it has such goods. */
const HOME = officesLike(DEMO_ACCOUNTS.find(({ role }) => role === 'officer')?.offices[0] ?? '');
const HOUR_MS = 3_600_000;
/** Goods whose duty goes by strength and volume in the tariff we ship: nobody can compute it from advance data. */
const RUM = { code: '220840', description: 'Rum, 40 % vol, bottle of 0.35 l' };
const DUTY = {
  amount: '0.10',
  ground:
    'Tariff, 2208 40: 0.60 EUR for each % vol and hl, and 3.20 EUR for each hl. 0.60 × 40 × 0.0035 hl + 3.20 × 0.0035 hl = 0.10 EUR',
};

/**
 * Two examinations that found rum where something else was declared: of the first an officer has entered the duty and released it
 * by that, of the second the duty is open and waits. Done once: a demo that is run again does nothing anew. The tariffs of other
 * examples have no such duty.
 */
export async function leaveDutyOpen(endAt: Date, example: ExampleId): Promise<void> {
  if (EXAMPLE_SETS[example].currency !== 'EUR') return;
  const [done] = await db().select({ dutyId: statedDuties.dutyId }).from(statedDuties).limit(1);
  if (done) return;
  const found = await db()
    .select({ row: clearances })
    .from(clearances)
    .innerJoin(
      consignments,
      and(eq(consignments.consignmentId, clearances.consignmentId), eq(consignments.receivedOn, clearances.receivedOn)),
    )
    .where(
      and(
        eq(clearances.status, 'selected'),
        eq(clearances.openReferrals, 0),
        eq(clearances.openHolds, 0),
        isNull(clearances.claimedBy),
        eq(clearances.examinationOutcome, 'none'),
        inArray(clearances.laneEffective, ['yellow', 'red']),
        inArray(clearances.selectionReason, ['score', 'officer']),
        gte(clearances.actByAt, endAt),
        lte(clearances.receivedAt, new Date(endAt.getTime() - 4 * HOUR_MS)),
        // The low-value declaration would not cover excise goods at all.
        ne(consignments.regime, 'h7'),
      ),
    )
    .orderBy(asc(clearances.actByAt), asc(clearances.consignmentId));
  const rows = found.map(({ row }) => row);
  const atHome = rows.filter(({ officeId }) => HOME.includes(officeId));
  const two = [...atHome, ...rows.filter((row) => !atHome.includes(row))].slice(0, 2).entries();
  for (const [index, row] of two) await examineRum(row, index === 0, endAt);
}

async function examineRum(row: Waiting, isStated: boolean, endAt: Date): Promise<void> {
  const { consignmentId } = row;
  const [officer] = demoOfficers(row.officeId);
  const at = (hoursBefore: number) => new Date(endAt.getTime() - hoursBefore * HOUR_MS);
  const ordered = await orderExamination(
    officer,
    { consignmentId, rowVersion: row.rowVersion, kind: 'physical' },
    at(3),
  );
  const recorded = await recordExaminationResult(
    officer,
    {
      consignmentId,
      rowVersion: ordered.rowVersion,
      examinationId: ordered.examinationId,
      resultCode: 'misdescribed',
      finding: REPORTS.misdescribed,
      corrections: [
        { itemNumber: 1, field: 'description', corrected: RUM.description },
        { itemNumber: 1, field: 'commodity_code', corrected: RUM.code },
      ],
    },
    at(2),
  );
  const seen = { consignmentId, rowVersion: recorded.rowVersion };
  if (isStated) await settle(seen, officer, at);
  else await giveBackClaim(officer, { ...seen, note: 'Duty to be worked out.' }, at(1.9));
}

async function settle(
  { consignmentId, rowVersion }: { readonly consignmentId: string; readonly rowVersion: number },
  officer: Actor,
  at: (hoursBefore: number) => Date,
): Promise<void> {
  const stated = await stateDuty(officer, { consignmentId, rowVersion, itemNumber: 1, ...DUTY }, at(1.8));
  const release = { kind: 'release_with_correction', ground: 'correction_settled' } as const;
  await lookAndRelease(officer, { consignmentId, rowVersion: stated.rowVersion, ...release }, at(1.7));
}
