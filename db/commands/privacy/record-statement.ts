import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { clearances, parties, privacyStatements } from '@/db/schema';
import { ofConsignment } from '@/db/queries/clearance/scope';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { STATEMENT_INPUT } from '@/lib/privacy/inputs';
import { derivedId } from '@/lib/kernel/ids';

/**
 * Records what a person says of the data of a consignment: that something is not right (Regulation (EU) 2016/679, Article 16), or that it
 * should not be used (Article 21), as sender or recipient of a version. It stands beside what was sent, which stays as it was sent. The same words of the same day are recorded once.
 * @throws NotFoundError; RefusedError `statement.ahead`, `statement.there`
 */
export async function recordStatement(
  actor: Actor,
  input: z.input<typeof STATEMENT_INPUT>,
  at = new Date(),
): Promise<{ readonly statementId: string }> {
  authorise(actor, 'privacy.answer');
  const { consignmentId, standsAs, version, kind, cameOn, words } = parseInput(STATEMENT_INPUT, input);
  if (cameOn > dayOf(at)) throw refuse('statement.ahead');
  return inTransaction(async (tx) => {
    const [found] = await tx
      .select({ officeId: clearances.officeId })
      .from(clearances)
      .innerJoin(
        parties,
        and(eq(parties.consignmentId, clearances.consignmentId), eq(parties.receivedOn, clearances.receivedOn)),
      )
      .where(and(ofConsignment(consignmentId), eq(parties.kind, standsAs), eq(parties.version, version)));
    if (!found) throw new NotFoundError('consignment');
    const statementId = derivedId('statement', consignmentId, standsAs, kind, cameOn, words);
    const written = await tx
      .insert(privacyStatements)
      .values({
        ...{ consignmentId, statementId, standsAs, version, kind, cameOn, words },
        ...{ recordedBy: actor.id, recordedByName: actor.name, recordedAt: at },
      })
      .onConflictDoNothing()
      .returning({ id: privacyStatements.statementId });
    if (written.length === 0) throw refuse('statement.there');
    await writeAudit(
      tx,
      actor,
      {
        ...{ action: 'privacy.record_statement', subjectType: 'consignment', subjectId: consignmentId },
        ...{ officeId: found.officeId, details: { statementId, statementKind: kind, cameOn } },
      },
      at,
    );
    return { statementId };
  });
}
