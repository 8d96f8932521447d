import 'server-only';
import type { z } from 'zod';
import { now } from '@/db/clock';
import { releasedBy } from '@/db/queries/clearance/together-batches';
import { inTransaction } from '@/db/transaction';
import { BATCH_INPUT, type TOGETHER_GROUNDS } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { settleBatch } from './change/batch';
import { eachOf, type Outcome } from './change/each-of';
import { release } from './change/release';

/**
 * Confirms, as another person than its writer, a proposal to release together, and releases each of its consignments by itself, while it is
 * as it was proposed; one that changed is told and left. Done again by the same person it goes on with those that were not released.
 * @throws NotFoundError, RefusedError `batch.*`
 */
export async function confirmTogether(
  actor: Actor,
  input: z.input<typeof BATCH_INPUT>,
  at = now(),
): Promise<readonly Outcome[]> {
  authorise(actor, 'clearance.confirm');
  const wish = parseInput(BATCH_INPUT, input);
  const { batch, left } = await inTransaction(async (tx) => {
    const settled = await settleBatch(tx, actor, 'confirm', wish, at);
    const released = await releasedBy(tx, settled);
    return { batch: settled, left: settled.rows.filter(({ consignmentId }) => !released.has(consignmentId)) };
  });
  const { batchId, rows, ground, note, proposedBy, proposedByName, settledNote } = batch;
  const together = {
    id: batchId,
    count: rows.length,
    proposal: { byId: proposedBy, byName: proposedByName, secondNote: settledNote },
  };
  return eachOf(left, ({ consignmentId, rowVersion }) => {
    // Written by `proposeTogether`, which takes no other ground.
    const wished = { consignmentId, rowVersion, kind: 'release', ground: ground as Ground, note } as const;
    return release(actor, { ...wished, acknowledged: [] }, at, together);
  });
}

type Ground = (typeof TOGETHER_GROUNDS)[number];
