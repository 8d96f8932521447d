import 'server-only';
import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { ofConsignment, withinScope } from '@/db/queries/clearance/scope';
import { clearances, consignments, erasures, legalHolds, privacyStatements } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import type { HeldSubject, StatementKind } from '@/lib/privacy/codes';
import { withinHolds } from './within-holds';

export type ConsignmentPrivacy = {
  /** ISO instant at which its personal data were erased; null while they are there. */
  readonly erasedAt: string | null;
  readonly holds: readonly {
    readonly holdId: string;
    readonly subject: HeldSubject;
    /** Why and by whom; null for who may not know holds of its office: only that there is one is told. */
    readonly known: { readonly reason: string; readonly placedByName: string } | null;
    readonly placedAt: string;
    readonly isOwn: boolean;
    /** Placed at another consignment of the same party. */
    readonly isElsewhere: boolean;
  }[];
  readonly statements: readonly {
    readonly statementId: string;
    readonly kind: StatementKind;
    readonly cameOn: string;
    readonly words: string;
  }[];
};

/** Whether its people are erased, what keeps them from it, and what they say of the data. @throws NotFoundError for a foreign one too */
export async function privacyOfConsignment(actor: Actor, consignmentId: string): Promise<ConsignmentPrivacy> {
  authorise(actor, 'consignment.read');
  const [row] = await db()
    .select({
      updatedAt: consignments.updatedAt,
      senderKey: consignments.senderKey,
      recipientKey: consignments.recipientKey,
    })
    .from(clearances)
    .innerJoin(
      consignments,
      and(eq(consignments.consignmentId, clearances.consignmentId), eq(consignments.receivedOn, clearances.receivedOn)),
    )
    .where(and(ofConsignment(consignmentId), withinScope(actor)));
  if (!row) throw new NotFoundError('consignment');
  const { subject, partyKey } = legalHolds;
  const [erased, holds, statements] = await Promise.all([
    db()
      .select({ at: erasures.erasedAt })
      .from(erasures)
      .where(and(eq(erasures.consignmentId, consignmentId), sql`${erasures.erasedAt} >= ${row.updatedAt}`))
      .orderBy(desc(erasures.erasedAt))
      .limit(1),
    db()
      .select({ hold: legalHolds, isKnown: sql<boolean>`${withinHolds(actor, legalHolds.officeId)}` })
      .from(legalHolds)
      .where(
        and(
          isNull(legalHolds.liftedAt),
          or(
            eq(legalHolds.consignmentId, consignmentId),
            and(eq(subject, 'sender'), eq(partyKey, row.senderKey)),
            and(eq(subject, 'recipient'), eq(partyKey, row.recipientKey)),
          ),
        ),
      )
      .orderBy(asc(legalHolds.placedAt)),
    db()
      .select()
      .from(privacyStatements)
      .where(eq(privacyStatements.consignmentId, consignmentId))
      .orderBy(asc(privacyStatements.cameOn)),
  ]);
  return {
    erasedAt: erased[0]?.at.toISOString() ?? null,
    holds: holds.map(({ hold, isKnown }) => ({
      ...{ holdId: hold.holdId, subject: hold.subject },
      known: isKnown ? { reason: hold.reason, placedByName: hold.placedByName } : null,
      ...{ placedAt: hold.placedAt.toISOString(), isOwn: hold.placedBy === actor.id },
      isElsewhere: hold.consignmentId !== consignmentId,
    })),
    statements: statements.map(({ statementId, kind, cameOn, words }) => ({ statementId, kind, cameOn, words })),
  };
}
