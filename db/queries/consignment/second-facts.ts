import 'server-only';
import type { Executor } from '@/db/connection';
import type { clearances } from '@/db/schema';
import { extraChargesOf } from '@/lib/assessment/extra-charges';
import type { SecondFacts } from '@/lib/clearance/second-officer';
import { correctedCharges } from './corrected-charges';
import { chargedChanges } from './extra-charges';
import { findingsOf } from './findings-of';

type ClearanceRow = typeof clearances.$inferSelect;

/** What the rules for a second officer are held against, by what was declared and what was found. */
export async function secondFacts(
  from: Executor,
  row: Pick<ClearanceRow, 'consignmentId' | 'receivedOn' | 'laneEffective' | 'examinationOutcome' | 'valueMinor'>,
): Promise<SecondFacts> {
  const corrected = await correctedCharges(from, row, await findingsOf(from, row.consignmentId));
  const found = corrected?.intrinsicValueMinor ?? row.valueMinor;
  return {
    lane: row.laneEffective,
    isExamined: row.examinationOutcome === 'conform' || row.examinationOutcome === 'finding',
    valueMinor: found > row.valueMinor ? found : row.valueMinor,
    correctionMinor: extraChargesOf(await chargedChanges(from, row.consignmentId)),
  };
}
