import 'server-only';
import { randomUUID } from 'node:crypto';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { secondFacts } from '@/db/queries/consignment/second-facts';
import { decisions } from '@/db/schema';
import type { AuditDetails } from '@/lib/audit/actions';
import { DECISION_EVENTS } from '@/lib/clearance/events';
import { secondOfficerRule } from '@/lib/clearance/second-officer';
import type { Status } from '@/lib/clearance/transitions';
import type { DecisionKind } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import type { ClearanceRow, OpenChange } from './open-change';
import { recordEvent } from './record-event';
import { type Changed, writeChange } from './write-change';

export type Decided = Changed & { readonly decisionId: string };

/** What is decided, where that leads, and the provision it rests on. */
export type Verdict = {
  readonly kind: DecisionKind;
  readonly next: Status;
  readonly ground: string;
  readonly citation: string;
  readonly note: string | null;
};

/**
 * Writes a decision that may be made: it takes effect, or, where the policy asks for a second officer, it is proposed and waits for
 * one. One event and one audit row, which `told` adds to.
 */
export async function decide(
  tx: Tx,
  actor: Actor,
  open: OpenChange,
  { kind, next, ground, citation, note }: Verdict,
  told: AuditDetails = {},
): Promise<Decided> {
  const { row, at } = open;
  const rule = secondOfficerRule(kind, await secondFacts(tx, row), open.policy.secondOfficer);
  const decisionId = randomUUID();
  await tx.insert(decisions).values({
    consignmentId: row.consignmentId,
    decisionId,
    kind,
    state: rule ? 'proposed' : 'final',
    ground,
    citation,
    note,
    version: open.version,
    fromStatus: row.status,
    secondRule: rule?.key ?? null,
    decidedBy: actor.id,
    decidedByName: actor.name,
    decidedAt: at,
  });
  const { changed, standing } = await writeChange(
    tx,
    actor,
    open,
    rule
      ? { status: 'awaiting_second', proposedKind: kind, proposedFrom: row.status }
      : { status: next, ...inEffect(kind, actor.id, at) },
  );
  const event = rule ? 'proposed' : DECISION_EVENTS[kind];
  await recordEvent(tx, actor, row, event, { kind, ground, citation, note }, at);
  await writeAudit(
    tx,
    actor,
    {
      action: rule ? 'clearance.propose' : next === 'released' ? 'clearance.release' : 'clearance.decide',
      subjectType: 'consignment',
      subjectId: row.consignmentId,
      officeId: row.officeId,
      details: { ...standing, decisionId, kind, ground, ...(rule ? { secondRule: rule.key } : {}), ...told },
      reason: note,
    },
    at,
  );
  return { ...changed, decisionId };
}

/** Columns of a decision that takes effect. What comes back to the queue is decided no more. */
export function inEffect(kind: DecisionKind, decidedBy: string, at: Date): Partial<ClearanceRow> {
  if (kind === 'end_detention') return { decidedAt: null, decidedBy: null, transmittedAt: null };
  const isRelease = kind === 'release' || kind === 'release_with_correction';
  return {
    decidedAt: at,
    decidedBy,
    transmittedAt: null,
    isUpdated: false,
    ...(isRelease ? { releasedAt: at } : {}),
  };
}
