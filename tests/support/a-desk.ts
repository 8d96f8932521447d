import { randomUUID } from 'node:crypto';
import { db } from '@/db/connection';
import { partners, userOffices, users } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { isPersonRole, type Role } from '@/lib/identity/roles';

/** The instant at which the tests of clearance play. */
export const NOW = new Date('2026-11-02T10:00:00Z');

/** The instant some minutes after `NOW`. */
export const minutesLater = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

/** Somebody of an office, without a row of its own: commands take the actor they are given. */
export function someone(role: Role, officeId: string, name = `${role} of ${officeId}`): Actor {
  return {
    kind: 'user',
    id: randomUUID(),
    name,
    role,
    officeId,
    officeIds: [officeId],
    partnerId: null,
    agencyId: null,
    sessionId: null,
    // Has just confirmed, whenever the test plays.
    confirmedAt: new Date('2100-01-01T00:00:00Z'),
  };
}

export type Desk = {
  readonly officeId: string;
  readonly partnerId: string;
  readonly officer: Actor;
  readonly colleague: Actor;
  readonly supervisor: Actor;
  readonly stranger: Actor;
  readonly analyst: Actor;
  readonly partner: Actor;
};

/** An office with two officers and a supervisor, an officer of another office, and a partner that sends to it. */
export async function aDesk(officeId = 'NLRTM', elsewhere = 'BELGG'): Promise<Desk> {
  const partnerId = randomUUID();
  await inTransaction(seedReference);
  await db()
    .insert(partners)
    .values({ id: partnerId, key: `partner-${partnerId}`, name: 'Harbour Parcels', kind: 'carrier', createdAt: NOW });
  const partner = { ...someone('partner', officeId, 'Harbour Parcels'), officeId: null, officeIds: [], partnerId };
  return {
    officeId,
    partnerId,
    officer: someone('officer', officeId, 'A. Kaya'),
    colleague: someone('officer', officeId, 'B. Moreau'),
    supervisor: someone('supervisor', officeId, 'C. Lind'),
    stranger: someone('officer', elsewhere, 'D. Elsewhere'),
    analyst: someone('analyst', officeId),
    partner,
  };
}

/** Gives an actor the user row it would have. */
export async function withAccount(actor: Actor): Promise<Actor> {
  const { role } = actor;
  if (!isPersonRole(role)) throw new Error(`${role} has no account`);
  await db()
    .insert(users)
    .values({
      id: actor.id,
      email: `${actor.id}@example.org`,
      name: actor.name,
      role,
      partnerId: actor.partnerId,
      createdAt: NOW,
    });
  for (const officeId of actor.officeIds) await db().insert(userOffices).values({ userId: actor.id, officeId });
  return actor;
}
