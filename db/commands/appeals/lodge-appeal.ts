import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { accept, type OpenChange, openChange } from '@/db/commands/clearance/change/open-change';
import { recordEvent } from '@/db/commands/clearance/change/record-event';
import { type Changed, writeChange } from '@/db/commands/clearance/change/write-change';
import type { Tx } from '@/db/connection';
import { appealsOf } from '@/db/queries/appeals/load-appeals';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { decisions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideLodge } from '@/lib/appeals/appeal';
import { LODGE_INPUT } from '@/lib/appeals/inputs';
import { lastDayOf, noticeOf } from '@/lib/clearance/notice';
import { parseInput } from '@/lib/clearance/parse-input';
import { nextStatus } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { refuse } from '@/lib/kernel/errors';
import { debtorOf, minorOfTyped, writeAct } from './write-act';

/**
 * Enters an appeal that came in against a decision, the charges, or both (Regulation (EU) No 952/2013, Article 44).
 * @throws NotFoundError; RefusedError `appeal.open`, `appeal.too_late`, `appeal.over_charges`, `appeal.nothing`, `appeal.no_decision`,
 * `appeal.day_ahead`, `appeal.amount_malformed`
 */
export async function lodgeAppeal(
  actor: Actor,
  input: z.input<typeof LODGE_INPUT>,
  at = new Date(),
): Promise<Changed & { readonly appealId: string }> {
  authorise(actor, 'appeal.lodge');
  const { consignmentId, decisionId, claimed, lodgedOn, words } = parseInput(LODGE_INPUT, input);
  if (lodgedOn > dayOf(at)) throw refuse('appeal.day_ahead');
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'appeal', { consignmentId, rowVersion: null }, at);
    const { row, policy } = open;
    const { next } = accept(nextStatus('appeal', row.status));
    const earlier = await appealsOf(tx, consignmentId);
    const remitted = earlier.reduce((sum, { remittedMinor }) => sum + remittedMinor, 0n);
    const facts = {
      hasOpen: earlier.some(({ state }) => state === 'open'),
      chargesMinor: (await debtorOf(tx, row, policy.currency)).chargesMinor - remitted,
      until: decisionId ? await lastDayOn(tx, consignmentId, decisionId) : lastDayOnCharges(open),
      hasDecision: decisionId !== null,
    };
    const claimedMinor = minorOfTyped(claimed, open);
    accept(decideLodge(facts, { lodgedOn, claimedMinor }));
    const appealId = randomUUID();
    const lodged = { appealId, number: 1, act: 'lodged', amountMinor: claimedMinor, happenedOn: lodgedOn } as const;
    await writeAct(tx, actor, open, { ...lodged, decisionId, words });
    const { changed, standing } = await writeChange(tx, actor, open, { status: next });
    const amountMinor = claimedMinor.toString();
    await recordEvent(tx, actor, row, 'appeal_lodged', { amountMinor }, at);
    const subject = { subjectType: 'consignment' as const, subjectId: consignmentId, officeId: row.officeId };
    const details = { ...standing, appealId, decisionId, amountMinor };
    await writeAudit(tx, actor, { action: 'clearance.lodge_appeal', ...subject, details }, at);
    return { ...changed, appealId };
  });
}

/** Last day to appeal a decision, by the law of its day. @throws RefusedError `appeal.no_decision` where no notice of it is due */
async function lastDayOn(tx: Tx, consignmentId: string, decisionId: string): Promise<string | null> {
  const [decision] = await tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.consignmentId, consignmentId), eq(decisions.decisionId, decisionId)));
  const decidedAt = decision ? (decision.secondAt ?? decision.decidedAt) : null;
  const policy = decidedAt && (await policyInForce(tx, dayOf(decidedAt)));
  const notice =
    decision && policy
      ? noticeOf(
          {
            ...decision,
            decidedAt: decision.decidedAt.toISOString(),
            secondAt: decision.secondAt?.toISOString() ?? null,
            undoableUntil: null,
          },
          policy.appeal,
        )
      : null;
  if (!notice) throw refuse('appeal.no_decision');
  return notice.remedy?.until ?? null;
}

/** Charges are told with the release; as long as it stands out, so does the period. */
function lastDayOnCharges({ row, policy }: OpenChange): string | null {
  return row.releasedAt && policy.appeal ? lastDayOf(dayOf(row.releasedAt), policy.appeal.days) : null;
}
