import 'server-only';
import type { clearances } from '@/db/schema';
import { type Amount, amountIn } from '@/lib/clearance/amount';
import type { Snooze } from '@/lib/clearance/decide-snooze';
import type { Policy } from '@/lib/policy/policy';
import { NO_DETAILS, type QueueDetails } from './queue-details';

/** One line of the queue, ready to cross to the browser: instants are ISO text, amounts decimal text. */
export type QueueRow = Pick<QueueDetails, 'profiles' | 'decision' | 'openMatches' | 'awaitsAgency'> & {
  readonly consignmentId: string;
  readonly reference: string;
  readonly officeId: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly channel: (typeof clearances.$inferSelect)['channel'];
  readonly status: (typeof clearances.$inferSelect)['status'];
  /** While it awaits a second officer. */
  readonly proposedKind: (typeof clearances.$inferSelect)['proposedKind'];
  readonly rowVersion: number;
  readonly claimNumber: number;
  readonly laneAssigned: (typeof clearances.$inferSelect)['laneAssigned'];
  readonly laneEffective: (typeof clearances.$inferSelect)['laneEffective'];
  readonly selectionReason: (typeof clearances.$inferSelect)['selectionReason'];
  readonly releaseCategory: number;
  readonly score: number;
  /** Codes of the indicators that fired, strongest first; text under `risk.indicator.<code>`. */
  readonly topIndicators: readonly string[];
  readonly actByAt: string;
  readonly receivedAt: string;
  readonly headline: string;
  readonly itemCount: number;
  readonly value: Amount;
  /** Duty and VAT in force, as far as they are known. */
  readonly charges: Amount;
  /** Duty or VAT is not known, so that the sum is no figure. */
  readonly hasOpenCharges: boolean;
  readonly dispatchCountry: string | null;
  readonly holder: 'nobody' | 'self' | 'other';
  readonly claimedByName: string | null;
  readonly claimedAt: string | null;
  readonly leaseUntil: string | null;
  readonly isReturned: boolean;
  readonly isUpdated: boolean;
  /** Who put it off, until when and why; `isOver` when that has ended and it came back. Null where nobody did. */
  readonly snooze: (Omit<Snooze, 'by'> & { readonly isOver: boolean }) | null;
  /** The reader passed it on to colleagues. */
  readonly isPassedOn: boolean;
  readonly openHolds: number;
  readonly openReferrals: number;
  /** Whose question was answered and not acted on since; null where none was. */
  readonly answered: 'self' | 'other' | null;
  /** Who gave that answer. */
  readonly answeredBy: (typeof clearances.$inferSelect)['answeredBy'];
  /** Name of the office that sent it here; null where none did. */
  readonly transferredFrom: string | null;
  readonly examinationOutcome: (typeof clearances.$inferSelect)['examinationOutcome'];
  readonly decidedAt: string | null;
  readonly releasedAt: string | null;
};

/** A row of the table as the screen reads it. */
export function toQueueRow(
  row: typeof clearances.$inferSelect,
  partnerName: string,
  actorId: string,
  policy: Pick<Policy, 'currency' | 'minorDigits'>,
  { charges, profiles, decision, openMatches, awaitsAgency }: QueueDetails = NO_DETAILS,
): QueueRow {
  const amount = amountIn(policy.currency, policy.minorDigits);
  return {
    consignmentId: row.consignmentId,
    reference: row.reference,
    officeId: row.officeId,
    partnerId: row.partnerId,
    partnerName,
    channel: row.channel,
    status: row.status,
    proposedKind: row.proposedKind,
    rowVersion: row.rowVersion,
    claimNumber: row.claimNumber,
    laneAssigned: row.laneAssigned,
    laneEffective: row.laneEffective,
    selectionReason: row.selectionReason,
    releaseCategory: row.releaseCategory,
    score: row.score,
    topIndicators: row.topIndicators,
    actByAt: row.actByAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    headline: row.headline,
    itemCount: row.itemCount,
    value: amount(row.valueMinor),
    charges: amount(charges?.minor ?? row.chargesMinor),
    hasOpenCharges: charges?.isOpen ?? false,
    dispatchCountry: row.dispatchCountry,
    holder: row.claimedBy === null ? 'nobody' : row.claimedBy === actorId ? 'self' : 'other',
    claimedByName: row.claimedByName,
    claimedAt: row.claimedAt?.toISOString() ?? null,
    leaseUntil: row.leaseUntil?.toISOString() ?? null,
    isReturned: row.isReturned,
    isUpdated: row.isUpdated,
    snooze: snoozeOf(row),
    isPassedOn: row.skippedBy?.includes(actorId) ?? false,
    openHolds: row.openHolds,
    openReferrals: row.openReferrals,
    answered: answeredTo(row, actorId),
    answeredBy: row.answeredBy,
    transferredFrom: row.transfer?.fromName ?? null,
    examinationOutcome: row.examinationOutcome,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    releasedAt: row.releasedAt?.toISOString() ?? null,
    profiles,
    decision,
    openMatches,
    awaitsAgency,
  };
}

function snoozeOf({ snooze, wokeAt }: Pick<typeof clearances.$inferSelect, 'snooze' | 'wokeAt'>): QueueRow['snooze'] {
  if (!snooze) return null;
  const { by: _by, ...told } = snooze;
  return { ...told, isOver: wokeAt !== null };
}

/** Whether an answer waits to be read, and whether the reader is one of those who asked. */
function answeredTo(
  { answeredFor, answeredAlsoFor }: Pick<typeof clearances.$inferSelect, 'answeredFor' | 'answeredAlsoFor'>,
  actorId: string,
): 'self' | 'other' | null {
  if (answeredFor === null) return null;
  return answeredFor === actorId || answeredAlsoFor?.includes(actorId) ? 'self' : 'other';
}
