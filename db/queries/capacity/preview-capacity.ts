import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, selections } from '@/db/schema';
import { daysOfScope, type Scope } from '@/lib/capacity/inputs';
import { holdsOn } from '@/lib/capacity/plan';
import { resettle } from '@/lib/capacity/resettle';
import type { Move } from '@/lib/capacity/select-day';
import type { Slots } from '@/lib/capacity/slots';
import type { ControlType } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';
import { COMPETITOR, type CompetitorLine, type CompetitorRow, toCompetitor } from './around-cut-off';
import { dayPool, daysInUse } from './day-pool';

/** Moves that are listed by name; the counts are of all. */
const LISTED = 30;

export type MoveLine = CompetitorLine & {
  readonly from: ControlType | null;
  readonly to: ControlType | null;
  readonly day: string;
};

export type CapacityPreview = {
  readonly movedIn: number;
  readonly movedOut: number;
  /** Another control than before. */
  readonly changed: number;
  /** Days with consignments that the change concerns. */
  readonly days: number;
  readonly moves: readonly MoveLine[];
};

/** What would move if an office had other slots, without moving it: the same function the command moves by. @throws NotFoundError */
export async function previewCapacity(
  actor: Actor,
  asked: { readonly officeId: string; readonly day: string; readonly scope: Scope; readonly slots: Slots },
  at = new Date(),
): Promise<CapacityPreview> {
  authorise(actor, 'capacity.read');
  const { officeId, day, scope, slots } = asked;
  if (!actor.officeIds.includes(officeId)) throw new NotFoundError('office');
  const { capacity } = await policyInForce(db(), dayOf(at));
  const days = daysOfScope(scope, day);
  const used = (await daysInUse(db(), officeId, day)).filter((one) => holdsOn(days, one));
  const moves: (Move & { readonly day: string })[] = [];
  for (const one of used) {
    const pool = await dayPool(db(), officeId, one, at);
    moves.push(...resettle(slots, capacity.randomShare, pool).map((move) => ({ ...move, day: one })));
  }
  const movedIn = moves.filter(({ from }) => from === null).length;
  const movedOut = moves.filter(({ selection }) => selection.control === null).length;
  return {
    movedIn,
    movedOut,
    changed: moves.length - movedIn - movedOut,
    days: used.length,
    moves: await named(moves),
  };
}

async function named(moves: readonly (Move & { readonly day: string })[]): Promise<MoveLine[]> {
  const listed = moves.slice(0, LISTED);
  if (listed.length === 0) return [];
  const ids = sql.param(listed.map(({ id }) => id));
  const { rows } = await db().execute<CompetitorRow>(sql`
    select ${COMPETITOR}
    from ${selections} s join ${clearances} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
    where s.consignment_id = any(${ids}::uuid[])`);
  const lines = new Map(rows.map((row) => [row.id, toCompetitor(row)]));
  return listed.flatMap(({ id, from, selection, day }) => {
    const line = lines.get(id);
    return line ? [{ ...line, from, to: selection.control, day, rank: selection.rank }] : [];
  });
}
