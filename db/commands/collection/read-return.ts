import 'server-only';
import { randomUUID } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { revenueFiles, vendorReturns } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { OWN_ACCOUNTS, vendorAccount } from '@/lib/collection/accounts';
import { lastDayOf } from '@/lib/collection/month';
import { type ReturnLine, readReturnLines } from '@/lib/collection/return-lines';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { recordsOf } from '@/lib/intake/csv-records';
import { dayOf } from '@/lib/kernel/dates';
import { InvalidInputError, refuse } from '@/lib/kernel/errors';
import { derivedId, sha256Hex } from '@/lib/kernel/ids';
import { book, lockLedger, openAccounts } from './book';

/** Council Directive 2006/112/EC, Article 369s: the return of the import scheme, and Article 369v its payment. */
const DECLARED = 'Directive 2006/112/EC, Articles 369s and 369v';

export type ReturnRead = { readonly fileId: string; readonly lines: number; readonly matched: number };

type Standing = { readonly revision: number; readonly salesMinor: bigint; readonly vatMinor: bigint };

/**
 * Reads what vendors declared of their schemes by month. A month that was declared before gets a further revision, and the account of the
 * vendor is charged the difference; a row that says what stands changes nothing. The same bytes are read once.
 * @throws InvalidInputError with line, column and value; RefusedError `collection.file_known`
 */
export async function readReturn(
  actor: Actor,
  file: { readonly name: string; readonly text: string },
  at = new Date(),
): Promise<ReturnRead> {
  authorise(actor, 'revenue.collect');
  const sha256 = sha256Hex(file.text);
  const fileId = derivedId('return-file', sha256);
  return inTransaction(async (tx) => {
    const { currency, minorDigits } = await policyInForce(tx, dayOf(at));
    const rows = [...recordsOf(file.text.replace(/^\uFEFF/, ''), 1, true, ',')].filter(
      ({ fields }) => fields.length > 1 || fields[0] !== '',
    );
    const { lines, problems } = readReturnLines(rows, { today: dayOf(at), currency, minorDigits });
    if (problems.length > 0) throw new InvalidInputError(problems);
    await lockLedger(tx);
    const standing = await standingReturns(tx, lines);
    const changed = lines.filter((line) => !isSame(line, standing.get(keyOf(line))));
    const read = { readBy: actor.id, readByName: actor.name, readAt: at };
    const written = await tx
      .insert(revenueFiles)
      .values({
        fileId,
        kind: 'return',
        name: file.name,
        sha256,
        lines: lines.length,
        matched: changed.length,
        ...read,
      })
      .onConflictDoNothing()
      .returning({ fileId: revenueFiles.fileId });
    if (written.length === 0) throw refuse('collection.file_known');
    const entered = { fileId, enteredBy: actor.id, enteredByName: actor.name, enteredAt: at };
    await insertSet(
      tx,
      vendorReturns,
      changed.map((line) => ({ ...line, ...entered, revision: (standing.get(keyOf(line))?.revision ?? 0) + 1 })),
    );
    await bookDeclared(tx, changed, standing, at);
    const total = lines.reduce((sum, { vatMinor }) => sum + vatMinor, 0n);
    const details = { records: lines.length, changed: changed.length, amountMinor: total.toString(), sha256 };
    const subject = { subjectType: 'ledger' as const, subjectId: fileId };
    await writeAudit(tx, actor, { action: 'revenue.read_return', ...subject, details }, at);
    return { fileId, lines: lines.length, matched: changed.length };
  });
}

const keyOf = ({ schemeId, month }: Pick<ReturnLine, 'schemeId' | 'month'>) => `${schemeId} ${month}`;
const isSame = (line: ReturnLine, standing: Standing | undefined) =>
  standing !== undefined && standing.salesMinor === line.salesMinor && standing.vatMinor === line.vatMinor;

/** What stands of the schemes and months of some lines: their newest revision. */
async function standingReturns(tx: Tx, lines: readonly ReturnLine[]): Promise<Map<string, Standing>> {
  const schemes = [...new Set(lines.map(({ schemeId }) => schemeId))];
  if (schemes.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(vendorReturns)
    .where(inArray(vendorReturns.schemeId, schemes))
    .orderBy(vendorReturns.revision);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

async function bookDeclared(
  tx: Tx,
  lines: readonly ReturnLine[],
  standing: ReadonlyMap<string, Standing>,
  at: Date,
): Promise<void> {
  const debtors = lines.map(({ schemeId, currency }) => vendorAccount(schemeId, currency));
  await openAccounts(tx, debtors, dayOf(at));
  const transactionId = randomUUID();
  const postings = lines.flatMap(({ schemeId, month, vatMinor, currency }) => {
    const amountMinor = vatMinor - (standing.get(keyOf({ schemeId, month }))?.vatMinor ?? 0n);
    if (amountMinor === 0n) return [];
    const lastDay = lastDayOf(month);
    return [
      {
        subjectId: derivedId('return', schemeId, month),
        transactionId,
        kind: 'declared' as const,
        charge: 'declared' as const,
        accountId: vendorAccount(schemeId, currency).accountId,
        contraId: OWN_ACCOUNTS.declared,
        amountMinor,
        currency,
        // A return counts for its month, but never for a day to come.
        bookedOn: lastDay < dayOf(at) ? lastDay : dayOf(at),
        ground: DECLARED,
      },
    ];
  });
  await book(tx, postings, at);
}
