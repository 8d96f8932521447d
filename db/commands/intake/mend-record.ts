import 'server-only';
import type { z } from 'zod';
import { now } from '@/db/clock';
import { db, type Executor } from '@/db/connection';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { type CheckedRecord, checkRecord } from '@/lib/intake/check-record';
import { MEND_INPUT } from '@/lib/intake/mend-inputs';
import { problemsInFile, textOf } from '@/lib/intake/replay-body';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { foreignTarget } from './foreign-target';
import { findOpen } from './open-quarantine';
import { referencesTakenAfter } from './overtaken';
import { judgeContextAt, readOptionsOf } from './reading-context';
import { sendAgain } from './send-again';

export type Mended = { readonly submissionId: string };

/**
 * Sends a refused record again with its text mended. It must pass what it failed before: nothing goes from one quarantine into
 * the next, and no older record undoes a newer one of the same reference. @throws NotFoundError, RefusedError `quarantine.settled`, `quarantine.still_refused`, `quarantine.overtaken`
 */
export async function mendRecord(actor: Actor, input: z.input<typeof MEND_INPUT>, at = now()): Promise<Mended> {
  authorise(actor, 'intake.mend');
  const wish = MEND_INPUT.parse(input);
  return inTransaction(async (tx) => {
    const { record, source } = await findOpen(tx, actor, wish);
    const context = await judgeContextAt(tx, at);
    const checked = await checkRecord({ ...source, text: wish.text }, context, await readOptionsOf(tx, source));
    await refuseForeign(tx, actor, source.partnerId, checked);
    if (!checked.ok) throw refuse('quarantine.still_refused', { count: checked.problems.length });
    const references = checked.reference === null ? [] : [checked.reference];
    if ((await referencesTakenAfter(tx, source, references)).size > 0) throw refuse('quarantine.overtaken');
    const resent = { recordNumber: record.recordNumber, asSent: textOf(record.rows), text: wish.text };
    return { submissionId: await sendAgain(tx, actor, source, [resent], at) };
  });
}

/** What the intake would say of the text of a refused record now, at the lines of the file it came in; changes nothing. @throws NotFoundError, RefusedError */
export async function checkMended(actor: Actor, input: z.input<typeof MEND_INPUT>, at = now()): Promise<CheckedRecord> {
  authorise(actor, 'intake.mend');
  const wish = MEND_INPUT.parse(input);
  const { record, source } = await findOpen(db(), actor, wish);
  const context = await judgeContextAt(db(), at);
  const checked = await checkRecord({ ...source, text: wish.text }, context, await readOptionsOf(db(), source));
  await refuseForeign(db(), actor, source.partnerId, checked);
  return checked.ok
    ? { ...checked, warnings: problemsInFile(record.rows, checked.warnings) }
    : { ...checked, problems: problemsInFile(record.rows, checked.problems) };
}

/** @throws NotFoundError where the text names a consignment of none of the actor's offices */
async function refuseForeign(from: Executor, actor: Actor, partnerId: string, checked: CheckedRecord): Promise<void> {
  if (!checked.ok) return;
  const isForeign = await foreignTarget(from, actor, partnerId, [checked.names]);
  if (isForeign(checked.names)) throw new NotFoundError('consignment');
}
