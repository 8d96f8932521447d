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

/**
 * Withdraws a package of ours: its file is given out no more. What the other side took over is for it to end; it is told by other ways.
 * @throws NotFoundError; RefusedError `cooperation.state`, `changed_meanwhile`
 */
export async function withdrawPackage(
  actor: Actor,
  input: z.input<typeof EXCHANGE_ACT_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'cooperation.prepare');
  const { exchangeId, rowVersion, reason } = parseInput(EXCHANGE_ACT_INPUT, input);
  await inTransaction(async (tx) => {
    const found = await lockExchange(tx, exchangeId, 'sent');
    if (!['prepared', 'approved', 'sent'].includes(found.state)) throw refuse('cooperation.state');
    const ended = { endedBy: actor.id, endedByName: actor.name, endedAt: at, endReason: reason };
    const changed = await tx
      .update(exchangePackages)
      .set({ state: 'withdrawn', ...ended, rowVersion: rowVersion + 1 })
      .where(and(eq(exchangePackages.exchangeId, exchangeId), eq(exchangePackages.rowVersion, rowVersion)))
      .returning({ id: exchangePackages.exchangeId });
    if (changed.length === 0) throw refuse('changed_meanwhile');
    await writeAudit(
      tx,
      actor,
      {
        action: 'cooperation.withdraw',
        subjectType: 'exchange',
        subjectId: exchangeId,
        officeId: null,
        reason,
        details: { administration: found.content.to.code, packageId: found.packageId },
      },
      at,
    );
  });
}
