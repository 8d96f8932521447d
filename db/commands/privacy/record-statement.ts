import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { clearances, privacyStatements } from '@/db/schema';
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
 * should not be used (Article 21). It stands beside what was sent, which stays as it was sent. The same words of the same day are recorded once.
 * @throws NotFoundError; RefusedError `statement.ahead`, `statement.there`
 */
export async function recordStatement(
  actor: Actor,
  input: z.input<typeof STATEMENT_INPUT>,
  at = new Date(),
): Promise<{ readonly statementId: string }> {
  authorise(actor, 'privacy.answer');
  const { consignmentId, kind, cameOn, words } = parseInput(STATEMENT_INPUT, input);
  if (cameOn > dayOf(at)) throw refuse('statement.ahead');
  return inTransaction(async (tx) => {
    const [found] = await tx
      .select({ officeId: clearances.officeId })
      .from(clearances)
      .where(ofConsignment(consignmentId));
    if (!found) throw new NotFoundError('consignment');
    const statementId = derivedId('statement', consignmentId, kind, cameOn, words);
    const written = await tx
      .insert(privacyStatements)
      .values({
        ...{ consignmentId, statementId, kind, cameOn, words },
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
