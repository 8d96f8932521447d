import 'server-only';
import { randomUUID } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { changes, instruments, parameters } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import type { Problem } from '@/lib/kernel/problem';
import type { Period } from '@/lib/policy/change';
import { type ChangePart, PROPOSE_INPUT, pointerOf } from '@/lib/policy/draft';
import { crossedLanes } from '@/lib/policy/lane-order';
import { faultAt, partFaults, valueAt } from '@/lib/policy/part-faults';
import { fitRows, onTrial } from './fit-rows';
import { partDetails } from './part-details';
import { partsOf, writeDraft } from './write-draft';

const invalid = (pointer: string, code: string) => new InvalidInputError([{ code, severity: 'error', pointer }]);
/** Of a change that stands until it is changed again. */
const NO_LAST_DAY = '9999-12-31';
/** Beyond so many days a first day is a slip of the pen: thirty years. */
const AHEAD_DAYS_MAX = 10_958;

/**
 * Lays a change of one or more parameters before a second person: all of it acts from its day, or none. It is tried in full and taken
 * back, so that nobody is asked to approve what could not be written. What is proposed is kept as a version of the author's draft, to
 * go on with where the change is returned.
 * @throws NotFoundError; InvalidInputError with every fault, its place, rule and value; RefusedError `policy.later_row`, `policy.gap`,
 * `policy_broken`, `changed_meanwhile`
 */
export async function proposeChange(
  actor: Actor,
  input: z.input<typeof PROPOSE_INPUT>,
  at = new Date(),
): Promise<{ changeId: string }> {
  authorise(actor, 'policy.write');
  const { draftId: of, draftVersion, parts: sent, ...asked } = parseInput(PROPOSE_INPUT, input);
  const parts = partsOf(sent);
  checkDates(asked, at);
  const ids = parts.map(() => randomUUID());
  const headId = ids[0] ?? randomUUID();
  await inTransaction(async (tx) => {
    await checkLaw(tx, asked);
    await checkParts(tx, parts, asked);
    const proposed = parts.map((part, index) => ({ ...asked, ...part, value: part.value, id: ids[index] ?? headId }));
    await onTrial(tx, (trial) => fitRows(trial, proposed, at));
    const draft = await writeDraft(tx, actor, { draftId: of, draftVersion }, { ...asked, parts }, at);
    const by = { proposedAt: at, proposedBy: actor.id, proposedByName: actor.name };
    const written = { headId, draftId: draft.draftId, draftVersion: draft.version, ...by };
    await tx.insert(changes).values(proposed.map((part) => ({ ...part, ...written })));
    const { reason, validFrom, validTo } = asked;
    await writeAudit(
      tx,
      actor,
      {
        action: 'policy.propose',
        subjectType: 'policy_change',
        subjectId: headId,
        officeId: null,
        reason,
        details: { ...partDetails(parts), validFrom, validTo },
      },
      at,
    );
  });
  return { changeId: headId };
}

/** What was assessed on a day is assessed alike when it is looked at again: today has begun. */
function checkDates({ validFrom, validTo }: Period, at: Date): void {
  if (validFrom <= dayOf(at)) throw invalid('validFrom', 'not_ahead');
  if (validFrom > addDays(dayOf(at), AHEAD_DAYS_MAX)) throw invalid('validFrom', 'far_ahead');
  if (validTo !== null && validTo < validFrom) throw invalid('validTo', 'period');
}

/** Holds each part against the rules of its kind and the rates of exchange of the days it would act. */
async function checkParts(tx: Tx, parts: readonly ChangePart[], { validFrom, validTo }: Period): Promise<void> {
  const { currency, minorDigits } = await policyInForce(tx, validFrom);
  const rows = await tx
    .select()
    .from(parameters)
    .where(inArray(parameters.kind, ['exchange_rate', 'lane']));
  const standing = rows.filter((row) => row.validTo === null || row.validTo >= row.validFrom);
  // Rates of the change itself act with it; without a last day, those of its first day are asked for.
  const own = parts.flatMap(({ kind, key, value }) =>
    kind === 'exchange_rate' ? [{ kind, key, value, validFrom, validTo, source: '', edition: '' }] : [],
  );
  const period = { fromOn: validFrom, toOn: validTo ?? validFrom };
  const against = { currency, minorDigits, rows: [...own, ...standing], period };
  const problems: Problem[] = parts.flatMap((part) => partFaults(part, pointerOf(part), against));
  if (problems.length === 0) {
    const acting = { fromOn: validFrom, toOn: validTo ?? NO_LAST_DAY };
    for (const lane of crossedLanes(parts, standing, acting)) {
      problems.push(faultAt(`${pointerOf(lane)}.fromScore`, 'lanes_crossed', valueAt(lane.value, ['fromScore'])));
    }
  }
  if (problems.length > 0) throw new InvalidInputError(problems);
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
