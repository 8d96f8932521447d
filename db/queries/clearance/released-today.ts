import 'server-only';
import { and, asc, desc, eq, gte, inArray, isNotNull } from 'drizzle-orm';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, events, offices } from '@/db/schema';
import { type ReleaseTimes, releaseTimes } from '@/lib/clearance/release-times';
import { clockIntervals, type Stamp } from '@/lib/clearance/time-release';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { withinScope } from './scope';

/** Most releases that are looked at, the newest: their timelines are read one by one. */
export const RELEASES_MAX = 2000;

export type ReleasedToday = {
  readonly offices: readonly (ReleaseTimes & { readonly officeName: string })[];
  /** More were released; the oldest are not among them. */
  readonly isCut: boolean;
};

/** Release times of what officers released on this UTC day and has not been taken back, by office; what a lane released has no time of its own. */
export async function releasedToday(actor: Actor, at = new Date()): Promise<ReleasedToday> {
  authorise(actor, 'clearance.supervise');
  const [found, { releaseTargetMinutes }, named] = await Promise.all([
    released(actor, at),
    policyInForce(db(), dayOf(at)),
    db()
      .select({ id: offices.id, name: offices.name })
      .from(offices)
      .where(inArray(offices.id, [...actor.officeIds])),
  ]);
  const shown = found.slice(0, RELEASES_MAX);
  const stamps = await stampsOf(shown);
  const times = releaseTimes(
    shown.map(({ consignmentId, officeId, channel, receivedAt, decidedAt }) => ({
      officeId,
      channel,
      intervals: clockIntervals(
        stamps.get(consignmentId) ?? [],
        receivedAt.getTime(),
        (decidedAt ?? receivedAt).getTime(),
      ),
    })),
    releaseTargetMinutes,
  );
  const nameOf = (id: string) => named.find((office) => office.id === id)?.name ?? id;
  return {
    offices: times
      .map((office) => ({ ...office, officeName: nameOf(office.officeId) }))
      .sort((a, b) => a.officeName.localeCompare(b.officeName, 'en')),
    isCut: found.length > RELEASES_MAX,
  };
}

function released(actor: Actor, at: Date) {
  const { consignmentId, receivedOn, officeId, channel, receivedAt, decidedAt } = clearances;
  return db()
    .select({ consignmentId, receivedOn, officeId, channel, receivedAt, decidedAt })
    .from(clearances)
    .where(
      and(
        eq(clearances.status, 'released'),
        isNotNull(clearances.decidedBy),
        gte(decidedAt, new Date(`${dayOf(at)}T00:00:00Z`)),
        withinScope(actor),
      ),
    )
    .orderBy(desc(decidedAt))
    .limit(RELEASES_MAX + 1);
}

/** The timeline of each, oldest first. */
async function stampsOf(
  rows: readonly { readonly consignmentId: string; readonly receivedOn: string }[],
): Promise<ReadonlyMap<string, readonly Stamp[]>> {
  const stamps = new Map<string, Stamp[]>();
  if (rows.length === 0) return stamps;
  const told = await db()
    .select({ consignmentId: events.consignmentId, at: events.at, kind: events.kind, values: events.values })
    .from(events)
    .where(
      and(
        inArray(
          events.consignmentId,
          rows.map(({ consignmentId }) => consignmentId),
        ),
        inArray(events.receivedOn, [...new Set(rows.map(({ receivedOn }) => receivedOn))]),
      ),
    )
    .orderBy(asc(events.at));
  for (const { consignmentId, at, kind, values } of told) {
    const own = stamps.get(consignmentId) ?? [];
    own.push({ at: at.toISOString(), kind, values });
    stamps.set(consignmentId, own);
  }
  return stamps;
}
