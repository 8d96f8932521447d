'use server';
import { defineAction } from '@/app/_server/define-action';
import { routes } from '@/app/_server/routes';
import { confirmHandOver, withdrawHandOver, writeHandOver } from '@/db/commands/clearance/hand-over';
import { SETTLE_HAND_OVER_INPUT, WRITE_HAND_OVER_INPUT } from '@/lib/clearance/hand-over';

/** Writes a hand-over and opens it. */
export const writeHandOverAction = defineAction(
  WRITE_HAND_OVER_INPUT,
  async (actor, input) => ({ to: routes.handOver((await writeHandOver(actor, input)).handOverId) }),
  { attempt: 'clearance.hand_over', subject: ({ officeId }) => ({ type: 'office', id: officeId }) },
);

/** Takes a hand-over over. */
export const confirmHandOverAction = defineAction(
  SETTLE_HAND_OVER_INPUT,
  async (actor, input) => ({ data: await confirmHandOver(actor, input) }),
  { attempt: 'clearance.claim', refresh: true },
);

/** Takes the own hand-over back. */
export const withdrawHandOverAction = defineAction(
  SETTLE_HAND_OVER_INPUT,
  (actor, input) => withdrawHandOver(actor, input),
  { attempt: 'clearance.hand_over', refresh: true },
);
