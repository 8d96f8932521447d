import 'server-only';
import { and, eq, inArray, isNull, not, type SQL } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { consignments, quarantinedRecords, submissions, versionlessRecords, versions } from '@/db/schema';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { isErased } from './is-erased';

type Sent = { readonly id: string; readonly partnerId: string };

/**
 * Which of some submissions hold something that is kept: a consignment they brought or named again that is not erased, a refused record
 * that is not, or a replay or second reading that still rests on them. For who has authorised.
 */
export async function keptSubmissions(tx: Executor, sent: readonly Sent[]): Promise<ReadonlySet<string>> {
  if (sent.length === 0) return new Set();
  const ids = sent.map(({ id }) => id);
  const unerased = not(isErased('consignments'));
  const brought = await tx
    .selectDistinct({ id: versions.submissionId })
    .from(versions)
    .innerJoin(
      consignments,
      and(eq(consignments.consignmentId, versions.consignmentId), eq(consignments.receivedOn, versions.receivedOn)),
    )
    .where(and(inArray(versions.submissionId, ids), unerased));
  const refused = await tx
    .selectDistinct({ id: quarantinedRecords.submissionId })
    .from(quarantinedRecords)
    .where(and(inArray(quarantinedRecords.submissionId, ids), isNull(quarantinedRecords.erasedAt)));
  const readAgain = await tx
    .select({ id: submissions.readsAgain })
    .from(submissions)
    .where(and(inArray(submissions.readsAgain, ids), isNull(submissions.finishedAt)));
  const named = await namingKept(tx, sent, unerased);
  return new Set([...brought, ...refused, ...readAgain].flatMap(({ id }) => (id ? [id] : [])).concat(named));
}

/** Those with a record that said nothing new of a consignment that is kept: its bytes hold the same people. */
async function namingKept(tx: Executor, sent: readonly Sent[], unerased: SQL): Promise<string[]> {
  const partnerOf = new Map(sent.map(({ id, partnerId }) => [id, partnerId]));
  const { submissionId, reference } = versionlessRecords;
  const records = await tx
    .selectDistinct({ submissionId, reference })
    .from(versionlessRecords)
    .where(inArray(submissionId, [...partnerOf.keys()]));
  if (records.length === 0) return [];
  const about = records.map((one) => ({
    submissionId: one.submissionId,
    consignmentId: consignmentIdOf(partnerOf.get(one.submissionId) ?? '', one.reference),
  }));
  const kept = await tx
    .select({ id: consignments.consignmentId })
    .from(consignments)
    .where(
      and(
        inArray(
          consignments.consignmentId,
          about.map(({ consignmentId }) => consignmentId),
        ),
        unerased,
      ),
    );
  const still = new Set(kept.map(({ id }) => id));
  return about.flatMap((one) => (still.has(one.consignmentId) ? [one.submissionId] : []));
}
