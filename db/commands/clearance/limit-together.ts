import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { togetherLimitsOf } from '@/db/queries/clearance/together-limits';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { togetherLimits } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { TogetherLimits } from '@/lib/clearance/decide-together';
import { LIMIT_TOGETHER_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { parseDecimal, toScaled } from '@/lib/kernel/decimal';
import { NotFoundError, RefusedError, refuse } from '@/lib/kernel/errors';
import type { PolicyCurrency } from '@/lib/policy/policy';

/**
 * Sets how many consignments an office lets leave together, up to which score, whether those among them that found no slot, and above
 * how many or how much a second person must confirm it. @throws NotFoundError of another office; RefusedError `batch.value_malformed`,
 * `together_limits_changed` with who was faster and when
 */
export async function limitTogether(
  actor: Actor,
  input: z.input<typeof LIMIT_TOGETHER_INPUT>,
  at = now(),
): Promise<{ readonly revision: number }> {
  authorise(actor, 'clearance.limit_together');
  const { officeId, revision: seen, reason, secondAboveValue, ...set } = parseInput(LIMIT_TOGETHER_INPUT, input);
  if (!actor.officeIds.includes(officeId)) throw new NotFoundError('office');
  return inTransaction(async (tx) => {
    const { revision: last, changed: _changed, ...before } = await togetherLimitsOf(tx, officeId);
    const secondAboveMinor = minorOfTyped(secondAboveValue, await policyInForce(tx, dayOf(at)));
    const limits: TogetherLimits = { ...set, secondAboveMinor };
    const revision = seen + 1;
    const changedBy = { reason, changedBy: actor.id, changedByName: actor.name, changedAt: at };
    const written =
      last === seen
        ? await tx
            .insert(togetherLimits)
            .values({ officeId, revision, ...limits, ...changedBy })
            .onConflictDoNothing()
            .returning({ revision: togetherLimits.revision })
        : [];
    if (written.length === 0) {
      const { changed } = await togetherLimitsOf(tx, officeId);
      throw refuse('together_limits_changed', { name: changed?.byName ?? '', at: changed?.at ?? '' });
    }
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.limit_together',
        subjectType: 'office',
        subjectId: officeId,
        officeId,
        details: { before: toldLimits(before), after: toldLimits(limits), revision },
        reason,
      },
      at,
    );
    return { revision };
  });
}

/** Most digits of a value: sums of it fit the 64 bits they are kept in. */
const DIGITS_MAX = 15;

/** @throws RefusedError `batch.value_malformed` */
function minorOfTyped(text: string, { currency, minorDigits }: PolicyCurrency): bigint {
  const value = parseDecimal(text);
  const minor = value && value.digits >= 0n && value.scale <= minorDigits ? toScaled(value, minorDigits, 'down') : null;
  if (minor !== null && minor < 10n ** BigInt(DIGITS_MAX)) return minor;
  const params = { value: text, currency };
  throw new RefusedError([{ code: 'batch.value_malformed', pointer: 'secondAboveValue', params }]);
}

/** Limits as the audit log keeps them. */
function toldLimits({ secondAboveMinor, ...limits }: TogetherLimits) {
  return { ...limits, secondAboveMinor: secondAboveMinor.toString() };
}
