import 'server-only';
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { consignments, identities, stagedRows } from '@/db/schema';
import { fault } from '@/lib/intake/problem-codes';
import { consignmentIdOf } from '@/lib/kernel/ids';
import type { BadRecord, GoodRecord } from './read-batch';
import type { Standing } from './standing';

/**
 * Takes out of a batch what a submission received later has overtaken: a large file may still be read while its correction has
 * gone through, and the older record must not undo the newer. It is refused, and so kept and told.
 */
export async function setOvertakenApart(
  tx: Tx,
  submission: { readonly id: string; readonly receivedAt: Date },
  records: readonly GoodRecord[],
  standings: ReadonlyMap<string, Standing>,
): Promise<{ readonly current: readonly GoodRecord[]; readonly overtaken: readonly BadRecord[] }> {
  const newerOf = ({ consignmentId }: GoodRecord) => {
    const updatedAt = standings.get(consignmentId)?.updatedAt;
    return updatedAt && updatedAt > submission.receivedAt ? updatedAt : null;
  };
  const codeOf = ({ consignmentId }: GoodRecord) =>
    standings.get(consignmentId)?.clearance.status === 'withdrawn' ? 'overtaken_withdrawn' : 'overtaken';
  const late = records.filter(newerOf);
  if (late.length === 0) return { current: records, overtaken: [] };
  const numbers = late.map(({ recordNumber }) => recordNumber);
  const rows = await tx
    .select()
    .from(stagedRows)
    .where(and(eq(stagedRows.submissionId, submission.id), inArray(stagedRows.recordNumber, numbers)))
    .orderBy(asc(stagedRows.line));
  const overtaken = late.map((good): BadRecord => {
    const own = rows.filter(({ recordNumber }) => recordNumber === good.recordNumber);
    const { reference } = good.record;
    const params = { newer: newerOf(good)?.toISOString() ?? '' };
    return {
      recordNumber: good.recordNumber,
      reference,
      officeId: good.record.office,
      rows: own.map(({ line, raw }) => ({ line, raw })),
      problems: [fault(codeOf(good), 'reference', { line: own[0]?.line, value: reference, params })],
      // Its data are as good as they are: only late.
      qualityScore: good.qualityScore,
    };
  });
  return { current: records.filter((good) => !newerOf(good)), overtaken };
}

/** Which references of a partner were taken from a submission received after an instant. */
export async function referencesTakenAfter(
  tx: Tx,
  source: { readonly partnerId: string; readonly receivedAt: Date },
  references: readonly string[],
): Promise<ReadonlySet<string>> {
  if (references.length === 0) return new Set();
  const ids = references.map((reference) => consignmentIdOf(source.partnerId, reference));
  const rows = await tx
    .select({ reference: consignments.reference })
    .from(identities)
    .innerJoin(
      consignments,
      and(eq(consignments.consignmentId, identities.consignmentId), eq(consignments.receivedOn, identities.receivedOn)),
    )
    .where(and(inArray(identities.consignmentId, ids), gt(consignments.updatedAt, source.receivedAt)));
  return new Set(rows.map(({ reference }) => reference));
}
