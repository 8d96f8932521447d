import 'server-only';
import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import { quarantinedRecords, submissionOffices, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { PROBLEM_CODES } from '@/lib/intake/problem-codes';

/** Which submissions exist for an actor: of the own partner, of the own offices, or all for administrators and background work. */
export function submissionsWithin(actor: Actor): SQL {
  if (seesAll(actor)) return sql`true`;
  if (actor.role === 'partner') return actor.partnerId ? eq(submissions.partnerId, actor.partnerId) : sql`false`;
  if (actor.officeIds.length === 0) return sql`false`;
  return sql`exists (select 1 from ${submissionOffices} as belongs where belongs.submission_id = ${submissions.id}
    and belongs.office_id = any(${sql.param([...actor.officeIds])}::text[]))`;
}

/**
 * Of which submissions an actor may take the bytes as they were sent; those still arriving are nobody's yet. Bytes cannot be shown
 * in part: staff take them when every record is judged and all belong to their own offices, so that no other office's are among them.
 */
export function sentWithin(actor: Actor): SQL {
  const within = submissionsWithin(actor);
  if (seesAll(actor) || actor.role === 'partner') return sql`${within} and ${submissions.status} <> 'receiving'`;
  return sql`${within} and ${submissions.status} = 'finished'
    and not exists (select 1 from ${submissionOffices} as belongs
      where belongs.submission_id = ${submissions.id} and belongs.office_id <> all(${sql.param([...actor.officeIds])}::text[]))
    and not exists (select 1 from ${quarantinedRecords} as homeless
      where homeless.submission_id = ${submissions.id} and homeless.office_id is null)`;
}

/** Which refused records exist for an actor: a file of several offices shows each of them its own. */
export function refusedWithin(actor: Actor): SQL {
  if (seesAll(actor)) return sql`true`;
  if (actor.role === 'partner') return actor.partnerId ? eq(quarantinedRecords.partnerId, actor.partnerId) : sql`false`;
  return actor.officeIds.length > 0 ? inArray(quarantinedRecords.officeId, [...actor.officeIds]) : sql`false`;
}

/** Refused records that break a rule, or any; a rule nobody knows is broken by none. */
export function breaksRule(code: string | null): SQL | undefined {
  if (code === null) return undefined;
  const known = PROBLEM_CODES.some((one) => one === code);
  return known ? sql`${quarantinedRecords.problems} @> ${JSON.stringify([{ code }])}::jsonb` : sql`false`;
}

/** Administrators and background work; every other actor sees what is of the own offices or the own partner. */
export const seesAll = (actor: Actor): boolean => actor.kind === 'system' || actor.role === 'admin';
