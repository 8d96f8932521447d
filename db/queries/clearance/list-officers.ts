import 'server-only';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { db } from '@/db/connection';
import { userOffices, users } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** Somebody who may hold a consignment of the office. */
export type OfficerOfOffice = { readonly officeId: string; readonly userId: string; readonly name: string };

/** Who may hold consignments in the actor's offices, by name, for who gives them out. */
export async function listOfficers(actor: Actor): Promise<OfficerOfOffice[]> {
  authorise(actor, 'clearance.supervise');
  return db()
    .select({ officeId: userOffices.officeId, userId: users.id, name: users.name })
    .from(userOffices)
    .innerJoin(users, eq(users.id, userOffices.userId))
    .where(
      and(
        inArray(userOffices.officeId, [...actor.officeIds]),
        inArray(users.role, ['officer', 'supervisor']),
        isNull(users.disabledAt),
      ),
    )
    .orderBy(asc(users.name), asc(users.id));
}
