import 'server-only';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { db } from '@/db/connection';
import { sessions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { type Device, readDevice } from '@/lib/identity/device';
import { authorise } from '@/lib/identity/permissions';
import { isLive } from '@/lib/identity/session-life';
import { sessionRefOf } from '@/lib/identity/session-ref';

export type UserSession = {
  readonly ref: string;
  readonly device: Device | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
};

/** Where somebody is signed in, for an administrator, the latest use first; ids stay in the database. */
export async function listUserSessions(actor: Actor, userId: string, at = new Date()): Promise<UserSession[]> {
  authorise(actor, 'admin.users');
  const rows = await db()
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, at)))
    .orderBy(desc(sessions.lastSeenAt));
  return rows
    .filter((row) => isLive(row, at))
    .map(({ id, device, createdAt, lastSeenAt, expiresAt }) => ({
      ref: sessionRefOf(id),
      device: readDevice(device),
      createdAt,
      lastSeenAt,
      expiresAt,
    }));
}
