import 'server-only';
import { inArray, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';

/** Where legal holds exist for an actor: who answers for the privacy of the house sees all, a supervisor those of the own offices. */
export function withinHolds(actor: Actor, officeId: AnyPgColumn): SQL {
  if (can(actor, 'privacy.read')) return sql`true`;
  return actor.officeIds.length > 0 ? inArray(officeId, [...actor.officeIds]) : sql`false`;
}
