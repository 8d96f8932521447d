import 'server-only';
import type { Tx } from '@/db/connection';
import { contentHash } from '@/lib/intake/content-hash';
import { locateProblems } from '@/lib/intake/locate-problems';
import { type BadRecord, type GoodRecord, judgeRecord, type ReadBatch, refusedRecord } from './read-batch';
import { resolveActs } from './resolve-acts';
import type { Standing } from './standing';

/** A cancellation that may be carried out. */
export type GoodCancel = {
  readonly recordNumber: number;
  readonly standing: Standing;
  /** The sender's reason, in the sender's words. */
  readonly note: string | null;
  readonly isDone: boolean;
};
export type Batch = {
  readonly good: readonly GoodRecord[];
  readonly cancels: readonly GoodCancel[];
  readonly bad: readonly BadRecord[];
  readonly last: number;
};

/** Longest reason that stands in the timeline; the message itself is kept whole. */
const NOTE_CHARS = 500;

/**
 * The batch with its acts carried out on paper: what they name is locked, and amended records are judged whole, like any other.
 * It may end earlier than it was read: where two acts name one consignment, the second waits for the next batch.
 */
export async function resolveBatch(tx: Tx, batch: ReadBatch, partnerId: string): Promise<Batch> {
  const { context } = batch;
  if (batch.acts.length === 0) return { good: batch.good, cancels: [], bad: batch.bad, last: batch.last };
  const good: GoodRecord[] = [];
  const cancels: GoodCancel[] = [];
  const bad: BadRecord[] = [];
  const seen = new Set<string>();
  let end = batch.last;
  for (const [index, answer] of (await resolveActs(tx, batch.acts, partnerId, context.now)).entries()) {
    const act = batch.acts[index];
    if (!act) break;
    // Named once by MRN and once by reference: the second waits for the next batch and sees the first.
    if (answer.consignmentId !== null && seen.has(answer.consignmentId)) {
      end = act.recordNumber - 1;
      break;
    }
    if (answer.consignmentId !== null) seen.add(answer.consignmentId);
    if (!answer.ok) {
      const office = answer.officeId ?? act.sent.office;
      bad.push(refusedRecord(act, office, locateProblems([answer.problem], act.rows), context));
    } else if (answer.act === 'cancel') {
      const note = act.act.reason?.slice(0, NOTE_CHARS) ?? null;
      cancels.push({ recordNumber: act.recordNumber, standing: answer.standing, note, isDone: answer.isDone });
    } else {
      const { consignmentId, officeId, sent } = answer;
      const judged = judgeRecord({ ok: true, sent, ...(act.places ? { places: act.places } : {}) }, act.rows, context);
      if (judged.ok)
        good.push({ recordNumber: act.recordNumber, consignmentId, contentHash: contentHash(sent), ...judged });
      else bad.push(refusedRecord(act, officeId, judged.problems, context));
    }
  }
  const unread = batch.bad.filter((record) => record.recordNumber <= end);
  return { good, cancels, bad: [...unread, ...bad], last: end };
}
