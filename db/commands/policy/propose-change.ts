import 'server-only';
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { changes, instruments } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { isAbsurd, keyFault, letsOneAlone, PROPOSE_INPUT } from '@/lib/policy/change';
import { faultOf } from '@/lib/policy/rows-in-force';
import { fitRows, onTrial } from './fit-rows';

const invalid = (pointer: string, code: string) => new InvalidInputError([{ code, severity: 'error', pointer }]);

/**
 * Lays a change of one parameter before a second person. It is tried in full and taken back, so that nobody is asked to approve
 * what could not be written.
 * @throws NotFoundError; InvalidInputError with the field and the rule; RefusedError `policy.later_row`, `policy.gap`, `policy_broken`
 */
export async function proposeChange(
  actor: Actor,
  input: z.input<typeof PROPOSE_INPUT>,
  at = new Date(),
): Promise<{ changeId: string }> {
  authorise(actor, 'policy.write');
  const { value: typed, ...asked } = parseInput(PROPOSE_INPUT, input);
  const value = readValue(typed);
  const { kind, key, validFrom, validTo } = asked;
  const wrongKey = keyFault(kind, key);
  if (wrongKey !== null) throw invalid('key', wrongKey);
  if (faultOf(kind, key, value) !== null) throw invalid('value', 'policy_value');
  if (letsOneAlone(kind, key, value)) throw invalid('value', 'always_seconded');
  if (isAbsurd(value)) throw invalid('value', 'absurd_percentage');
  // What was assessed on a day is assessed alike when it is looked at again: today has begun.
  if (validFrom <= dayOf(at)) throw invalid('validFrom', 'not_ahead');
  if (validTo !== null && validTo < validFrom) throw invalid('validTo', 'period');
  const change = { ...asked, id: randomUUID(), value };
  await inTransaction(async (tx) => {
    await checkLaw(tx, change);
    await onTrial(tx, (trial) => fitRows(trial, change));
    const by = { proposedAt: at, proposedBy: actor.id, proposedByName: actor.name };
    await tx.insert(changes).values({ ...change, ...by });
    await writeAudit(
      tx,
      actor,
      {
        action: 'policy.propose',
        subjectType: 'policy_change',
        subjectId: change.id,
        officeId: null,
        reason: asked.reason,
        details: { parameterKind: kind, parameterKey: key, validFrom, validTo },
      },
      at,
    );
  });
  return { changeId: change.id };
}

function readValue(typed: string): unknown {
  try {
    return JSON.parse(typed);
  } catch {
    throw invalid('value', 'policy_value');
  }
}

/** The law has to be in force on the first day of what rests on it. */
async function checkLaw(
  tx: Tx,
  { instrumentId, validFrom }: { instrumentId: string; validFrom: string },
): Promise<void> {
  const [law] = await tx.select().from(instruments).where(eq(instruments.id, instrumentId));
  if (!law) throw new NotFoundError('instrument');
  if (law.validFrom > validFrom || (law.validTo !== null && law.validTo < validFrom)) {
    throw invalid('instrumentId', 'law_not_in_force');
  }
}
