'use server';
import { defineAction } from '@/app/_server/define-action';
import { actOnAppeal } from '@/db/commands/appeals/act-on-appeal';
import { decideAppeal } from '@/db/commands/appeals/decide-appeal';
import { lodgeAppeal } from '@/db/commands/appeals/lodge-appeal';
import { LODGE_INPUT, OUTCOME_INPUT, STEP_INPUT } from '@/lib/appeals/inputs';

const subject = ({ consignmentId }: { consignmentId: string }) => ({ type: 'consignment' as const, id: consignmentId });

/** Enters an appeal that came in. */
export const lodgeAppealAction = defineAction(
  LODGE_INPUT,
  async (actor, input) => {
    await lodgeAppeal(actor, input);
  },
  { attempt: 'appeal.lodge', subject, refresh: true },
);

/** Secures an appeal, takes it to the court, or notes that it was withdrawn. */
export const actOnAppealAction = defineAction(
  STEP_INPUT,
  async (actor, input) => {
    await actOnAppeal(actor, input);
  },
  { attempt: 'appeal.lodge', subject, refresh: true },
);

/** Enters the outcome of an appeal. */
export const decideAppealAction = defineAction(
  OUTCOME_INPUT,
  async (actor, input) => {
    await decideAppeal(actor, input);
  },
  { attempt: 'appeal.decide', subject, refresh: true },
);
