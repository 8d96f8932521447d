import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { seesAll } from '@/db/queries/intake/scope';
import type { Actor } from '@/lib/identity/actor';

/**
 * Which rows of a figure kept by partner and office exist for an actor: those of the own offices; all for administrators, background work and
 * partners, whose own rows the caller chose. What names no office that is known is of nobody's office, as with refused records.
 */
export function officesWithin(actor: Actor, office: AnyPgColumn | SQL): SQL {
  if (seesAll(actor) || actor.role === 'partner') return sql`true`;
  return sql`${office} = any(${sql.param([...actor.officeIds])}::text[])`;
}
