import 'server-only';
import { eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { accounts } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError } from '@/lib/kernel/errors';

export type AccountRow = typeof accounts.$inferSelect;

/** Accounts an actor may see: a partner its own, an office those it keeps and those no office keeps alone. */
export function withinAccounts(actor: Actor): SQL | undefined {
  if (actor.role === 'partner') return eq(accounts.partnerId, actor.partnerId ?? NOBODY);
  return or(isNull(accounts.officeId), inArray(accounts.officeId, [...actor.officeIds, NOWHERE]));
}

/** No partner and no office bears these: an actor without one sees nothing by it. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const NOWHERE = '';

/** An account the actor may see. @throws NotFoundError for any other */
export async function accountWithin(from: Executor, actor: Actor, accountId: string): Promise<AccountRow> {
  return onlyWithin(actor, await from.select().from(accounts).where(eq(accounts.accountId, accountId)));
}

/** The same by the number people know it by. @throws NotFoundError */
export async function accountNumbered(from: Executor, actor: Actor, number: string): Promise<AccountRow> {
  return onlyWithin(actor, await from.select().from(accounts).where(eq(accounts.number, number)));
}

function onlyWithin(actor: Actor, rows: readonly AccountRow[]): AccountRow {
  const [account] = rows.filter((row) => isWithin(actor, row));
  if (!account) throw new NotFoundError('account');
  return account;
}

function isWithin(actor: Actor, { partnerId, officeId }: AccountRow): boolean {
  if (actor.role === 'partner') return partnerId !== null && partnerId === actor.partnerId;
  return officeId === null || actor.officeIds.includes(officeId);
}
