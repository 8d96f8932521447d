import 'server-only';
import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { agencyInForce } from '@/db/queries/agency/agency-in-force';
import { offices, partners, sessions, users } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import type { Role } from '@/lib/identity/roles';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';

type UserRow = typeof users.$inferSelect;

/** An account for a change, locked until the transaction ends. @throws NotFoundError; RefusedError `own_account` */
export async function userToChange(tx: Tx, actor: Actor, userId: string): Promise<UserRow> {
  if (userId === actor.id) throw refuse('own_account');
  const [user] = await tx.select().from(users).where(eq(users.id, userId)).for('update');
  if (!user) throw new NotFoundError('user');
  return user;
}

/** Somebody must remain who can administer. Locks the administrators, so that two cannot take each other away. @throws RefusedError */
export async function keepAnAdmin(tx: Tx, leaving: UserRow): Promise<void> {
  if (leaving.role !== 'admin' || leaving.disabledAt !== null) return;
  const others = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'admin'), isNull(users.disabledAt), ne(users.id, leaving.id)))
    .for('update');
  if (others.length === 0) throw refuse('last_admin');
}

/**
 * Whether a role may stand with this partner, this agency and these offices. @throws RefusedError `partner_required`,
 * `agency_required`, `office_required`, `unknown_…`
 */
export async function checkBinding(
  tx: Tx,
  binding: { role: Role; partnerId: string | null; agencyId: string | null; officeIds: readonly string[] },
  at: Date,
): Promise<{ partnerId: string | null; agencyId: string | null; officeIds: readonly string[] }> {
  if (binding.role === 'partner') {
    if (binding.partnerId === null) throw refuse('partner_required');
    const [partner] = await tx
      .select({ id: partners.id })
      .from(partners)
      .where(and(eq(partners.id, binding.partnerId), isNull(partners.disabledAt)));
    if (!partner) throw refuse('unknown_partner');
    return { partnerId: partner.id, agencyId: null, officeIds: [] };
  }
  if (binding.role === 'agency') {
    if (binding.agencyId === null) throw refuse('agency_required');
    const agency = await agencyInForce(tx, binding.agencyId, dayOf(at));
    if (!agency) throw refuse('unknown_agency');
    return { partnerId: null, agencyId: agency.id, officeIds: [] };
  }
  if (binding.role === 'admin') return { partnerId: null, agencyId: null, officeIds: [] };
  const wanted = [...new Set(binding.officeIds)].sort();
  if (wanted.length === 0) throw refuse('office_required');
  const known = await tx.select({ id: offices.id }).from(offices).where(inArray(offices.id, wanted));
  if (known.length !== wanted.length) throw refuse('unknown_office');
  return { partnerId: null, agencyId: null, officeIds: wanted };
}

/** Ends every open session of an account; gives their number. */
export async function endSessionsOf(tx: Tx, userId: string, at: Date): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: at, counterKey: null })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return ended.length;
}
