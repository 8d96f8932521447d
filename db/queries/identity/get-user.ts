import 'server-only';
import { desc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { sessions, totps, userOffices, users } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { Role } from '@/lib/identity/roles';
import { isLive } from '@/lib/identity/session-life';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';

export type UserDetail = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly partnerId: string | null;
  readonly agencyId: string | null;
  readonly officeIds: readonly string[];
  readonly isDemo: boolean;
  readonly disabledAt: Date | null;
  readonly createdAt: Date;
  readonly openSessions: number;
  readonly hasTotp: boolean;
  readonly lastSeenAt: Date | null;
};

const SESSIONS_LOOKED_AT = 200;

/** One account with what an administrator decides on. @throws NotFoundError */
export async function getUser(actor: Actor, userId: string, at = new Date()): Promise<UserDetail> {
  authorise(actor, 'admin.users');
  const [user] = isUuid(userId) ? await db().select().from(users).where(eq(users.id, userId)) : [];
  if (!user) throw new NotFoundError('user');
  const own = await db().select().from(userOffices).where(eq(userOffices.userId, userId)).orderBy(userOffices.officeId);
  const latest = await db()
    .select()
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(SESSIONS_LOOKED_AT);
  const [totp] = await db().select({ enrolledAt: totps.enrolledAt }).from(totps).where(eq(totps.userId, userId));
  const { id, email, name, role, partnerId, agencyId, isDemo, disabledAt, createdAt } = user;
  return {
    id,
    email,
    name,
    role,
    partnerId,
    agencyId,
    officeIds: own.map((office) => office.officeId),
    isDemo,
    disabledAt,
    createdAt,
    hasTotp: Boolean(totp?.enrolledAt),
    openSessions: latest.filter((session) => isLive(session, at)).length,
    lastSeenAt: latest[0]?.lastSeenAt ?? null,
  };
}
