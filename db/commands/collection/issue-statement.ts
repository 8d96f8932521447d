import 'server-only';
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { accountWithin } from '@/db/queries/collection/account-scope';
import { statementSums } from '@/db/queries/collection/get-statement';
import { accounts, statements } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { STATEMENT_INPUT } from '@/lib/collection/inputs';
import { dueDayOf, lastDayOf } from '@/lib/collection/month';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { refuse } from '@/lib/kernel/errors';
import { lockLedger } from './book';

/**
 * Issues the statement of an account for a month that is over, and closes the account up to its end: what is posted later is booked after
 * it, so that the figures told once stay. @throws NotFoundError of another office's account; RefusedError `collection.month_runs`,
 * `collection.statement_issued` where this month or a later one was issued already
 */
export async function issueStatement(
  actor: Actor,
  input: z.input<typeof STATEMENT_INPUT>,
  at = new Date(),
): Promise<{ readonly closingMinor: bigint }> {
  authorise(actor, 'revenue.collect');
  const { accountId, month } = parseInput(STATEMENT_INPUT, input);
  const until = lastDayOf(month);
  return inTransaction(async (tx) => {
    const { officeId } = await accountWithin(tx, actor, accountId);
    if (until >= dayOf(at)) throw refuse('collection.month_runs', { day: until });
    await lockLedger(tx);
    const closed = await tx
      .update(accounts)
      .set({ closedUntil: until })
      .where(and(eq(accounts.accountId, accountId), or(isNull(accounts.closedUntil), lt(accounts.closedUntil, until))))
      .returning({ accountId: accounts.accountId });
    if (closed.length === 0) throw refuse('collection.statement_issued');
    const sums = await statementSums(tx, accountId, month);
    const issued = { issuedBy: actor.id, issuedByName: actor.name, issuedAt: at };
    await tx.insert(statements).values({ accountId, month, ...sums, dueOn: dueDayOf(month), ...issued });
    const details = {
      month,
      closingMinor: sums.closingMinor.toString(),
      debitMinor: sums.debitMinor.toString(),
      creditMinor: sums.creditMinor.toString(),
    };
    const subject = { subjectType: 'account' as const, subjectId: accountId, officeId };
    await writeAudit(tx, actor, { action: 'revenue.issue_statement', ...subject, details }, at);
    return { closingMinor: sums.closingMinor };
  });
}
