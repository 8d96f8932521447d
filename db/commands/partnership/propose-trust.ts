import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { trustFigures } from '@/db/queries/partnership/trust-figures';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { trustStatuses } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { RefusedError, refuse } from '@/lib/kernel/errors';
import { PROPOSE_TRUST_INPUT } from '@/lib/partnership/inputs';
import { measureTrust, TRUST_DAYS_MAX } from '@/lib/partnership/trust';
import { lockPartner } from './partner-of';

/**
 * Proposes trust in a partner on its figures, which are kept with it. Nothing changes before another person grants it.
 * @throws NotFoundError; RefusedError `trust.no_terms` where the policy in force knows none of the level, `trust.figures` with what is missing, `trust.draw_too_low`, `trust.valid_to`, `trust.waits`
 */
export async function proposeTrust(
  actor: Actor,
  input: z.input<typeof PROPOSE_TRUST_INPUT>,
  at = new Date(),
): Promise<{ statusId: string }> {
  authorise(actor, 'trust.propose');
  const { partnerId, level, drawPercent, validTo, reason } = parseInput(PROPOSE_TRUST_INPUT, input);
  const today = dayOf(at);
  if (validTo <= today || validTo > addDays(today, TRUST_DAYS_MAX)) {
    const params = { days: TRUST_DAYS_MAX };
    throw new RefusedError([{ code: 'trust.valid_to', pointer: 'validTo', params }]);
  }
  return inTransaction(async (tx) => {
    const terms = (await policyInForce(tx, today)).trust.get(level);
    if (!terms) throw refuse('trust.no_terms');
    const { leastDrawPercent: least } = terms;
    if (drawPercent < least)
      throw new RefusedError([{ code: 'trust.draw_too_low', pointer: 'drawPercent', params: { least } }]);
    await lockPartner(tx, partnerId);
    const figures = await trustFigures(tx, partnerId, today);
    const missed = measureTrust(terms, figures).filter(({ isMet }) => !isMet);
    if (missed.length > 0)
      throw new RefusedError(
        missed.map(({ criterion, wanted, reached }) => ({
          code: `trust.figures_${criterion}`,
          params: { wanted, reached: Math.round((reached ?? 0) * 10) / 10 },
        })),
      );
    const waiting = await tx.$count(
      trustStatuses,
      and(eq(trustStatuses.partnerId, partnerId), eq(trustStatuses.state, 'proposed')),
    );
    if (waiting > 0) throw refuse('trust.waits');
    const statusId = randomUUID();
    const proposed = { proposedBy: actor.id, proposedByName: actor.name, proposedAt: at };
    await tx
      .insert(trustStatuses)
      .values({ statusId, partnerId, level, state: 'proposed', drawPercent, validTo, figures, reason, ...proposed });
    await writeAudit(
      tx,
      actor,
      {
        action: 'trust.propose',
        subjectType: 'trust',
        subjectId: statusId,
        reason,
        details: { partnerId, trustLevel: level, drawPercent, validTo, consignments: figures.consignments },
      },
      at,
    );
    return { statusId };
  });
}
