import 'server-only';
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { examinations } from '@/db/schema';
import type { ResultCode } from '@/lib/clearance/results';

export type LastResult = { readonly lastResult: ResultCode | null; readonly hasCorrections: boolean };

/** The result recorded last, which is the one that counts. */
export async function lastResult(tx: Tx, consignmentId: string): Promise<LastResult> {
  const [last] = await tx
    .select({ code: examinations.resultCode, corrections: examinations.corrections })
    .from(examinations)
    .where(and(eq(examinations.consignmentId, consignmentId), isNotNull(examinations.recordedAt)))
    .orderBy(desc(examinations.recordedAt))
    .limit(1);
  return { lastResult: (last?.code ?? null) as ResultCode | null, hasCorrections: (last?.corrections.length ?? 0) > 0 };
}
