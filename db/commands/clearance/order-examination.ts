import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { examinations } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { EXAMINE_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { nextStatus } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { drawSecondLook } from './change/draw-second-look';
import { accept, openChange } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, writeChange } from './change/write-change';

/** Orders a control. The claim ends: whoever carries it out records the result. @throws RefusedError `status.*`, `claim.*`, `row.*` */
export async function orderExamination(
  actor: Actor,
  input: z.input<typeof EXAMINE_INPUT>,
  at = now(),
): Promise<Changed & { readonly examinationId: string }> {
  authorise(actor, 'clearance.examine');
  const wish = parseInput(EXAMINE_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'examine', wish, at);
    const { row } = open;
    const { next } = accept(nextStatus('examine', row.status));
    const examinationId = randomUUID();
    await tx.insert(examinations).values({
      consignmentId: row.consignmentId,
      examinationId,
      kind: wish.kind,
      instruction: wish.instruction,
      orderedBy: actor.id,
      orderedByName: actor.name,
      orderedAt: at,
    });
    const { changed, standing } = await writeChange(tx, actor, open, { status: next, examinationOutcome: 'ordered' });
    await recordEvent(tx, actor, row, 'examination_ordered', { kind: wish.kind }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.examine',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: { ...standing, examinationId, kind: wish.kind },
        reason: wish.instruction,
      },
      at,
    );
    await drawSecondLook(tx, actor, open, { id: examinationId, choice: 'examine', reason: wish.kind });
    return { ...changed, examinationId };
  });
}
