import 'server-only';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { forgetWhatIsInForce } from '@/db/queries/policy/in-force-cache';
import { policyFromRows } from '@/db/queries/policy/policy-in-force';
import { loadChunks, loads } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { PolicyError } from '@/lib/policy/rows-in-force';
import { CONFIRM_INPUT } from '@/lib/reference/inputs';
import { isParameterList, isReferenceKind } from '@/lib/reference/kinds';
import { previewOf } from '@/lib/reference/preview';
import { planFile } from './plan-file';
import { writePlan } from './write-plan';

/** First key of the advisory locks of loads; the second is made from the name of the list. */
const LOAD_LOCK = 7_215_909;

export type Loaded = { readonly loadId: string; readonly rowsBegun: number; readonly rowsEnded: number };

/**
 * Writes what was looked at: all of it or nothing, in one transaction. Two loads of one list come one after the other; the
 * second is refused where the first changed what it would change.
 * @throws RefusedError `load_settled`, `load_changed`, `policy_broken`
 */
export async function confirmLoad(
  actor: Actor,
  input: z.input<typeof CONFIRM_INPUT>,
  at = new Date(),
): Promise<Loaded> {
  authorise(actor, 'policy.load');
  const { loadId, fingerprint } = parseInput(CONFIRM_INPUT, input);
  const today = dayOf(at);
  const loaded = await inTransaction(
    async (tx) => {
      const [known] = await tx.select({ kind: loads.kind }).from(loads).where(eq(loads.id, loadId));
      if (!known || !isReferenceKind(known.kind)) throw new NotFoundError('load');
      await tx.execute(sql`select pg_advisory_xact_lock(${LOAD_LOCK}, hashtext(${known.kind}))`);
      const [load] = await tx
        .update(loads)
        .set({ status: 'loaded', settledAt: at, settledBy: actor.name })
        .where(and(eq(loads.id, loadId), eq(loads.status, 'previewed')))
        .returning();
      if (!load) throw refuse('load_settled');
      const kind = known.kind;
      const asked = { kind, series: load.series, validFrom: load.validFrom };
      const { file, plan } = await planFile(tx, asked, chunksOf(tx, loadId), today);
      if (plan.fingerprint !== fingerprint) throw refuse('load_changed');
      await writePlan(tx, { kind, plan, load }, at);
      if (isParameterList(kind)) await checkPolicy(tx, [today, ...(load.validFrom > today ? [load.validFrom] : [])]);
      await tx.delete(loadChunks).where(eq(loadChunks.loadId, loadId));
      const { added, changed, ended, unchanged, rowsBegun, rowsEnded, rowsRefused } = previewOf(file, plan);
      const { edition, validFrom, sha256 } = load;
      await writeAudit(
        tx,
        actor,
        {
          action: 'policy.load',
          subjectType: 'policy',
          subjectId: loadId,
          details: {
            kind,
            edition,
            validFrom,
            sha256,
            added,
            changed,
            ended,
            unchanged,
            rowsBegun,
            rowsEnded,
            rowsRefused,
          },
        },
        at,
      );
      return { loadId, rowsBegun, rowsEnded };
    },
    { statementTimeoutMs: 120_000 },
  );
  forgetWhatIsInForce();
  return loaded;
}

async function* chunksOf(tx: Tx, loadId: string): AsyncGenerator<Uint8Array> {
  for (let last = -1; ; ) {
    const [chunk] = await tx
      .select()
      .from(loadChunks)
      .where(and(eq(loadChunks.loadId, loadId), gt(loadChunks.chunkNumber, last)))
      .orderBy(asc(loadChunks.chunkNumber))
      .limit(1);
    if (!chunk) return;
    last = chunk.chunkNumber;
    yield chunk.content;
  }
}

/** A list may not leave the policy with a gap or an overlap: nothing could be assessed any more. */
async function checkPolicy(tx: Tx, days: readonly string[]): Promise<void> {
  try {
    for (const day of new Set(days)) await policyFromRows(tx, day);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw refuse('policy_broken', { faults: error.faults.slice(0, 5).join('; ') });
  }
}
