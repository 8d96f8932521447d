import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { writeAudits } from '@/db/audit';
import { findSubject, TOLD_MAX } from '@/db/queries/privacy/find-subject';
import { heldOfSubject } from '@/db/queries/privacy/held-of-subject';
import { accessRequests } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { AuditEntry } from '@/lib/audit/actions';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { refuse } from '@/lib/kernel/errors';
import type { HeldData } from '@/lib/privacy/held';
import { ACCESS_INPUT } from '@/lib/privacy/inputs';
import { identifiersOf } from '@/lib/privacy/sought';

/**
 * Tells what is held of a person who asked for it (Regulation (EU) 2016/679, Article 15), other people masked. The request is noted with
 * what it was looked for by and how much was found, never who asked; every consignment that was told of has its row in the audit log.
 * @throws RefusedError `access.nothing_to_look_for`, `access.ahead`
 */
export async function answerAccess(
  actor: Actor,
  input: z.input<typeof ACCESS_INPUT>,
  at = new Date(),
): Promise<HeldData> {
  authorise(actor, 'privacy.answer');
  const { fileNumber, cameOn, ...sought } = parseInput(ACCESS_INPUT, input);
  const lookedForBy = identifiersOf(sought);
  if (lookedForBy.length === 0) throw refuse('access.nothing_to_look_for');
  if (cameOn > dayOf(at)) throw refuse('access.ahead');
  return inTransaction(
    async (tx) => {
      const found = await findSubject(tx, sought);
      const standing = found.slice(0, TOLD_MAX);
      const consignments = await heldOfSubject(tx, sought, standing, at);
      const requestId = randomUUID();
      await tx.insert(accessRequests).values({
        ...{ requestId, fileNumber, cameOn, lookedForBy, found: consignments.length },
        ...{ answeredBy: actor.id, answeredByName: actor.name, answeredAt: at },
      });
      const action = 'privacy.answer_access';
      const about: AuditEntry[] = [...new Set(consignments.map(({ consignmentId }) => consignmentId))].map((id) => ({
        ...{ action, subjectType: 'consignment', subjectId: id, details: { requestId } },
      }));
      const details = { lookedForBy, consignments: consignments.length, cameOn };
      await writeAudits(
        tx,
        actor,
        [{ action, subjectType: 'access_request', subjectId: requestId, details }, ...about],
        at,
      );
      const isCut = found.length > TOLD_MAX;
      return { requestId, fileNumber, cameOn, answeredAt: at.toISOString(), lookedForBy, isCut, consignments };
    },
    // Seldom, and over everything that is held.
    { statementTimeoutMs: 60_000 },
  );
}
