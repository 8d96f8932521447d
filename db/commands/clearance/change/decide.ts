import 'server-only';
import { randomUUID } from 'node:crypto';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { secondFacts } from '@/db/queries/consignment/second-facts';
import { decisions } from '@/db/schema';
import { DECISION_EVENTS, type EventKind } from '@/lib/clearance/events';
import { powerAgainst } from '@/lib/clearance/powers';
import { isLookedAt } from '@/lib/clearance/second-look';
import { secondOfficerRule } from '@/lib/clearance/second-officer';
import type { Status } from '@/lib/clearance/transitions';
import type { UnusualCode } from '@/lib/clearance/unusual-release';
import type { DecisionKind } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import { RefusedError, refuse } from '@/lib/kernel/errors';
import { drawSecondLook } from './draw-second-look';
import type { ClearanceRow, OpenChange } from './open-change';
import { recordEvent } from './record-event';
import { releasedOrUnpaid } from './released-or-unpaid';
import { type Changed, writeChange } from './write-change';

export type Decided = Changed & { readonly decisionId: string };

/** What is decided, where that leads, and the provision it rests on. */
export type Verdict = {
  readonly kind: DecisionKind;
  readonly next: Status;
  readonly ground: string;
  readonly citation: string;
  readonly note: string | null;
  /** What was unusual about it and the officer looked at. */
  readonly acknowledged?: readonly UnusualCode[];
};

/** What it leaves together with; where that took two, who proposed it, and the words of who releases it now as the second. */
export type Together = {
  readonly id: string;
  readonly count: number;
  readonly proposal?: { readonly byId: string; readonly byName: string; readonly secondNote: string | null };
};

/**
 * Writes a decision that may be made: it takes effect, or, where the policy asks for a second officer, it is proposed and waits for
 * one. With others that a second person confirmed it takes effect, with both names. One event and one audit row.
 * @throws RefusedError `power.*` where the policy leaves it to others, `batch.second_officer` where one person alone would let it leave
 * with others
 */
export async function decide(
  tx: Tx,
  actor: Actor,
  open: OpenChange,
  { kind, next: aim, ground, citation, note, acknowledged = [] }: Verdict,
  together?: Together,
): Promise<Decided> {
  const { row, at } = open;
  const proposal = together?.proposal;
  const second = await secondFacts(tx, row);
  const against = powerAgainst(kind, actor.role, second.valueMinor, open.policy);
  if (against) throw new RefusedError([against]);
  const rule = proposal ? null : secondOfficerRule(kind, second, open.policy.secondOfficer);
  if (rule && together) throw refuse('batch.second_officer');
  const next = !rule && aim === 'released' ? await releasedOrUnpaid(tx, open) : aim;
  const decidedBy = proposal?.byId ?? actor.id;
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
    decidedBy,
    decidedByName: proposal?.byName ?? actor.name,
    decidedAt: at,
    ...(proposal
      ? { secondBy: actor.id, secondByName: actor.name, secondAt: at, secondNote: proposal.secondNote }
      : {}),
    batchId: together?.id ?? null,
  });
  const { changed, standing } = await writeChange(
    tx,
    actor,
    open,
    rule
      ? { status: 'awaiting_second', proposedKind: kind, proposedFrom: row.status }
      : { status: next, ...inEffect({ kind, next }, row, decidedBy, at) },
  );
  const event = rule ? 'proposed' : eventOf({ kind, next });
  await recordEvent(tx, actor, row, event, { kind, ground, citation, note }, at);
  await writeAudit(
    tx,
    actor,
    {
      action: rule ? 'clearance.propose' : RELEASES.includes(kind) ? 'clearance.release' : 'clearance.decide',
      subjectType: 'consignment',
      subjectId: row.consignmentId,
      officeId: row.officeId,
      details: {
        ...standing,
        decisionId,
        kind,
        ground,
        ...(rule ? { secondRule: rule.key } : {}),
        ...(acknowledged.length > 0 ? { acknowledged } : {}),
        ...(together ? { batchId: together.id } : {}),
      },
      reason: note,
    },
    at,
  );
  if (!rule && !proposal && isLookedAt(kind)) {
    await drawSecondLook(tx, actor, open, { id: decisionId, choice: kind, reason: ground });
  }
  return { ...changed, decisionId };
}

const RELEASES: readonly DecisionKind[] = ['release', 'release_with_correction'];

/** What the timeline tells of a decision that takes effect; a release may wait for its payment. */
export const eventOf = ({ kind, next }: Pick<Verdict, 'kind' | 'next'>): EventKind =>
  next === 'awaiting_payment' ? 'payment_awaited' : DECISION_EVENTS[kind];

/**
 * Columns of a decision that takes effect. What comes back to the queue is decided no more; what two reversed was begun with, and does not
 * give way to what is worth more.
 */
export function inEffect(
  { kind, next }: Pick<Verdict, 'kind' | 'next'>,
  { claimNumber }: Pick<ClearanceRow, 'claimNumber'>,
  decidedBy: string,
  at: Date,
): Partial<ClearanceRow> {
  if (kind === 'end_detention') return { decidedAt: null, decidedBy: null, transmittedAt: null };
  if (kind === 'reverse') {
    const undecided = { decidedAt: null, decidedBy: null, transmittedAt: null, releasedAt: null };
    return { ...undecided, claimNumber: claimNumber + 1 };
  }
  const isRelease = next === 'released';
  return {
    decidedAt: at,
    decidedBy,
    transmittedAt: null,
    isUpdated: false,
    ...(isRelease ? { releasedAt: at } : {}),
  };
}
