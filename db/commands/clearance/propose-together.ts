import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import type { Tx } from '@/db/connection';
import { togetherLimitsOf } from '@/db/queries/clearance/together-limits';
import { openMatchesOf } from '@/db/queries/screening/open-matches';
import { inTransaction } from '@/db/transaction';
import type { BatchExclusion, BatchRow } from '@/lib/clearance/batch';
import { decideHolder } from '@/lib/clearance/decide-claim';
import { decideRelease } from '@/lib/clearance/decide-release';
import { decideTogether, type TogetherLimits } from '@/lib/clearance/decide-together';
import { RELEASE_TOGETHER_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, RefusedError, refuse } from '@/lib/kernel/errors';
import { rowsOfBatch, writeBatch } from './change/batch';
import { accept, lockSeen } from './change/open-change';
import { recordEvent } from './change/record-event';
import { releaseFacts, releasesAsSupervisor } from './change/release-facts';
import { UNCLAIMED } from './change/write-change';
import { writeClaim } from './change/write-claim';

/**
 * Proposes to release consignments together: another person confirms or rejects it. What may not leave with them is left out and named.
 * What the proposer had claimed is claimed no more, so that no claim runs out while it waits. @throws NotFoundError where none exists for
 * the actor; RefusedError `batch.none_fits` with every reason there is, `batch.offices_differ`
 */
export async function proposeTogether(
  actor: Actor,
  input: z.input<typeof RELEASE_TOGETHER_INPUT>,
  at = now(),
): Promise<{ readonly batchId: string; readonly excluded: readonly BatchExclusion[] }> {
  authorise(actor, 'clearance.release');
  const { rows: chosen, ...wish } = parseInput(RELEASE_TOGETHER_INPUT, input);
  return inTransaction(async (tx) => {
    const found = await rowsOfBatch(tx, actor, chosen);
    if (!found) throw new NotFoundError('consignment');
    const limits = await togetherLimitsOf(tx, found.officeId);
    const rows: BatchRow[] = [];
    const excluded: BatchExclusion[] = [];
    // In the order of their ids, so that two proposals never wait for each other crosswise.
    for (const row of found.rows.toSorted((a, b) => (a.consignmentId < b.consignmentId ? -1 : 1))) {
      const { consignmentId, reference } = row;
      try {
        const rowVersion = await letGo(tx, actor, row, limits, wish, at);
        if (rows.length < limits.rowsMax) rows.push({ ...row, rowVersion });
        else excluded.push({ consignmentId, reference, reasons: [tooMany(found.rows.length, limits)] });
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error;
        excluded.push({ consignmentId, reference, reasons: error.reasons });
      }
    }
    if (rows.length === 0) throw refuse('batch.none_fits', { count: excluded.length });
    const { officeId } = found;
    return {
      batchId: await writeBatch(tx, actor, { officeId, rows, excluded, state: 'proposed' }, wish, at),
      excluded,
    };
  });
}

type Wished = Omit<z.output<typeof RELEASE_TOGETHER_INPUT>, 'rows'>;

const tooMany = (count: number, { rowsMax }: TogetherLimits) => ({
  code: 'together.too_many',
  params: { count, most: rowsMax },
});

/** Checks one row as it was seen and ends a claim of the proposer on it; gives the version it waits with. @throws RefusedError why it may not be among them */
async function letGo(
  tx: Tx,
  actor: Actor,
  seen: BatchRow,
  limits: TogetherLimits,
  { ground, note }: Wished,
  at: Date,
): Promise<number> {
  const { row, claim } = await lockSeen(tx, actor, seen, at);
  const openMatches = (await openMatchesOf(tx, [row])).get(row.consignmentId) ?? 0;
  accept(decideTogether({ ...row, openMatches, hasUnreadAnswer: row.answeredFor !== null }, limits, 1));
  // What could not be released by itself is named now, and not first to the second person.
  const wish = { kind: 'release', ground, note, isSupervisor: releasesAsSupervisor(actor) } as const;
  accept(decideRelease(await releaseFacts(tx, row, at), wish));
  const { holder } = accept(decideHolder(claim, actor.id, at));
  if (holder !== 'self') return row.rowVersion;
  const after = await writeClaim(tx, row, UNCLAIMED);
  await recordEvent(tx, actor, row, 'given_back', { note: null }, at);
  await writeAudit(
    tx,
    actor,
    {
      action: 'clearance.give_back',
      subjectType: 'consignment',
      subjectId: row.consignmentId,
      officeId: row.officeId,
      details: { claimNumber: row.claimNumber },
    },
    at,
  );
  return after.rowVersion;
}
