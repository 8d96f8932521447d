import 'server-only';
import type { Tx } from '@/db/connection';
import { overGuarantee } from '@/db/queries/collection/over-guarantee';
import { correctedCharges } from '@/db/queries/consignment/corrected-charges';
import { findingsOf } from '@/db/queries/consignment/findings-of';
import { type ReleaseFacts, uncoveredBy } from '@/lib/clearance/decide-release';
import type { Actor } from '@/lib/identity/actor';
import { hasStatedDuty } from '@/lib/revenue/stated-duty';
import { lastResult } from './last-result';
import type { ClearanceRow } from './open-change';

/** What a release of this consignment rests on, now. */
export async function releaseFacts(tx: Tx, row: ClearanceRow, at: Date): Promise<ReleaseFacts> {
  const corrected = await correctedCharges(tx, row, await findingsOf(tx, row.consignmentId));
  return {
    ...row,
    lane: row.laneEffective,
    ...(await lastResult(tx, row.consignmentId)),
    uncovered: corrected && uncoveredBy(corrected),
    excluded: corrected?.excluded ?? null,
    hasStatedDuty: hasStatedDuty(corrected?.lines ?? []),
    overGuarantee: await overGuarantee(tx, row, at),
  };
}

/** Whether the actor may release what only a supervisor releases. */
export const releasesAsSupervisor = ({ role, kind }: Actor): boolean => role === 'supervisor' || kind === 'system';
