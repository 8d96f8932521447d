import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { memoranda } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { END_MEMORANDUM_INPUT } from '@/lib/partnership/inputs';

/** Ends a memorandum at once: from then on nothing is shared under it. @throws NotFoundError; RefusedError `memorandum.ended` */
export async function endMemorandum(
  actor: Actor,
  input: z.input<typeof END_MEMORANDUM_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'memorandum.write');
  const { memorandumId, reason } = parseInput(END_MEMORANDUM_INPUT, input);
  await inTransaction(async (tx) => {
    const [known] = await tx.select().from(memoranda).where(eq(memoranda.memorandumId, memorandumId));
    if (!known) throw new NotFoundError('memorandum');
    const written = await tx
      .update(memoranda)
      .set({ endedBy: actor.id, endedByName: actor.name, endedAt: at, endReason: reason })
      .where(and(eq(memoranda.memorandumId, memorandumId), isNull(memoranda.endedAt)))
      .returning({ id: memoranda.memorandumId });
    if (written.length === 0) throw refuse('memorandum.ended');
    const details = { shared: known.subject, legalBasis: known.legalBasis };
    const subject = { subjectType: 'memorandum' as const, subjectId: memorandumId };
    await writeAudit(tx, actor, { action: 'memorandum.end', ...subject, reason, details }, at);
  });
}
