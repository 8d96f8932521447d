import 'server-only';
import { sql } from 'drizzle-orm';

/** The columns of an entry of the log `a` as they are sealed: written by the database, so that every reader digests the same text. */
export const SEALED_TEXT = `a.id::text, to_char(a.received_on, 'YYYY-MM-DD') as received_on,
  to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, a.actor_id::text, a.actor_name, a.role, a.office_id,
  a.action, a.subject_type, a.subject_id, a.details::text as details, a.reason`;

export const SEALED_COLUMNS = sql.raw(SEALED_TEXT);
