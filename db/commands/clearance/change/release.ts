import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { togetherLimitsOf } from '@/db/queries/clearance/together-limits';
import { correctedCharges } from '@/db/queries/consignment/corrected-charges';
import { findingsOf } from '@/db/queries/consignment/findings-of';
import { decisions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideRelease, uncoveredBy } from '@/lib/clearance/decide-release';
import { decideTogether } from '@/lib/clearance/decide-together';
import type { RELEASE_INPUT } from '@/lib/clearance/inputs';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { hasStatedDuty } from '@/lib/revenue/stated-duty';
import { lastResult } from './last-result';
import { accept, openChange } from './open-change';
import { recordEvent } from './record-event';
import { type Changed, writeChange } from './write-change';

/** What it leaves together with; where that took two, who proposed it, and the words of who releases it now as the second. */
export type Together = {
  readonly id: string;
  readonly count: number;
  readonly proposal?: { readonly byId: string; readonly byName: string; readonly secondNote: string | null };
};

/**
 * Releases one consignment in a transaction of its own; with a batch, only where it may leave
 * together with others. @throws RefusedError `release.*`, `together.*`, `status.*`, `claim.*`, `row.*`
 */
export async function release(
  actor: Actor,
  wish: z.output<typeof RELEASE_INPUT>,
  at: Date,
  batch?: Together,
): Promise<Changed> {
  authorise(actor, 'clearance.release');
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, wish.kind, wish, at);
    const { row } = open;
    if (batch) {
      const limits = await togetherLimitsOf(tx, row.officeId);
      accept(decideTogether({ ...row, hasUnreadAnswer: row.answeredFor !== null }, limits, batch.count));
    }
    const isSupervisor = actor.role === 'supervisor' || actor.kind === 'system';
    const corrected = await correctedCharges(tx, row, await findingsOf(tx, row.consignmentId));
    const facts = {
      ...row,
      lane: row.laneEffective,
      ...(await lastResult(tx, row.consignmentId)),
      uncovered: corrected && uncoveredBy(corrected),
      excluded: corrected?.excluded ?? null,
      hasStatedDuty: hasStatedDuty(corrected?.lines ?? []),
    };
    const { next } = accept(decideRelease(facts, { ...wish, isSupervisor }));
    const decisionId = randomUUID();
    const proposal = batch?.proposal;
    const decidedBy = proposal?.byId ?? actor.id;
    await tx.insert(decisions).values({
      consignmentId: row.consignmentId,
      decisionId,
      kind: wish.kind,
      state: 'final',
      ground: wish.ground,
      note: wish.note,
      version: open.version,
      decidedBy,
      decidedByName: proposal?.byName ?? actor.name,
      decidedAt: at,
      ...(proposal
        ? { secondBy: actor.id, secondByName: actor.name, secondAt: at, secondNote: proposal.secondNote }
        : {}),
      batchId: batch?.id ?? null,
    });
    const { changed, standing } = await writeChange(tx, actor, open, {
      status: next,
      decidedAt: at,
      decidedBy,
      releasedAt: at,
      transmittedAt: null,
      isUpdated: false,
    });
    await recordEvent(tx, actor, row, 'released', { kind: wish.kind, ground: wish.ground, note: wish.note }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.release',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: {
          ...standing,
          decisionId,
          kind: wish.kind,
          ground: wish.ground,
          ...(batch ? { batchId: batch.id } : {}),
        },
        reason: wish.note,
      },
      at,
    );
    return changed;
  });
}
