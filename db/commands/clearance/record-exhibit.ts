import 'server-only';
import { randomUUID } from 'node:crypto';
import { count, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { custody, exhibits } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { RECORD_EXHIBIT_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { nextStatus } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { accept, openChange } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, writeChange } from './change/write-change';

/** Takes a thing out of a consignment into custody, with who holds it where: the first step of its chain. @throws RefusedError `status.*`, `row.*` */
export async function recordExhibit(
  actor: Actor,
  input: z.input<typeof RECORD_EXHIBIT_INPUT>,
  at = now(),
): Promise<Changed & { readonly exhibitId: string }> {
  authorise(actor, 'clearance.seize');
  const wish = parseInput(RECORD_EXHIBIT_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'record_exhibit', wish, at);
    const { row } = open;
    const { next } = accept(nextStatus('record_exhibit', row.status));
    const { consignmentId } = row;
    const [taken] = await tx.select({ count: count() }).from(exhibits).where(eq(exhibits.consignmentId, consignmentId));
    const number = (taken?.count ?? 0) + 1;
    const exhibitId = randomUUID();
    const by = { recordedBy: actor.id, recordedByName: actor.name };
    const { description, quantity, mark, holder, place, reason } = wish;
    await tx
      .insert(exhibits)
      .values({ consignmentId, exhibitId, number, description, quantity, mark, ...by, recordedAt: at });
    await tx
      .insert(custody)
      .values({ consignmentId, exhibitId, step: 1, fromHolder: null, toHolder: holder, place, reason, ...by, at });
    const { changed, standing } = await writeChange(tx, actor, open, { status: next });
    await recordEvent(tx, actor, row, 'exhibit_recorded', { exhibit: number, place }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.record_exhibit',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId: row.officeId,
        details: { ...standing, exhibitId, exhibit: number, place },
        reason,
      },
      at,
    );
    return { ...changed, exhibitId };
  });
}
