import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { offices, partners, sessions, totps, userOffices, users } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { isLive } from '@/lib/identity/session-life';

export type OfficeName = { readonly id: string; readonly name: string };

/** Who is signed in, with what the shell shows of them. */
export type SignedIn = {
  readonly actor: Actor;
  readonly email: string;
  readonly isDemo: boolean;
  /** What the person can prove with who they are. */
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
  readonly offices: readonly OfficeName[];
  readonly preferences: Readonly<Record<string, string>>;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
};

/**
 * The person behind a session, read anew at each request in one statement by primary key, so that a change of role or office and the
 * end of a session act at once. Takes no actor: it finds the actor. Null for sessions ended, expired, idle, or of disabled people and partners.
 */
export async function findSession(sessionId: string, now: Date): Promise<SignedIn | null> {
  const [row] = await db()
    .select({
      officeId: sessions.officeId,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
      revokedAt: sessions.revokedAt,
      confirmedAt: sessions.confirmedAt,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      isDemo: users.isDemo,
      preferences: users.preferences,
      hasPassword: sql<boolean>`(${users.passwordHash} is not null)`,
      hasTotp: sql<boolean>`exists (select from ${totps} where ${totps.userId} = ${users.id} and ${totps.enrolledAt} is not null)`,
      disabledAt: users.disabledAt,
      partnerId: users.partnerId,
      agencyId: users.agencyId,
      partnerDisabledAt: partners.disabledAt,
      offices: sql<OfficeName[]>`coalesce((
        select jsonb_agg(jsonb_build_object('id', ${offices.id}, 'name', ${offices.name})
          order by ${userOffices.isDefault} desc, ${offices.id})
        from ${userOffices} join ${offices} on ${offices.id} = ${userOffices.officeId}
        where ${userOffices.userId} = ${users.id}), '[]'::jsonb)`,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(partners, eq(partners.id, users.partnerId))
    .where(and(eq(sessions.id, sessionId)));
  if (!row || !isLive(row, now) || row.disabledAt !== null || row.partnerDisabledAt !== null) return null;
  const officeIds = row.offices.map((office) => office.id);
  return {
    actor: {
      kind: 'user',
      id: row.userId,
      name: row.name,
      role: row.role,
      officeId: row.officeId !== null && officeIds.includes(row.officeId) ? row.officeId : (officeIds[0] ?? null),
      officeIds,
      partnerId: row.partnerId,
      agencyId: row.agencyId,
      sessionId,
      ...(row.confirmedAt ? { confirmedAt: row.confirmedAt } : {}),
    },
    email: row.email,
    isDemo: row.isDemo,
    hasPassword: row.hasPassword,
    hasTotp: row.hasTotp,
    offices: row.offices,
    preferences: row.preferences,
    lastSeenAt: row.lastSeenAt,
    expiresAt: row.expiresAt,
  };
}
