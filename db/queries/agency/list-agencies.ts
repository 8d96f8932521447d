import 'server-only';
import { asc } from 'drizzle-orm';
import { db } from '@/db/connection';
import { agencies } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { type AgencyChoice, inForceOn } from './agency-in-force';

/** Agencies in force by name, for those who place holds for them or bind accounts to them. */
export async function listAgencies(actor: Actor, at = new Date()): Promise<AgencyChoice[]> {
  authorise(actor, 'agency.list');
  return db()
    .select({ id: agencies.id, name: agencies.name, controls: agencies.controls })
    .from(agencies)
    .where(inForceOn(dayOf(at)))
    .orderBy(asc(agencies.name));
}
