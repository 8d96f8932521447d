import 'server-only';
import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import { quarantinedRecords, submissionOffices, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';

/** Which submissions exist for an actor: of the own partner, of the own offices, or all for administrators and background work. */
export function submissionsWithin(actor: Actor): SQL {
  if (seesAll(actor)) return sql`true`;
  if (actor.role === 'partner') return actor.partnerId ? eq(submissions.partnerId, actor.partnerId) : sql`false`;
  if (actor.officeIds.length === 0) return sql`false`;
  return sql`exists (select 1 from ${submissionOffices} as belongs where belongs.submission_id = ${submissions.id}
    and belongs.office_id = any(${sql.param([...actor.officeIds])}::text[]))`;
}

/** Which submissions an actor may see whole: of staff, those that belong to no office but their own. */
export function submissionsWhollyWithin(actor: Actor): SQL {
  const within = submissionsWithin(actor);
  if (seesAll(actor) || actor.role === 'partner') return within;
  return sql`${within} and not exists (select 1 from ${submissionOffices} as belongs
    where belongs.submission_id = ${submissions.id} and belongs.office_id <> all(${sql.param([...actor.officeIds])}::text[]))`;
}

/** Which refused records exist for an actor: a file of several offices shows each of them its own. */
export function refusedWithin(actor: Actor): SQL {
  if (seesAll(actor)) return sql`true`;
  if (actor.role === 'partner') return actor.partnerId ? eq(quarantinedRecords.partnerId, actor.partnerId) : sql`false`;
  return actor.officeIds.length > 0 ? inArray(quarantinedRecords.officeId, [...actor.officeIds]) : sql`false`;
}

const seesAll = (actor: Actor): boolean => actor.kind === 'system' || actor.role === 'admin';
