'use server';
import { defineAction } from '@/app/_server/define-action';
import { acknowledgeBrowsing } from '@/db/commands/privacy/acknowledge-browsing';
import { answerAccess } from '@/db/commands/privacy/answer-access';
import { liftLegalHold } from '@/db/commands/privacy/lift-legal-hold';
import { placeLegalHold } from '@/db/commands/privacy/place-legal-hold';
import { recordStatement } from '@/db/commands/privacy/record-statement';
import {
  ACCESS_INPUT,
  ACKNOWLEDGE_BROWSING_INPUT,
  LIFT_HOLD_INPUT,
  PLACE_HOLD_INPUT,
  STATEMENT_INPUT,
} from '@/lib/privacy/inputs';

/** Places a legal hold. */
export const placeLegalHoldAction = defineAction(
  PLACE_HOLD_INPUT,
  async (actor, input) => {
    await placeLegalHold(actor, input);
  },
  {
    attempt: 'privacy.hold',
    subject: ({ consignmentId }) => ({ type: 'consignment', id: consignmentId }),
    refresh: true,
  },
);

/** Lifts a legal hold that somebody else placed. */
export const liftLegalHoldAction = defineAction(LIFT_HOLD_INPUT, (actor, input) => liftLegalHold(actor, input), {
  attempt: 'privacy.hold',
  refresh: true,
});

/** Answers for a day of unusual looks. */
export const acknowledgeBrowsingAction = defineAction(
  ACKNOWLEDGE_BROWSING_INPUT,
  (actor, input) => acknowledgeBrowsing(actor, input),
  { attempt: 'privacy.acknowledge', subject: ({ id }) => ({ type: 'browsing', id }), refresh: true },
);

/** Shows what is held of a person, in the same answer: it stands in no address. */
export const answerAccessAction = defineAction(
  ACCESS_INPUT,
  async (actor, input) => ({ data: await answerAccess(actor, input) }),
  { attempt: 'privacy.answer', refresh: true },
);

/** Records what a person says of the data of a consignment. */
export const recordStatementAction = defineAction(
  STATEMENT_INPUT,
  async (actor, input) => {
    await recordStatement(actor, input);
  },
  { attempt: 'privacy.answer', subject: ({ consignmentId }) => ({ type: 'consignment', id: consignmentId }) },
);
