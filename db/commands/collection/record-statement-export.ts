import 'server-only';
import { writeAudit } from '@/db/audit';
import { accountNumbered } from '@/db/queries/collection/account-scope';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** Notes that a statement left as a file. @throws NotFoundError of another operator or office */
export async function recordStatementExport(
  actor: Actor,
  { number, month, format }: { readonly number: string; readonly month: string; readonly format: 'csv' | 'pdf' },
  at = new Date(),
): Promise<void> {
  authorise(actor, 'revenue.read');
  await inTransaction(async (tx) => {
    const { accountId, officeId } = await accountNumbered(tx, actor, number);
    const subject = { subjectType: 'account' as const, subjectId: accountId, officeId };
    await writeAudit(tx, actor, { action: 'revenue.export', ...subject, details: { month, fileType: format } }, at);
  });
}
