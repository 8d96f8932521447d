import 'server-only';
import { and, asc, eq, gte, isNull, lte, or, type SQL } from 'drizzle-orm';
import { db, type Executor } from '@/db/connection';
import { agencies } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';

/** An agency with the keys of the controls on goods it is competent for. */
export type AgencyChoice = { readonly id: string; readonly name: string; readonly controls: readonly string[] };

/** Agencies in force by name, for those who place holds for them or bind accounts to them. */
export async function listAgencies(actor: Actor, at = new Date()): Promise<AgencyChoice[]> {
  authorise(actor, actor.role === 'admin' ? 'admin.users' : 'clearance.hold');
  return db()
    .select({ id: agencies.id, name: agencies.name, controls: agencies.controls })
    .from(agencies)
    .where(inForce(dayOf(at)))
    .orderBy(asc(agencies.name));
}

/** An agency that is in force on the day; undefined where there is none. */
export async function agencyInForce(from: Executor, id: string, day: string): Promise<AgencyChoice | undefined> {
  const [found] = await from
    .select({ id: agencies.id, name: agencies.name, controls: agencies.controls })
    .from(agencies)
    .where(and(eq(agencies.id, id), inForce(day)));
  return found;
}

function inForce(day: string): SQL | undefined {
  return and(lte(agencies.validFrom, day), or(isNull(agencies.validTo), gte(agencies.validTo, day)));
}
