import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { stagedRows } from '@/db/schema';
import type { Problem } from '@/lib/kernel/problem';
import type { BadRecord, GoodRecord } from './read-batch';

/** A record that was good when it was read, and what has come between since. */
export type Late = Omit<BadRecord, 'rows' | 'problems'> & { readonly problem: Problem };

/** What a good record is known by when it is refused late: its data are as good as they are. */
export function lateOf({ recordNumber, record, qualityScore }: GoodRecord) {
  return { recordNumber, reference: record.reference, officeId: record.office, qualityScore };
}

/** Records refused when they are carried out, with their rows as sent and the problem at the first of them. */
export async function refuseLate(tx: Tx, submissionId: string, late: readonly Late[]): Promise<BadRecord[]> {
  if (late.length === 0) return [];
  const numbers = late.map(({ recordNumber }) => recordNumber);
  const rows = await tx
    .select()
    .from(stagedRows)
    .where(and(eq(stagedRows.submissionId, submissionId), inArray(stagedRows.recordNumber, numbers)))
    .orderBy(asc(stagedRows.line));
  return late.map(({ problem, ...record }): BadRecord => {
    const own = rows.filter(({ recordNumber }) => recordNumber === record.recordNumber);
    const line = own[0]?.line;
    return {
      ...record,
      rows: own.map((row) => ({ line: row.line, raw: row.raw })),
      problems: [line === undefined ? problem : { ...problem, line }],
    };
  });
}
