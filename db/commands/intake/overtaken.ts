import 'server-only';
import { and, eq, gt, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { consignments, identities } from '@/db/schema';
import { fault } from '@/lib/intake/problem-codes';
import { consignmentIdOf } from '@/lib/kernel/ids';
import type { BadRecord, GoodRecord } from './read-batch';
import { lateOf, refuseLate } from './refuse-late';
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
  const problemOf = (good: GoodRecord) =>
    fault(codeOf(good), 'reference', {
      value: good.record.reference,
      params: { newer: newerOf(good)?.toISOString() ?? '' },
    });
  const late = records.filter(newerOf);
  if (late.length === 0) return { current: records, overtaken: [] };
  const refused = await refuseLate(
    tx,
    submission.id,
    late.map((good) => ({ ...lateOf(good), problem: problemOf(good) })),
  );
  return { current: records.filter((good) => !newerOf(good)), overtaken: refused };
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
