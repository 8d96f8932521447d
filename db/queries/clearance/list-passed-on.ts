import 'server-only';
import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { clearances, events } from '@/db/schema';
import type { Lane } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { IS_OPEN } from './queue-conditions';
import { shownTo } from './scope';

/** Most lines; those with least time left come first. */
export const PASSED_ON_MAX = 50;

/** What officers passed on and nobody has decided since. */
export type PassedOnRow = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly lane: Lane;
  readonly actByAt: string;
  /** How many officers passed it on. */
  readonly officers: number;
  /** The last to do so, when and why; words of the officer beside the reason, where there are any. */
  readonly byName: string;
  readonly at: string;
  readonly reason: string;
  readonly note: string | null;
};

/** Consignments of the actor's offices that an officer passed on to colleagues and that still wait, least time left first. */
export async function listPassedOn(actor: Actor): Promise<readonly PassedOnRow[]> {
  authorise(actor, 'clearance.supervise');
  const rows = await db()
    .select({
      consignmentId: clearances.consignmentId,
      receivedOn: clearances.receivedOn,
      reference: clearances.reference,
      lane: clearances.laneEffective,
      actByAt: clearances.actByAt,
      officers: sql<number>`cardinality(${clearances.skippedBy})`,
    })
    .from(clearances)
    .where(and(IS_OPEN, isNotNull(clearances.skippedBy), shownTo(actor)))
    .orderBy(asc(clearances.actByAt), asc(clearances.consignmentId))
    .limit(PASSED_ON_MAX);
  const last = await lastPassings(rows);
  return rows.flatMap(({ receivedOn: _received, actByAt, ...row }): PassedOnRow[] => {
    const told = last.get(row.consignmentId);
    return told ? [{ ...row, actByAt: actByAt.toISOString(), ...told }] : [];
  });
}

type Told = Pick<PassedOnRow, 'byName' | 'at' | 'reason' | 'note'>;

/** The last line of the timeline that tells of it, for each. */
async function lastPassings(
  rows: readonly { readonly consignmentId: string; readonly receivedOn: string }[],
): Promise<ReadonlyMap<string, Told>> {
  if (rows.length === 0) return new Map();
  const found = await db()
    .selectDistinctOn([events.consignmentId], {
      consignmentId: events.consignmentId,
      byName: events.actorName,
      at: events.at,
      values: events.values,
    })
    .from(events)
    .where(
      and(
        inArray(
          events.consignmentId,
          rows.map(({ consignmentId }) => consignmentId),
        ),
        inArray(events.receivedOn, [...new Set(rows.map(({ receivedOn }) => receivedOn))]),
        eq(events.kind, 'skipped'),
      ),
    )
    .orderBy(events.consignmentId, desc(events.at));
  return new Map(
    found.map(({ consignmentId, byName, at, values }) => [
      consignmentId,
      {
        byName,
        at: at.toISOString(),
        reason: String(values.ground ?? ''),
        note: typeof values.note === 'string' ? values.note : null,
      },
    ]),
  );
}
