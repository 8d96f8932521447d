import 'server-only';
import type { ConsignmentDetail, HistoryCount } from '@/db/queries/consignment/consignment-detail';
import type { secondLooks } from '@/db/schema';
import { outcomeOf, type ResultCode } from '@/lib/clearance/results';

/**
 * A consignment as the first officer had it before deciding, for one who must not know how that went: what was sent, assessed and
 * answered, and the results of examinations until then. Nothing that was decided, ordered, held or asked, and no timeline.
 */
export function asItStood(
  detail: ConsignmentDetail,
  look: Pick<typeof secondLooks.$inferSelect, 'drawnAt'>,
): ConsignmentDetail {
  const isBefore = (at: string | null) => at !== null && Date.parse(at) < look.drawnAt.getTime();
  const examinations = detail.examinations.filter(({ recordedAt }) => isBefore(recordedAt));
  const statedDuties = detail.statedDuties.filter(({ statedAt }) => isBefore(statedAt));
  const isAsCorrected =
    examinations.length === detail.examinations.filter(({ recordedAt }) => recordedAt !== null).length &&
    statedDuties.length === detail.statedDuties.length;
  const last = examinations.at(-1)?.resultCode;
  const later = detail.examinations
    .filter(({ recordedAt }) => recordedAt !== null && !isBefore(recordedAt))
    .map(({ resultCode }) => outcomeOf(resultCode as ResultCode));
  const { sender, recipient, address } = detail.history;
  return {
    ...detail,
    row: {
      ...detail.row,
      status: 'selected',
      proposedKind: null,
      holder: 'nobody',
      claimedByName: null,
      claimedAt: null,
      leaseUntil: null,
      isReturned: false,
      isUpdated: false,
      snooze: null,
      isPassedOn: false,
      openHolds: 0,
      openReferrals: 0,
      answered: null,
      answeredBy: null,
      transferredFrom: null,
      examinationOutcome: last ? outcomeOf(last as ResultCode) : 'none',
      decidedAt: null,
      releasedAt: null,
      decision: null,
    },
    history: {
      sender: without(sender, later),
      recipient: without(recipient, later),
      address: without(address, later),
    },
    corrected: isAsCorrected ? detail.corrected : null,
    // Only what was released waits to be paid.
    unpaid: null,
    holds: [],
    referrals: detail.referrals.filter(({ answeredAt }) => isBefore(answeredAt)),
    examinations,
    statedDuties,
    decisions: [],
    secondRules: {},
    powersAgainst: {},
    keptUntil: { consignments: null, attachments: null, submissions: null },
    exhibits: [],
    events: [],
    withdrawn: null,
    undoUntil: null,
  };
}

/** What is known of a party but for what came of this consignment later. */
function without(count: HistoryCount, later: readonly ReturnType<typeof outcomeOf>[]): HistoryCount {
  return {
    ...count,
    examined: count.examined - later.filter((outcome) => outcome !== 'not_done').length,
    findings: count.findings - later.filter((outcome) => outcome === 'finding').length,
  };
}
