import 'server-only';
import type { z } from 'zod';
import { now } from '@/db/clock';
import { inTransaction } from '@/db/transaction';
import { decideFirm, decideOutcome, isOfConsequence } from '@/lib/clearance/decide-outcome';
import { DECIDE_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { TRANSITIONS } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { requireConfirmed } from '@/lib/identity/step-up';
import { type Decided, decide } from './change/decide';
import { lastResult } from './change/last-result';
import { accept, openChange } from './change/open-change';

/**
 * Decides anything but a release: detains, ends a detention, refuses entry, returns, re-exports, abandons to the treasury, seizes or
 * destroys, or reverses what was told; or proposes it, where a second officer must agree.
 * @throws RefusedError `decision.*`, `seizure.no_finding`, `confirmation_needed` for what takes goods away for good, `status.*`, `claim.*`, `row.*`
 */
export async function decideConsignment(
  actor: Actor,
  input: z.input<typeof DECIDE_INPUT>,
  at = now(),
): Promise<Decided> {
  authorise(actor, 'clearance.decide');
  const wish = parseInput(DECIDE_INPUT, input);
  authorise(actor, TRANSITIONS[wish.kind].by);
  if (isOfConsequence(wish.kind)) requireConfirmed(actor, at);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, wish.kind, wish, at);
    const facts = { ...open.row, ...(await lastResult(tx, open.row.consignmentId)) };
    const { next, citation } = accept(decideOutcome(facts, wish));
    if (wish.kind === 'reverse') accept(decideFirm({ ...open.row, undoMinutes: open.policy.undoMinutes }, at));
    return decide(tx, actor, open, { ...wish, next, citation });
  });
}
