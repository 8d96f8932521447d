'use server';
import { defineAction } from '@/app/_server/define-action';
import { goingOn, goOn } from '@/app/_server/go-on';
import { routes } from '@/app/_server/routes';
import { answerReferral } from '@/db/commands/clearance/answer-referral';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { confirmProposal } from '@/db/commands/clearance/confirm-proposal';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { giveBackClaim } from '@/db/commands/clearance/give-back-claim';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { keepClaim } from '@/db/commands/clearance/keep-claim';
import { liftHold } from '@/db/commands/clearance/lift-hold';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { rejectProposal } from '@/db/commands/clearance/reject-proposal';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { skipConsignment } from '@/db/commands/clearance/skip-consignment';
import { snoozeConsignment } from '@/db/commands/clearance/snooze-consignment';
import { stateDuty } from '@/db/commands/clearance/state-duty';
import { transferConsignment } from '@/db/commands/clearance/transfer-consignment';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { viewProposal } from '@/db/commands/clearance/view-proposal';
import { revealPartyData } from '@/db/commands/consignment/reveal-party-data';
import { dismissMatch } from '@/db/commands/screening/dismiss-match';
import {
  ANSWER_INPUT,
  CLAIM_INPUT,
  CONFIRM_INPUT,
  DECIDE_INPUT,
  EXAMINE_INPUT,
  GIVE_BACK_INPUT,
  HOLD_INPUT,
  KEEP_CLAIM_INPUT,
  LIFT_INPUT,
  RECORD_RESULT_INPUT,
  REFER_INPUT,
  REJECT_INPUT,
  RELEASE_INPUT,
  REVEAL_INPUT,
  SKIP_INPUT,
  SNOOZE_INPUT,
  STATE_DUTY_INPUT,
  TRANSFER_INPUT,
  UNDO_INPUT,
  VIEW_PROPOSAL_INPUT,
} from '@/lib/clearance/inputs';
import { DISMISS_INPUT } from '@/lib/screening/inputs';

/** Takes the consignment for the one who looks. */
export const claimAction = defineAction(
  CLAIM_INPUT,
  async (actor, input) => ({ data: await claimConsignment(actor, input) }),
  { attempt: 'clearance.claim', subject: (input) => ({ type: 'consignment', id: input.consignmentId }), refresh: true },
);

/** Begins the lease anew. */
export const keepAction = defineAction(
  KEEP_CLAIM_INPUT,
  async (actor, input) => ({ data: await keepClaim(actor, input) }),
  { attempt: 'clearance.claim', subject: (input) => ({ type: 'consignment', id: input.consignmentId }), refresh: true },
);

/** Puts the consignment back into the queue. */
export const giveBackAction = defineAction(
  goingOn(GIVE_BACK_INPUT),
  (actor, { next, ...input }) => goOn(actor, next, () => giveBackClaim(actor, input)),
  { attempt: 'clearance.claim', subject: (input) => ({ type: 'consignment', id: input.consignmentId }), refresh: true },
);

/** Passes the consignment on to the colleagues of the office. */
export const skipAction = defineAction(
  goingOn(SKIP_INPUT),
  (actor, { next, ...input }) => goOn(actor, next, () => skipConsignment(actor, input)),
  { attempt: 'clearance.claim', subject: (input) => ({ type: 'consignment', id: input.consignmentId }), refresh: true },
);

/** Sends the consignment to another office. It is gone from here: without a next one the queue follows. */
export const transferAction = defineAction(
  goingOn(TRANSFER_INPUT),
  async (actor, { next, ...input }) => {
    const done = await goOn(actor, next, () => transferConsignment(actor, input));
    return { to: routes.queue(), ...done };
  },
  {
    attempt: 'clearance.transfer',
    subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
    refresh: true,
  },
);

/** Puts the consignment off. */
export const snoozeAction = defineAction(
  goingOn(SNOOZE_INPUT),
  (actor, { next, ...input }) => goOn(actor, next, () => snoozeConsignment(actor, input)),
  { attempt: 'clearance.claim', subject: (input) => ({ type: 'consignment', id: input.consignmentId }), refresh: true },
);

