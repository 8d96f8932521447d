'use server';
import { defineAction } from '@/app/_server/define-action';
import { takeNext } from '@/db/commands/clearance/take-next';
import { TAKE_NEXT_INPUT } from '@/lib/clearance/inputs';

/** Claims the free consignment with the least time left. */
export const takeNextAction = defineAction(
  TAKE_NEXT_INPUT,
  async (actor, input) => ({ data: { consignmentId: (await takeNext(actor, input))?.consignmentId ?? null } }),
  { attempt: 'clearance.claim' },
);
