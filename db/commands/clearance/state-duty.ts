import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { declaredRecord } from '@/db/queries/consignment/declared-record';
import { chargedChanges } from '@/db/queries/consignment/extra-charges';
import { findingsOf } from '@/db/queries/consignment/findings-of';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { statedDuties } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { chargedCorrected, chargedOf, openDuties } from '@/lib/assessment/charged';
import { extraCharges, knownExtra } from '@/lib/assessment/extra-charges';
import { decideDuty } from '@/lib/clearance/decide-duty';
import { STATE_DUTY_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { accept, openChange } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, writeChange } from './change/write-change';

export type DutyStated = Changed & {
  /** What it adds to the charges beyond those before: decimal text of minor units; null while others stay open. */
  readonly extraChargesMinor: string | null;
};

/**
 * States the duty of a goods item that nobody could compute, with the provision it rests on: it counts wherever the charges in force
 * do, VAT on top of it, until the goods it was worked out for change. @throws RefusedError `duty.*`, `status.*`, `claim.*`, `row.*`
 */
export async function stateDuty(
  actor: Actor,
  input: z.input<typeof STATE_DUTY_INPUT>,
  at = now(),
): Promise<DutyStated> {
  authorise(actor, 'clearance.state_duty');
  const wish = parseInput(STATE_DUTY_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'state_duty', wish, at);
    const { row } = open;
    const { record, declaredAt } = await declaredRecord(tx, row);
    const policy = await policyInForce(tx, dayOf(declaredAt));
    const earlier = await findingsOf(tx, row.consignmentId);
    const asked = openDuties(record, earlier.corrections, policy);
    const { next, duty } = accept(decideDuty(row.status, asked, wish, policy));
    const before = chargedCorrected(record, earlier, policy);
    const after = chargedCorrected(record, { ...earlier, duties: [...earlier.duties, duty] }, policy);
    const extraChargesMinor = extraCharges(
      { declared: chargedOf(record, policy), before, after },
      knownExtra(await chargedChanges(tx, row.consignmentId)),
    );
    const dutyId = randomUUID();
    await tx.insert(statedDuties).values({
      consignmentId: row.consignmentId,
      dutyId,
      ...duty,
      extraChargesMinor,
      statedBy: actor.id,
      statedByName: actor.name,
      statedAt: at,
    });
    const { releaseCategory } = after;
    const { changed, standing } = await writeChange(tx, actor, open, { status: next, releaseCategory });
    const extra = extraChargesMinor?.toString() ?? null;
    const amountMinor = duty.amountMinor.toString();
    await recordEvent(tx, actor, row, 'duty_stated', { item: duty.itemNumber, amountMinor, note: duty.ground }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.state_duty',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: {
          ...standing,
          dutyId,
          item: duty.itemNumber,
          amountMinor,
          ...(extra === null ? { extraChargesOpen: true } : { extraChargesMinor: extra }),
        },
        reason: duty.ground,
      },
      at,
    );
    return { ...changed, extraChargesMinor: extra };
  });
}
