import 'server-only';
import { sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { lockClearances } from '@/db/commands/intake/lock-clearances';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { withinAccounts } from '@/db/queries/collection/account-scope';
import { demandsNamed } from '@/db/queries/collection/demands-named';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { accounts, payments, revenueFiles } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { type BankLine, readBankLines } from '@/lib/collection/bank-lines';
import { paymentReference, referenceIn } from '@/lib/collection/payment-reference';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { recordsOf } from '@/lib/intake/csv-records';
import { dayOf } from '@/lib/kernel/dates';
import { InvalidInputError, refuse } from '@/lib/kernel/errors';
import { derivedId, sha256Hex } from '@/lib/kernel/ids';
import { lockLedger } from './book';
import { bookPayments, type Match } from './match-rows';
import { releaseAfter } from './release-covered';

export type BankFileRead = { readonly fileId: string; readonly lines: number; readonly matched: number };

/**
 * Reads a bank statement file: each line is a payment; where its words hold the reference of an account, or of a consignment that
 * waits, it is booked there and releases what waited, else it is kept until somebody says what it is for. The same bytes are read once.
 * @throws InvalidInputError with line, column and value; RefusedError `collection.file_known` with who read it
 */
export async function readBankFile(
  actor: Actor,
  file: { readonly name: string; readonly text: string },
  at = new Date(),
): Promise<BankFileRead> {
  authorise(actor, 'revenue.collect');
  const sha256 = sha256Hex(file.text);
  const fileId = derivedId('bank-file', sha256);
  const accountIds = new Set<string>();
  const done = await inTransaction(async (tx) => {
    const { currency, minorDigits } = await policyInForce(tx, dayOf(at));
    const rows = [...recordsOf(file.text.replace(/^\uFEFF/, ''), 1, true, ',')].filter(
      ({ fields }) => fields.length > 1 || fields[0] !== '',
    );
    const { lines, problems } = readBankLines(rows, { today: dayOf(at), currency, minorDigits });
    if (problems.length > 0) throw new InvalidInputError(problems);
    // Rows first, then the ledger: in this order by everybody.
    await lockClearances(
      tx,
      [...(await demandsNamed(tx, lines)).values()].map(({ consignmentId }) => consignmentId),
    );
    await lockLedger(tx);
    const matches = await matchesOf(tx, actor, fileId, lines);
    const read = { readBy: actor.id, readByName: actor.name, readAt: at };
    const written = await tx
      .insert(revenueFiles)
      .values({ fileId, kind: 'bank', name: file.name, sha256, lines: lines.length, matched: matches.length, ...read })
      .onConflictDoNothing()
      .returning({ fileId: revenueFiles.fileId });
    if (written.length === 0) throw refuse('collection.file_known');
    const entered = { enteredBy: actor.id, enteredByName: actor.name, enteredAt: at };
    await insertSet(
      tx,
      payments,
      lines.map((line) => ({
        ...line,
        paymentId: paymentIdOf(fileId, line),
        source: 'file' as const,
        fileId,
        ...entered,
      })),
    );
    await bookPayments(tx, actor, matches, at);
    for (const { accountId } of matches) accountIds.add(accountId);
    const total = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
    const details = { records: lines.length, matchedLines: matches.length, amountMinor: total.toString(), sha256 };
    const subject = { subjectType: 'ledger' as const, subjectId: fileId };
    await writeAudit(tx, actor, { action: 'revenue.read_bank_file', ...subject, details }, at);
    return { fileId, lines: lines.length, matched: matches.length };
  });
  await releaseAfter([...accountIds], at);
  return done;
}

const paymentIdOf = (fileId: string, { line }: BankLine) => derivedId('payment', fileId, String(line));

/** Lines whose words name one of our accounts, or one consignment that owes on it, by its reference. */
async function matchesOf(tx: Tx, actor: Actor, fileId: string, lines: readonly BankLine[]): Promise<Match[]> {
  const known = await tx
    .select({ accountId: accounts.accountId, number: accounts.number, currency: accounts.currency })
    .from(accounts)
    .where(withinAccounts(actor) ?? sql`true`);
  const byReference = new Map(known.map((account) => [paymentReference(account.number), account]));
  const byAccount = new Map(known.map((account) => [account.accountId, account]));
  const demanded = await demandsNamed(tx, lines);
  return lines.flatMap((line) => {
    const reference = referenceIn(line.reference) ?? '';
    const demand = demanded.get(reference);
    const account = demand ? byAccount.get(demand.accountId) : byReference.get(reference);
    if (!account || account.currency !== line.currency) return [];
    const payment = { ...line, paymentId: paymentIdOf(fileId, line) };
    return [{ payment, accountId: account.accountId, consignmentId: demand?.consignmentId ?? null }];
  });
}
