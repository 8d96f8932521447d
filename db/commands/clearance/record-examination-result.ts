import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { declaredRecord } from '@/db/queries/consignment/declared-record';
import { chargedChanges } from '@/db/queries/consignment/extra-charges';
import { findingsOf } from '@/db/queries/consignment/findings-of';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { examinations } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { chargedCorrected, chargedOf } from '@/lib/assessment/charged';
import { extraCharges, knownExtra } from '@/lib/assessment/extra-charges';
import { correctionText } from '@/lib/audit/details';
import { decideResult } from '@/lib/clearance/decide-result';
import { RECORD_RESULT_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';
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
  at = new Date(),
): Promise<ResultRecorded> {
  authorise(actor, 'clearance.record_result');
  const wish = parseInput(RECORD_RESULT_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'record_result', wish, at);
    const { row } = open;
    const { record, declaredAt, keys } = await declaredRecord(tx, row);
    const { next, outcome, corrections } = accept(decideResult(row.status, record.items, wish));
    const policy = await policyInForce(tx, dayOf(declaredAt));
    const earlier = await findingsOf(tx, row.consignmentId);
    const found = { ...earlier, corrections: [...earlier.corrections, ...corrections] };
    const after = chargedCorrected(record, found, policy);
    const extraChargesMinor =
      corrections.length === 0
        ? 0n
        : extraCharges(
            {
              declared: chargedOf(record, policy),
              before: chargedCorrected(record, earlier, policy),
              after,
            },
            knownExtra(await chargedChanges(tx, row.consignmentId)),
          );
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
      ...(corrections.length > 0 ? { releaseCategory: after.releaseCategory } : {}),
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
