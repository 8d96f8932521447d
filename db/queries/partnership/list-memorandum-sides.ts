import 'server-only';
import { asc, isNull } from 'drizzle-orm';
import { db } from '@/db/connection';
import { agencies, partners } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { inForceOn } from '../agency/agency-in-force';

type Named = { readonly id: string; readonly name: string };

/** With whom a memorandum can be made: partners in use and agencies in force, by name. */
export async function listMemorandumSides(
  actor: Actor,
  at = new Date(),
): Promise<{ readonly partners: readonly Named[]; readonly agencies: readonly Named[] }> {
  authorise(actor, 'memorandum.write');
  const [ofPartners, ofAgencies] = await Promise.all([
    db()
      .select({ id: partners.id, name: partners.name })
      .from(partners)
      .where(isNull(partners.disabledAt))
      .orderBy(asc(partners.name)),
    db()
      .select({ id: agencies.id, name: agencies.name })
      .from(agencies)
      .where(inForceOn(dayOf(at)))
      .orderBy(asc(agencies.name)),
  ]);
  return { partners: ofPartners, agencies: ofAgencies };
}
