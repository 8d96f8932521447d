import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { ClearanceRow, OpenChange } from '@/db/commands/clearance/change/open-change';
import { book, lockLedger, openAccounts } from '@/db/commands/collection/book';
import type { Tx } from '@/db/connection';
import { foundCharges } from '@/db/queries/statistics/found-charges';
import { appealActs, consignments } from '@/db/schema';
import type { AppealAct } from '@/lib/appeals/appeal';
import { type Account, borderDebtor, OWN_ACCOUNTS } from '@/lib/collection/accounts';
import { typedMinor } from '@/lib/collection/amount-typed';
import type { PostingKind } from '@/lib/collection/dues';
import type { Actor } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import { RefusedError, refuse } from '@/lib/kernel/errors';

export type NewAct = {
  readonly appealId: string;
  readonly number: number;
  readonly act: AppealAct;
  readonly decisionId: string | null;
  readonly amountMinor: bigint;
  readonly happenedOn: string;
  readonly words: string;
};

/** Adds an act to an appeal, on the condition that it is the next one. @throws RefusedError `appeal.changed` */
export async function writeAct(tx: Tx, actor: Actor, { row, policy, at }: OpenChange, act: NewAct): Promise<void> {
  const recorded = { recordedBy: actor.id, recordedByName: actor.name, recordedAt: at };
  const written = await tx
    .insert(appealActs)
    .values({ consignmentId: row.consignmentId, currency: policy.currency, ...act, ...recorded })
    .onConflictDoNothing()
    .returning({ number: appealActs.number });
  if (written.length === 0) throw refuse('appeal.changed');
}

/** Minor units of an amount as typed; empty is nothing. @throws RefusedError `appeal.amount_malformed` */
export function minorOfTyped(text: string, { policy }: OpenChange): bigint {
  const minor = typedMinor(text, policy.minorDigits);
  if (minor !== null) return minor;
  const params = { value: text, currency: policy.currency };
  throw new RefusedError([{ code: 'appeal.amount_malformed', pointer: 'amount', params }]);
}

/** Who owes the charges of a consignment, and what they are with what customs found. */
export async function debtorOf(
  tx: Tx,
  row: ClearanceRow,
  currency: string,
): Promise<{ readonly account: Account; readonly chargesMinor: bigint }> {
  const [goods] = await tx
    .select({
      model: consignments.collectionModel,
      found: sql<string>`${foundCharges(sql`${row.consignmentId}::uuid`)}::text`,
    })
    .from(consignments)
    .where(and(eq(consignments.consignmentId, row.consignmentId), eq(consignments.receivedOn, row.receivedOn)));
  if (!goods) throw new Error(`consignment ${row.consignmentId} has no data`);
  return {
    account: borderDebtor(goods.model, row.partnerId, currency),
    chargesMinor: row.chargesMinor + BigInt(goods.found),
  };
}

/** Provisions of what becomes of a security (Regulation (EU) No 952/2013). */
const GROUNDS = {
  secured: 'Regulation (EU) No 952/2013, Article 45(3)',
  security_returned: 'Regulation (EU) No 952/2013, Article 98(1)',
  security_kept: 'Regulation (EU) No 952/2013, Article 109(1)',
} as const satisfies Partial<Record<PostingKind, string>>;

/** Posts a security: given, it is owed beside the charges; returned or set against them, it is owed no more. */
export async function bookSecurity(
  tx: Tx,
  row: ClearanceRow,
  security: { readonly kind: keyof typeof GROUNDS; readonly minor: bigint; readonly currency: string },
  at: Date,
): Promise<void> {
  const { kind, minor, currency } = security;
  if (minor === 0n) return;
  const { account } = await debtorOf(tx, row, currency);
  const today = dayOf(at);
  await lockLedger(tx);
  await openAccounts(tx, [account], today);
  const posting = {
    subjectId: row.consignmentId,
    transactionId: randomUUID(),
    kind,
    charge: 'security' as const,
    accountId: account.accountId,
    contraId: OWN_ACCOUNTS.security,
    amountMinor: kind === 'secured' ? minor : -minor,
    currency,
    bookedOn: today,
    ground: GROUNDS[kind],
  };
  await book(tx, [posting], at);
}
