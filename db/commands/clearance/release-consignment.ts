import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { correctedCharges } from '@/db/queries/consignment/corrected-charges';
import { findingsOf } from '@/db/queries/consignment/findings-of';
import { decisions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideRelease, uncoveredBy } from '@/lib/clearance/decide-release';
import { RELEASE_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { hasStatedDuty } from '@/lib/revenue/stated-duty';
import { lastResult } from './change/last-result';
import { accept, openChange } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, writeChange } from './change/write-change';

/** Releases a consignment, with or without correction. @throws RefusedError `release.*`, `status.*`, `claim.*`, `row.*` */
export async function releaseConsignment(
  actor: Actor,
  input: z.input<typeof RELEASE_INPUT>,
  at = new Date(),
): Promise<Changed> {
  authorise(actor, 'clearance.release');
  const wish = parseInput(RELEASE_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, wish.kind, wish, at);
    const { row } = open;
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
    await tx.insert(decisions).values({
      consignmentId: row.consignmentId,
      decisionId,
      kind: wish.kind,
      state: 'final',
      ground: wish.ground,
      note: wish.note,
      version: open.version,
      decidedBy: actor.id,
      decidedByName: actor.name,
      decidedAt: at,
    });
    const { changed, standing } = await writeChange(tx, actor, open, {
      status: next,
      decidedAt: at,
      decidedBy: actor.id,
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
        details: { ...standing, decisionId, kind: wish.kind, ground: wish.ground },
        reason: wish.note,
      },
      at,
    );
    return changed;
  });
}
