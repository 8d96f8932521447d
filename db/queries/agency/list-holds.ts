import 'server-only';
import { and, asc, desc, eq, inArray, isNotNull, isNull, not, or, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { clearances, holds, offices } from '@/db/schema';
import type { HoldVerdict } from '@/lib/clearance/reasons';
import { TRANSITIONS } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { isUuid } from '@/lib/kernel/ids';

export const AGENCY_VIEWS = ['open', 'closed'] as const;
export type AgencyView = (typeof AGENCY_VIEWS)[number];

/** A hold as the people of its agency list it. Instants are ISO text. */
export type AgencyHoldRow = {
  readonly consignmentId: string;
  readonly holdId: string;
  readonly reference: string;
  readonly headline: string;
  readonly officeName: string;
  readonly question: string;
  readonly placedAt: string;
  readonly dueAt: string;
  readonly isOverdue: boolean;
  /** What the agency said last; null where it said nothing yet. */
  readonly verdict: HoldVerdict | null;
};
export type AgencyHolds = { readonly rows: readonly AgencyHoldRow[]; readonly next: string | null };

const PAGE = 50;

/**
 * Holds placed for the actor's agency: those it may still answer, soonest due first, or those that are over, newest first, in key-set
 * pages. `after` is the `next` of the page before.
 */
export async function listHolds(
  actor: Actor,
  view: AgencyView,
  after: string | null,
  at = new Date(),
): Promise<AgencyHolds> {
  authorise(actor, 'agency.read');
  const isOpen = view === 'open';
  const found = await db()
    .select({
      consignmentId: holds.consignmentId,
      holdId: holds.holdId,
      question: holds.note,
      placedAt: holds.placedAt,
      dueAt: holds.dueAt,
      verdict: holds.verdict,
      reference: clearances.reference,
      headline: clearances.headline,
      officeName: offices.name,
    })
    .from(holds)
    .innerJoin(clearances, eq(clearances.consignmentId, holds.consignmentId))
    .innerJoin(offices, eq(offices.id, clearances.officeId))
    .where(
      and(
        eq(holds.agencyId, actor.agencyId ?? ''),
        isOpen ? and(isNull(holds.liftedAt), MAY_ANSWER) : IS_OVER,
        after === null ? undefined : beyond(actor, after, isOpen),
      ),
    )
    .orderBy(...(isOpen ? [asc(holds.dueAt), asc(holds.holdId)] : [desc(holds.placedAt), desc(holds.holdId)]))
    .limit(PAGE + 1);
  const page = found.slice(0, PAGE);
  const last = found.length > PAGE ? page.at(-1) : undefined;
  return {
    rows: page.map(({ question, placedAt, dueAt, ...row }) => ({
      ...row,
      question: question ?? '',
      placedAt: placedAt.toISOString(),
      dueAt: (dueAt ?? placedAt).toISOString(),
      isOverdue: isOpen && dueAt !== null && dueAt < at,
    })),
    next: last ? `${last.consignmentId}_${last.holdId}` : null,
  };
}

const MAY_ANSWER = inArray(clearances.status, TRANSITIONS.answer_hold.from);
const IS_OVER = or(isNotNull(holds.liftedAt), not(MAY_ANSWER));

/** Holds after one in the order of the list; its instant is read from itself. What is no cursor of the actor's list begins at the top. */
function beyond({ agencyId }: Actor, after: string, isOpen: boolean): SQL | undefined {
  const [consignmentId = '', holdId = ''] = after.split('_');
  if (!isUuid(consignmentId) || !isUuid(holdId)) return undefined;
  const own = (column: SQL, top: string) =>
    sql`coalesce((select ${column} from clearance.holds h
      where h.consignment_id = ${consignmentId} and h.hold_id = ${holdId} and h.agency_id = ${agencyId}), ${top}::timestamptz)`;
  return isOpen
    ? sql`(${holds.dueAt}, ${holds.holdId}) > (${own(sql`h.due_at`, '-infinity')}, ${holdId}::uuid)`
    : sql`(${holds.placedAt}, ${holds.holdId}) < (${own(sql`h.placed_at`, 'infinity')}, ${holdId}::uuid)`;
}
