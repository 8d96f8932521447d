import 'server-only';
import { randomUUID } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { forgetWhatIsInForce } from '@/db/queries/policy/in-force-cache';
import { changeDecisions, changes, drafts } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { requireConfirmed } from '@/lib/identity/step-up';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { type ChangedKind, DECIDE_INPUT } from '@/lib/policy/change';
import { annulRows } from './annul-rows';
import { fitRows } from './fit-rows';
import { partDetails } from './part-details';

/** Advisory lock of changes of one kind of parameter: decisions on one key come one after the other. */
const CHANGE_LOCK = 7_215_910;

/**
 * Approves a proposed change, whose rows then wait for their day, returns it to its author as a draft, or refuses it for good; who
 * proposed it may only withdraw it, and has it as a draft again. All its parameters are decided together. An annulment is a change
 * like others, but for that nothing of it is left to write on: approved, it takes the rows back that wait.
 * @throws NotFoundError; RefusedError `policy.own`, `policy.not_own`, `policy.no_draft`, `policy.decided` with who and when,
 * `policy.too_late`, `policy.later_row`, `policy.gap`, `policy.built_on`, `policy_broken`, `confirmation_needed`
 */
export async function decideChange(actor: Actor, input: z.input<typeof DECIDE_INPUT>, at = new Date()): Promise<void> {
  authorise(actor, 'policy.decide');
  const { changeId, verdict, reason } = parseInput(DECIDE_INPUT, input);
  // What somebody proposed themselves they may take back at once: nothing comes into force by it.
  if (verdict !== 'withdraw') requireConfirmed(actor, at);
  await inTransaction(async (tx) => {
    const { head, parts } = await lockedChange(tx, changeId);
    const isOwn = head.proposedBy === actor.id;
    if (isOwn && verdict !== 'withdraw') throw refuse('policy.own');
    if (!isOwn && verdict === 'withdraw') throw refuse('policy.not_own');
    if (verdict === 'return' && head.annuls !== null) throw refuse('policy.no_draft');
    const [earlier] = await tx.select().from(changeDecisions).where(eq(changeDecisions.changeId, head.id));
    if (earlier) {
      throw refuse('policy.decided', { by: earlier.decidedByName, at: earlier.decidedAt.toISOString() });
    }
    const until = verdict === 'approve' ? await carryOut(tx, parts, at) : null;
    const by = { decidedAt: at, decidedBy: actor.id, decidedByName: actor.name };
    await tx
      .insert(changeDecisions)
      .values(parts.map(({ id }) => ({ changeId: id, verdict, reason, endedUntil: until?.get(id) ?? null, ...by })));
    if (verdict === 'return' || verdict === 'withdraw') await giveBack(tx, parts, at);
    const { validFrom, validTo } = head;
    await writeAudit(
      tx,
      actor,
      {
        action: `policy.${verdict}`,
        subjectType: 'policy_change',
        subjectId: head.id,
        officeId: null,
        reason,
        details: { ...partDetails(parts), validFrom, validTo },
      },
      at,
    );
  });
  forgetWhatIsInForce();
}

type Row = typeof changes.$inferSelect;

/**
 * A change with all its parts, no other act on their kinds at the same time. Any part names the whole.
 * @throws NotFoundError
 */
export async function lockedChange(tx: Tx, id: string): Promise<{ head: Row; parts: readonly Row[] }> {
  const parts = await tx
    .select()
    .from(changes)
    .where(sql`${changes.headId} = (select head_id from ${changes} where id = ${id})`)
    .orderBy(asc(changes.kind), asc(changes.key));
  const head = parts.find((part) => part.id === part.headId);
  if (!head) throw new NotFoundError('change');
  // In one order whoever asks: two changes of the same kinds wait for each other and never in a ring.
  for (const kind of [...new Set(parts.map((part) => part.kind))].sort()) {
    await tx.execute(sql`select pg_advisory_xact_lock(${CHANGE_LOCK}, hashtext(${kind}))`);
  }
  return { head, parts };
}

/** Writes what was approved; gives, by part, the last day of the row it ended. */
async function carryOut(tx: Tx, parts: readonly Row[], at: Date): Promise<ReadonlyMap<string, string | null>> {
  const [first] = parts;
  if (first && first.validFrom <= dayOf(at)) throw refuse('policy.too_late', { day: first.validFrom });
  const annulled = parts.flatMap(({ annuls, ...part }) => (annuls === null ? [] : [{ ...part, id: annuls }]));
  if (annulled.length === 0) return fitRows(tx, parts, at);
  await annulRows(tx, annulled, at);
  return new Map();
}

/** What was proposed before there were drafts becomes one now, for its author to go on with. */
async function giveBack(tx: Tx, parts: readonly Row[], at: Date): Promise<void> {
  const [first] = parts;
  if (!first || first.draftId !== null || first.annuls !== null) return;
  const { instrumentId, validFrom, validTo, reason, proposedBy, proposedByName } = first;
  await tx.insert(drafts).values({
    ...{ id: randomUUID(), version: 1, instrumentId, validFrom, validTo, reason },
    parts: parts.map(({ kind, key, value }) => ({ kind: kind as ChangedKind, key, value })),
    ...{ savedAt: at, savedBy: proposedBy, savedByName: proposedByName },
  });
}
