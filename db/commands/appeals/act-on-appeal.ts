import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { accept, openChange } from '@/db/commands/clearance/change/open-change';
import { recordEvent } from '@/db/commands/clearance/change/record-event';
import { type Changed, writeChange } from '@/db/commands/clearance/change/write-change';
import { appealWithin } from '@/db/queries/appeals/load-appeals';
import { inTransaction } from '@/db/transaction';
import { decideStep } from '@/lib/appeals/appeal';
import { STEP_INPUT } from '@/lib/appeals/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { nextStatus } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { bookSecurity, minorOfTyped, writeAct } from './write-act';

const TOLD = {
  secured: { event: 'appeal_secured', audit: 'clearance.secure_appeal' },
  escalated: { event: 'appeal_escalated', audit: 'clearance.escalate_appeal' },
  withdrawn: { event: 'appeal_withdrawn', audit: 'clearance.withdraw_appeal' },
} as const;

/**
 * Secures what an appeal disputes, takes it to the court, or notes that it was withdrawn. A security is posted on the account of the
 * debtor, and set against the charges when the appeal is withdrawn.
 * @throws NotFoundError; RefusedError `appeal.*`
 */
export async function actOnAppeal(actor: Actor, input: z.input<typeof STEP_INPUT>, at = new Date()): Promise<Changed> {
  authorise(actor, 'appeal.lodge');
  const { consignmentId, appealId, seen, act, amount, words } = parseInput(STEP_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'appeal', { consignmentId, rowVersion: null }, at);
    const { row } = open;
    const { next } = accept(nextStatus('appeal', row.status));
    const appeal = await appealWithin(tx, consignmentId, appealId);
    const amountMinor = act === 'secured' ? minorOfTyped(amount, open) : 0n;
    const { currency, securedMinor, decisionId } = appeal;
    const step = { appealId, number: seen + 1, act, decisionId, amountMinor, happenedOn: dayOf(at), words };
    await writeAct(tx, actor, open, step);
    accept(decideStep(appeal, { act, amountMinor }));
    if (act === 'secured') await bookSecurity(tx, row, { kind: 'secured', minor: amountMinor, currency }, at);
    if (act === 'withdrawn') await bookSecurity(tx, row, { kind: 'security_kept', minor: securedMinor, currency }, at);
    const { changed, standing } = await writeChange(tx, actor, open, { status: next });
    const told = TOLD[act];
    await recordEvent(tx, actor, row, told.event, { amountMinor: amountMinor.toString() }, at);
    const subject = { subjectType: 'consignment' as const, subjectId: consignmentId, officeId: row.officeId };
    const details = { ...standing, appealId, amountMinor: amountMinor.toString() };
    await writeAudit(tx, actor, { action: told.audit, ...subject, details, reason: words }, at);
    return changed;
  });
}
