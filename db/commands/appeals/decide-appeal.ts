import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { accept, type ClearanceRow, openChange } from '@/db/commands/clearance/change/open-change';
import { withdrawPartyFinding } from '@/db/commands/clearance/change/party-results';
import { recordEvent } from '@/db/commands/clearance/change/record-event';
import { type Changed, writeChange } from '@/db/commands/clearance/change/write-change';
import { lockLedger } from '@/db/commands/collection/book';
import { postConsignments } from '@/db/commands/collection/post-dues';
import type { Tx } from '@/db/connection';
import { appealWithin } from '@/db/queries/appeals/load-appeals';
import { consignments, decisions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideOutcomeOfAppeal } from '@/lib/appeals/appeal';
import { OUTCOME_INPUT } from '@/lib/appeals/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { nextStatus } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { bookSecurity, minorOfTyped, writeAct } from './write-act';

/**
 * Enters the outcome of an appeal. What it takes off the charges is posted against them at once, and the security is returned, or set
 * against the charges where nothing was taken off. An appeal that is upheld whole also takes the finding back: the examination counts as
 * one without a finding, for statistics, the history of the parties and the risk model.
 * @throws NotFoundError; RefusedError `appeal.settled`, `appeal.same_officer`, `appeal.no_part`, `appeal.changed`, `appeal.amount_malformed`
 */
export async function decideAppeal(
  actor: Actor,
  input: z.input<typeof OUTCOME_INPUT>,
  at = new Date(),
): Promise<Changed> {
  authorise(actor, 'appeal.decide');
  const { consignmentId, appealId, seen, outcome, amount, words } = parseInput(OUTCOME_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'decide_appeal', { consignmentId, rowVersion: null }, at);
    const { row } = open;
    const { next } = accept(nextStatus('decide_appeal', row.status));
    const appeal = await appealWithin(tx, consignmentId, appealId);
    const { decisionId, currency, securedMinor } = appeal;
    const wish = { outcome, amountMinor: minorOfTyped(amount, open) };
    const remitted = decideOutcomeOfAppeal(appeal, wish, await isOwn(tx, actor, row, decisionId));
    const amountMinor = remitted.ok ? remitted.remittedMinor : 0n;
    const act = { appealId, number: seen + 1, act: outcome, decisionId, amountMinor, happenedOn: dayOf(at), words };
    await writeAct(tx, actor, open, act);
    accept(remitted);
    const kind = outcome === 'rejected' ? 'security_kept' : 'security_returned';
    await bookSecurity(tx, row, { kind, minor: securedMinor, currency }, at);
    await lockLedger(tx);
    await postConsignments(tx, [row], at);
    const isFindingGone = outcome === 'upheld' && row.examinationOutcome === 'finding';
    if (isFindingGone) await forgetFinding(tx, row);
    const { changed, standing } = await writeChange(tx, actor, open, {
      status: next,
      ...(isFindingGone ? { examinationOutcome: 'conform' as const } : {}),
    });
    const told = { amountMinor: amountMinor.toString() };
    await recordEvent(tx, actor, row, 'appeal_decided', told, at);
    const subject = { subjectType: 'consignment' as const, subjectId: consignmentId, officeId: row.officeId };
    const details = { ...standing, appealId, appealOutcome: outcome, amountMinor: amountMinor.toString() };
    await writeAudit(tx, actor, { action: 'clearance.decide_appeal', ...subject, details, reason: words }, at);
    return changed;
  });
}

/** Whether the actor made the decision that is appealed, or seconded it. */
async function isOwn(tx: Tx, actor: Actor, row: ClearanceRow, decisionId: string | null): Promise<boolean> {
  if (decisionId === null) return row.decidedBy === actor.id;
  const [decision] = await tx
    .select({ by: decisions.decidedBy, second: decisions.secondBy })
    .from(decisions)
    .where(and(eq(decisions.consignmentId, row.consignmentId), eq(decisions.decisionId, decisionId)));
  return decision?.by === actor.id || decision?.second === actor.id;
}

async function forgetFinding(tx: Tx, { consignmentId, receivedOn }: ClearanceRow): Promise<void> {
  const { senderKey: sender, recipientKey: recipient, addressKey: address } = consignments;
  const [keys] = await tx
    .select({ sender, recipient, address })
    .from(consignments)
    .where(and(eq(consignments.consignmentId, consignmentId), eq(consignments.receivedOn, receivedOn)));
  if (keys) await withdrawPartyFinding(tx, keys, receivedOn);
}