/** Releases the goods. */
export const releaseAction = defineAction(
  goingOn(RELEASE_INPUT),
  (actor, { next, ...input }) => goOn(actor, next, () => releaseConsignment(actor, input)),
  {
    attempt: 'clearance.release',
    subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
    refresh: true,
  },
);

/** Places a hold. */
export const holdAction = defineAction(
  HOLD_INPUT,
  async (actor, input) => ({ data: await holdConsignment(actor, input) }),
  { attempt: 'clearance.hold', subject: (input) => ({ type: 'consignment', id: input.consignmentId }), refresh: true },
);

/** Lifts a hold. */
export const liftAction = defineAction(LIFT_INPUT, async (actor, input) => ({ data: await liftHold(actor, input) }), {
  attempt: 'clearance.lift',
  subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
  refresh: true,
});

/** Puts a question to the partner. */
export const referAction = defineAction(
  goingOn(REFER_INPUT),
  (actor, { next, ...input }) => goOn(actor, next, () => referConsignment(actor, input)),
  { attempt: 'clearance.refer', subject: (input) => ({ type: 'consignment', id: input.consignmentId }), refresh: true },
);

/** Enters the answer of the partner. */
export const answerAction = defineAction(
  ANSWER_INPUT,
  async (actor, input) => ({ data: await answerReferral(actor, input) }),
  {
    attempt: 'clearance.answer',
    subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
    refresh: true,
  },
);

/** Orders an examination. */
export const examineAction = defineAction(
  goingOn(EXAMINE_INPUT),
  (actor, { next, ...input }) => goOn(actor, next, () => orderExamination(actor, input)),
  {
    attempt: 'clearance.examine',
    subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
    refresh: true,
  },
);

/** Records what an examination found. */
export const recordResultAction = defineAction(
  RECORD_RESULT_INPUT,
  async (actor, input) => ({ data: await recordExaminationResult(actor, input) }),
  {
    attempt: 'clearance.record_result',
    subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
    refresh: true,
  },
);

/** States the duty of an item that nobody could compute. */
export const stateDutyAction = defineAction(
  STATE_DUTY_INPUT,
  async (actor, input) => ({ data: await stateDuty(actor, input) }),
  {
    attempt: 'clearance.state_duty',
    subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
    refresh: true,
  },
);

/** Decides what becomes of goods that are not released, or proposes it. */
export const decideAction = defineAction(
  goingOn(DECIDE_INPUT),
  (actor, { next, ...input }) => goOn(actor, next, () => decideConsignment(actor, input)),
  {
    attempt: 'clearance.decide',
    subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
    refresh: true,
  },
);

/** Opens a proposal for the second officer. */
export const viewProposalAction = defineAction(
  VIEW_PROPOSAL_INPUT,
  async (actor, input) => ({ data: await viewProposal(actor, input) }),
  {
    attempt: 'clearance.confirm',
    subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
  },
);

/** Confirms a proposal as second officer. */
export const confirmAction = defineAction(
  goingOn(CONFIRM_INPUT),
  (actor, { next, ...input }) => goOn(actor, next, () => confirmProposal(actor, input)),
  {
    attempt: 'clearance.confirm',
    subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
    refresh: true,
  },
);

/** Rejects a proposal as second officer. */
export const rejectAction = defineAction(
  REJECT_INPUT,
  async (actor, input) => ({ data: await rejectProposal(actor, input) }),
  {
    attempt: 'clearance.confirm',
    subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
    refresh: true,
  },
);

/** Takes the own last decision back. */
export const undoAction = defineAction(
  UNDO_INPUT,
  async (actor, input) => ({ data: await undoDecision(actor, input) }),
  { attempt: 'clearance.undo', subject: (input) => ({ type: 'consignment', id: input.consignmentId }), refresh: true },
);

/** Shows the personal data to one person for a stated reason. */
export const revealAction = defineAction(
  REVEAL_INPUT,
  async (actor, input) => ({ data: await revealPartyData(actor, input) }),
  { attempt: 'consignment.reveal', subject: (input) => ({ type: 'consignment', id: input.consignmentId }) },
);

/** Says that a party is not the listed one it resembles. */
export const dismissMatchAction = defineAction(DISMISS_INPUT, dismissMatch, {
  attempt: 'screening.dismiss',
  subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
  refresh: true,
});
