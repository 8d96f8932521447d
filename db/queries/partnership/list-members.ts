import 'server-only';
import { asc, eq, max } from 'drizzle-orm';
import { db } from '@/db/connection';
import { sessions, users } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';

export type MemberRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly lastSeenAt: Date | null;
};

/** The people of the actor's own partner, by name. @throws NotFoundError for who is of none */
export async function listMembers(actor: Actor): Promise<readonly MemberRow[]> {
  authorise(actor, 'partner.team');
  if (!actor.partnerId) throw new NotFoundError('partner');
  return db()
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      createdAt: users.createdAt,
      disabledAt: users.disabledAt,
      lastSeenAt: max(sessions.lastSeenAt),
    })
    .from(users)
    .leftJoin(sessions, eq(sessions.userId, users.id))
    .where(eq(users.partnerId, actor.partnerId))
    .groupBy(users.id)
    .orderBy(asc(users.name), asc(users.id));
}
