import 'server-only';
import { desc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { refunds, refundVerdicts } from '@/db/schema';
import { ibanTail, type RefundVerdict } from '@/lib/collection/refund';
import type { Actor } from '@/lib/identity/actor';
import { authorise, can } from '@/lib/identity/permissions';
import { roomOf } from './room';

export type RefundLine = {
  readonly refundId: string;
  readonly amountMinor: bigint;
  readonly payee: string;
  /** Whole for who pays it; its last figures for who reads only. */
  readonly iban: string;
  readonly reason: string;
  readonly askedByName: string;
  readonly askedAt: Date;
  /** Whether the reader asked for it: such a person cannot settle it. */
  readonly isOwn: boolean;
  /** Null as long as it waits for a second person. */
  readonly settled: {
    readonly verdict: RefundVerdict;
    readonly name: string;
    readonly at: Date;
    readonly note: string | null;
  } | null;
};

export type AccountRefunds = {
  /** Those that wait first, then the newest. */
  readonly lines: readonly RefundLine[];
  /** What can be paid back: money in hand less what is spoken for; null for who may not. */
  readonly inHandMinor: bigint | null;
};

const SHOWN = 50;

/** The refunds of an account that was found for the actor. */
export async function refundsOf(actor: Actor, accountId: string): Promise<AccountRefunds> {
  authorise(actor, 'revenue.read');
  const mayRefund = can(actor, 'revenue.refund');
  const [rows, inHandMinor] = await Promise.all([
    db()
      .select({ refund: refunds, verdict: refundVerdicts })
      .from(refunds)
      .leftJoin(refundVerdicts, eq(refundVerdicts.refundId, refunds.refundId))
      .where(eq(refunds.accountId, accountId))
      .orderBy(sql`${refundVerdicts.refundId} is not null`, desc(refunds.askedAt), desc(refunds.refundId))
      .limit(SHOWN),
    mayRefund ? inHandOn(accountId) : null,
  ]);
  return {
    inHandMinor,
    lines: rows.map(({ refund, verdict }) => ({
      refundId: refund.refundId,
      amountMinor: refund.amountMinor,
      payee: refund.payee,
      iban: mayRefund ? refund.iban : ibanTail(refund.iban),
      reason: refund.reason,
      askedByName: refund.askedByName,
      askedAt: refund.askedAt,
      isOwn: refund.askedBy === actor.id,
      settled: verdict
        ? { verdict: verdict.verdict, name: verdict.decidedByName, at: verdict.decidedAt, note: verdict.note }
        : null,
    })),
  };
}

async function inHandOn(accountId: string): Promise<bigint> {
  const room = await roomOf(db(), new Map([[accountId, { limitMinor: 0n }]]));
  const minor = room.get(accountId) ?? 0n;
  return minor > 0n ? minor : 0n;
}
