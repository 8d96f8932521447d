import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { decisions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideProposal } from '@/lib/clearance/decide-seizure';
import { PROPOSE_SEIZURE_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { lastResult } from './change/last-result';
import { accept, openChange } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, writeChange } from './change/write-change';

/** Proposes a seizure, which waits for another officer. @throws RefusedError `seizure.no_finding`, `status.*`, `claim.*`, `row.*` */
export async function proposeSeizure(
  actor: Actor,
  input: z.input<typeof PROPOSE_SEIZURE_INPUT>,
  at = new Date(),
): Promise<Changed & { readonly decisionId: string }> {
  authorise(actor, 'clearance.seize');
  const wish = parseInput(PROPOSE_SEIZURE_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'propose_seizure', wish, at);
    const { row } = open;
    const examined = await lastResult(tx, row.consignmentId);
    const { next, citation } = accept(decideProposal({ status: row.status, ...examined }, wish.ground));
    const decisionId = randomUUID();
    await tx.insert(decisions).values({
      consignmentId: row.consignmentId,
      decisionId,
      kind: 'seize',
      state: 'proposed',
      ground: wish.ground,
      note: wish.note,
      version: open.version,
      decidedBy: actor.id,
      decidedByName: actor.name,
      decidedAt: at,
    });
    const { changed, standing } = await writeChange(tx, actor, open, { status: next });
    await recordEvent(tx, actor, row, 'seizure_proposed', { ground: wish.ground, citation, note: wish.note }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.propose_seizure',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: { ...standing, decisionId, ground: wish.ground },
        reason: wish.note,
      },
      at,
    );
    return { ...changed, decisionId };
  });
}
