import 'server-only';
import type { Executor } from '@/db/connection';
import type { clearances } from '@/db/schema';
import { toldWord } from '@/lib/clearance/told-status';
import { isLetGo } from '@/lib/clearance/transitions';
import { type CorrectedCharges, correctedCharges } from './corrected-charges';
import { findingsOf } from './findings-of';
import { releasesByCorrection } from './releases-by-correction';

type ClearanceRow = typeof clearances.$inferSelect;
export type ReleasedCharges = CorrectedCharges & {
  /** Version of the data whose values were corrected. */
  readonly version: number;
};

/** What customs charged with each release by corrected values that stands; nothing for what was released as declared. */
export async function releasedCharges(
  from: Executor,
  rows: readonly ClearanceRow[],
): Promise<ReadonlyMap<string, ReleasedCharges>> {
  const ids = rows
    .filter((row) => {
      const told = toldWord(row);
      return told !== 'under_control' && isLetGo(told);
    })
    .map(({ consignmentId }) => consignmentId);
  const found = new Map<string, ReleasedCharges>();
  if (ids.length === 0) return found;
  const settled = await releasesByCorrection(from, ids);
  for (const [consignmentId, version] of settled) {
    const row = rows.find((one) => one.consignmentId === consignmentId);
    const charges = row && (await correctedCharges(from, row, await findingsOf(from, consignmentId)));
    if (charges) found.set(consignmentId, { ...charges, version });
  }
  return found;
}
