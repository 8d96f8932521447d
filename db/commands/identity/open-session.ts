import 'server-only';
import { randomBytes } from 'node:crypto';
import { and, desc, eq, isNull, lt } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { sessions, userOffices, users } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { type Device, writeDevice } from '@/lib/identity/device';
import { SESSION_LIFE_MS } from '@/lib/identity/session-life';
import { sessionRefOf } from '@/lib/identity/session-ref';
import { UnauthenticatedError } from '@/lib/kernel/errors';

/** Ended sessions are kept this long for questions about them; the audit log keeps the sign-in itself. */
const KEPT_MS = 30 * 86_400_000;

/** What is known of the browser a session is opened in. */
export type Browser = {
  readonly device: Device | null;
  /** Hash of what the browser of a counter keeps. */
  readonly counterKey: string | null;
  /** When the person last typed who they are, where that was not just now; null where nobody can tell: step-up then asks. */
  readonly confirmedAt?: Date | null;
};

const NOWHERE: Browser = { device: null, counterKey: null };

/**
 * Opens a new session for somebody who has just proved who they are, by password or by the identity provider; takes no actor, it makes one.
 * Gives the random session id that the token carries. @throws UnauthenticatedError for a disabled account
 */
export async function openSession(
  userId: string,
  via: 'password' | 'oidc',
  at = new Date(),
  from: Browser = NOWHERE,
): Promise<string> {
  return inTransaction(async (tx) => {
    const [user] = await tx
      .select()
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.disabledAt)));
    if (!user) throw new UnauthenticatedError();
    const own = await tx
      .select({ officeId: userOffices.officeId })
      .from(userOffices)
      .where(eq(userOffices.userId, userId))
      .orderBy(desc(userOffices.isDefault), userOffices.officeId);
    await tx
      .delete(sessions)
      .where(and(eq(sessions.userId, userId), lt(sessions.expiresAt, new Date(at.getTime() - KEPT_MS))));
    const id = randomBytes(32).toString('base64url');
    const officeId = own[0]?.officeId ?? null;
    await tx.insert(sessions).values({
      id,
      userId,
      officeId,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + SESSION_LIFE_MS),
      // Whoever signed in here has just proved who they are; of who came by a provider its token tells when.
      confirmedAt: from.confirmedAt === undefined ? at : from.confirmedAt,
      device: writeDevice(from.device),
      counterKey: from.counterKey,
    });
    const actor = {
      kind: 'user',
      id: userId,
      name: user.name,
      role: user.role,
      officeId,
      officeIds: own.map((row) => row.officeId),
      partnerId: user.partnerId,
      agencyId: user.agencyId,
      sessionId: id,
    } as const;
    await writeAudit(
      tx,
      actor,
      { action: 'identity.sign_in', subjectType: 'session', subjectId: sessionRefOf(id), details: { via } },
      at,
    );
    return id;
  });
}
