import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { exchangePackages } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { EXCHANGE_ACT_INPUT } from '@/lib/cooperation/inputs';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
import { lockExchange } from './exchange-of';

/** Leaves a received package alone, with the reason: nothing of it is taken over. @throws NotFoundError; RefusedError `cooperation.state`, `changed_meanwhile` */
export async function declinePackage(
  actor: Actor,
  input: z.input<typeof EXCHANGE_ACT_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'cooperation.prepare');
  const { exchangeId, rowVersion, reason } = parseInput(EXCHANGE_ACT_INPUT, input);
  await inTransaction(async (tx) => {
    const found = await lockExchange(tx, exchangeId, 'received');
    if (found.state !== 'checked') throw refuse('cooperation.state');
    const decided = { decidedBy: actor.id, decidedByName: actor.name, decidedAt: at, decisionNote: reason };
    const changed = await tx
      .update(exchangePackages)
      .set({ state: 'refused', ...decided, rowVersion: rowVersion + 1 })
      .where(and(eq(exchangePackages.exchangeId, exchangeId), eq(exchangePackages.rowVersion, rowVersion)))
      .returning({ id: exchangePackages.exchangeId });
    if (changed.length === 0) throw refuse('changed_meanwhile');
    await writeAudit(
      tx,
      actor,
      {
        action: 'cooperation.decline',
        subjectType: 'exchange',
        subjectId: exchangeId,
        officeId: null,
        reason,
        details: { administration: found.content.from.code, packageId: found.packageId },
      },
      at,
    );
  });
}
