import 'server-only';
import { desc, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { accessRequests, erasureBatches } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { ErasedKind } from '@/lib/privacy/codes';

export type ErasedMonth = Readonly<Record<ErasedKind, number>> & {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly batches: number;
  /** Erased once more after a backup was restored. */
  readonly repeated: number;
};

/** Months told of at once. */
const MONTHS = 24;

/** What was erased by month, the latest first. */
export async function listErasures(actor: Actor): Promise<readonly ErasedMonth[]> {
  authorise(actor, 'privacy.read');
  const month = sql<string>`to_char(${erasureBatches.erasedAt} at time zone 'UTC', 'YYYY-MM')`;
  const of = (kind: ErasedKind) =>
    sql<number>`coalesce(sum(${erasureBatches.erased}) filter (where ${erasureBatches.kind} = ${kind}), 0)::int`;
  return db()
    .select({
      month: month.as('month'),
      batches: sql<number>`count(*)::int`,
      repeated: sql<number>`coalesce(sum(${erasureBatches.erased}) filter (where ${erasureBatches.isRepeated}), 0)::int`,
      ...{ consignments: of('consignments'), attachments: of('attachments'), submissions: of('submissions') },
      ...{ refused_records: of('refused_records'), histories: of('histories'), trainings: of('trainings') },
    })
    .from(erasureBatches)
    .groupBy(sql`1`)
    .orderBy(sql`1 desc`)
    .limit(MONTHS);
}

export type AccessRow = typeof accessRequests.$inferSelect;

/** Requests told of at once. */
const REQUESTS = 50;

/** Requests for what is held of somebody, the latest first: how many were found, never of whom. */
export async function listAccessRequests(actor: Actor): Promise<readonly AccessRow[]> {
  authorise(actor, 'privacy.read');
  return db().select().from(accessRequests).orderBy(desc(accessRequests.answeredAt)).limit(REQUESTS);
}
