import 'server-only';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { z } from 'zod';
import { now } from '@/db/clock';
import type { Tx } from '@/db/connection';
import { breaksRule, refusedWithin } from '@/db/queries/intake/scope';
import { quarantinedRecords } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { checkRecord } from '@/lib/intake/check-record';
import { REPLAY_INPUT } from '@/lib/intake/mend-inputs';
import { textOf } from '@/lib/intake/replay-body';
import { foreignTarget } from './foreign-target';
import { findSource } from './open-quarantine';
import { referencesTakenAfter } from './overtaken';
import { judgeContextAt, readOptionsOf } from './reading-context';
import type { Name } from './resolve-acts';
import { type Resent, sendAgain } from './send-again';

const RECORDS_PER_READ = 500;
/** Records and characters of one replay; a JSON body must stay below the limit of the intake. */
const RECORDS_MAX = 2_000;
const CHARS_MAX = 4_000_000;

export type Replayed = {
  /** The submission that was opened; null when no record would pass. */
  readonly submissionId: string | null;
  readonly replayed: number;
  /** Looked at and refused as before, overtaken by a newer record of the same reference, or about a consignment of another office. */
  readonly stillRefused: number;
  /** The last record looked at; null when all were. */
  readonly goOnAfter: number | null;
};

/**
 * Sends the open refused records of a submission again, as they are, that would pass now: after a list was corrected or an office
 * opened; all of them, or those that break a rule. The others stay where they are. @throws NotFoundError, RefusedError `quarantine.settled` when somebody else is at it
 */
export async function replayQuarantine(
  actor: Actor,
  input: z.input<typeof REPLAY_INPUT>,
  after = 0,
  at = now(),
): Promise<Replayed> {
  authorise(actor, 'intake.mend');
  const { submissionId, rule = null } = REPLAY_INPUT.parse(input);
  return inTransaction(async (tx) => {
    const source = await findSource(tx, actor, submissionId);
    const context = await judgeContextAt(tx, at);
    const options = await readOptionsOf(tx, source);
    const passing: Resent[] = [];
    let stillRefused = 0;
    let chars = 0;
    let last = after;
    let isFull = false;
    for (;;) {
      const page = await openRecords(tx, actor, { submissionId, rule }, last);
      const newer = await referencesTakenAfter(
        tx,
        source,
        page.flatMap(({ reference }) => reference ?? []),
      );
      const fit: { names: Name; resent: Resent }[] = [];
      for (const record of page) {
        const text = textOf(record.rows);
        isFull = passing.length + fit.length >= RECORDS_MAX || chars + text.length > CHARS_MAX;
        if (isFull) break;
        last = record.recordNumber;
        const checked = await checkRecord({ ...source, text }, context, options);
        if (!checked.ok || newer.has(checked.reference ?? '')) stillRefused += 1;
        else {
          fit.push({ names: checked.names, resent: { recordNumber: record.recordNumber, asSent: text, text } });
          chars += text.length;
        }
      }
      const isForeign = await foreignTarget(
        tx,
        actor,
        source.partnerId,
        fit.map(({ names }) => names),
      );
      const own = fit.filter(({ names }) => !isForeign(names));
      passing.push(...own.map(({ resent }) => resent));
      stillRefused += fit.length - own.length;
      if (isFull || page.length < RECORDS_PER_READ) break;
    }
    const replayId = passing.length > 0 ? await sendAgain(tx, actor, source, passing, at) : null;
    return { submissionId: replayId, replayed: passing.length, stillRefused, goOnAfter: isFull ? last : null };
  });
}

async function openRecords(
  tx: Tx,
  actor: Actor,
  { submissionId, rule }: { submissionId: string; rule: string | null },
  after: number,
) {
  return tx
    .select({
      recordNumber: quarantinedRecords.recordNumber,
      reference: quarantinedRecords.reference,
      rows: quarantinedRecords.rows,
    })
    .from(quarantinedRecords)
    .where(
      and(
        eq(quarantinedRecords.submissionId, submissionId),
        eq(quarantinedRecords.state, 'open'),
        gt(quarantinedRecords.recordNumber, after),
        refusedWithin(actor),
        breaksRule(rule),
      ),
    )
    .orderBy(asc(quarantinedRecords.recordNumber))
    .limit(RECORDS_PER_READ);
}
