import { eq } from 'drizzle-orm';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { db } from '@/db/connection';
import { getAccount } from '@/db/queries/collection/get-account';
import { accounts, auditLog, partners } from '@/db/schema';
import type { AuditAction } from '@/lib/audit/actions';
import type { Actor } from '@/lib/identity/actor';
import { aConsignment, inLane } from './a-consignment';
import { aDesk, type Desk, NOW, someone } from './a-desk';
import { postAll } from './ledger-balance';

export type KeptAccount = {
  readonly desk: Desk;
  /** Supervisor of an office that does not keep the account. */
  readonly other: Actor;
  readonly accountId: string;
  readonly number: string;
  readonly view: (at?: Date) => ReturnType<typeof getAccount>;
  /** Rows of the audit log that one kind of act left on the account. */
  readonly audits: (action: AuditAction) => Promise<(typeof auditLog.$inferSelect)[]>;
};

/** The account of the desk's partner, kept by the desk's office: 6.15 EUR are owed on it since 2 November 2026. */
export async function anAccount(): Promise<KeptAccount> {
  const desk = await aDesk();
  await db().update(partners).set({ defaultOfficeId: desk.officeId }).where(eq(partners.id, desk.partnerId));
  const placed = await aConsignment(desk, inLane('yellow'));
  await releaseOf(desk, placed);
  await postAll(NOW);
  const [account] = await db().select().from(accounts).where(eq(accounts.partnerId, desk.partnerId));
  if (!account) throw new Error('no account was opened');
  const { accountId, number } = account;
  return {
    desk,
    other: someone('supervisor', 'BELGG', 'G. Elsewhere'),
    accountId,
    number,
    view: (at = NOW) => getAccount(desk.supervisor, number, at),
    audits: async (action) =>
      (await db().select().from(auditLog).where(eq(auditLog.subjectId, accountId))).filter(
        (row) => row.action === action,
      ),
  };
}

/** Releases goods that wait, as the desk's officer does. */
export const releaseOf = (desk: Desk, seen: { consignmentId: string; rowVersion: number }, at = NOW) =>
  releaseConsignment(
    desk.officer,
    {
      consignmentId: seen.consignmentId,
      rowVersion: seen.rowVersion,
      ground: 'risk_not_confirmed',
      note: 'Seen',
    },
    at,
  );
