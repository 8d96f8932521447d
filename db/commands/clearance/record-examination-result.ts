import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { declaredRecord } from '@/db/queries/consignment/declared-record';
import { examinations } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { correctionText } from '@/lib/audit/details';
import { decideResult } from '@/lib/clearance/decide-result';
import { RECORD_RESULT_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { foundBy } from './change/found-by';
import { accept, openChange } from './change/open-change';
import { recordPartyResults } from './change/party-results';
import { recordEvent } from './change/record-event';
import { type Changed, writeChange } from './change/write-change';

export type ResultRecorded = Changed & {
  /**
   * What this result adds to the charges beyond what was declared and corrected before, so that the results of a consignment add
   * up: decimal text of minor units, negative when too much was declared; null while charges are open.
   */
  readonly extraChargesMinor: string | null;
};

/**
 * Records what a control found, declared and corrected values side by side, what the correction is worth, and the release category
 * that follows from it. The consignment comes back to the officer who recorded it. @throws NotFoundError, RefusedError `result.*`, `status.*`, `claim.*`, `row.*`
 */
export async function recordExaminationResult(
  actor: Actor,
  input: z.input<typeof RECORD_RESULT_INPUT>,
  at = now(),
): Promise<ResultRecorded> {
  authorise(actor, 'clearance.record_result');
  const wish = parseInput(RECORD_RESULT_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'record_result', wish, at);
    const { row } = open;
    const declared = await declaredRecord(tx, row);
    const { record, keys } = declared;
    const { next, outcome, corrections } = accept(decideResult(row.status, record.items, wish));
    const { extraChargesMinor, releaseCategory } = await foundBy(tx, row.consignmentId, declared, corrections);
    const [examination] = await tx
      .update(examinations)
      .set({
        resultCode: wish.resultCode,
        finding: wish.finding,
        corrections,
        extraChargesMinor,
        recordedBy: actor.id,
        recordedByName: actor.name,
        recordedAt: at,
      })
      .where(
        and(
          eq(examinations.consignmentId, row.consignmentId),
          eq(examinations.examinationId, wish.examinationId),
          isNull(examinations.recordedAt),
        ),
      )
      .returning({ kind: examinations.kind });
    if (!examination) throw new NotFoundError('examination');
    const { changed, standing } = await writeChange(tx, actor, open, {
      status: next,
      examinationOutcome: outcome,
      ...(corrections.length > 0 ? { releaseCategory } : {}),
    });
    const extra = extraChargesMinor?.toString() ?? null;
    await recordEvent(
      tx,
      actor,
      row,
      'result_recorded',
      {
        kind: examination.kind,
        resultCode: wish.resultCode,
        ...(extra === null ? {} : { extraChargesMinor: extra }),
        corrections: corrections.length,
      },
      at,
    );
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.record_result',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: {
          ...standing,
          examinationId: wish.examinationId,
          resultCode: wish.resultCode,
          ...(corrections.length > 0 ? { corrected: corrections.map(correctionText) } : {}),
          ...(extra === null ? { extraChargesOpen: true } : { extraChargesMinor: extra }),
        },
        reason: wish.finding,
      },
      at,
    );
    await recordPartyResults(tx, keys, row.receivedOn, outcome);
    return { ...changed, extraChargesMinor: extra };
  });
}
