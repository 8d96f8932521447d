'use server';
import { defineAction } from '@/app/_server/define-action';
import { confirmTogether } from '@/db/commands/clearance/confirm-together';
import { proposeTogether } from '@/db/commands/clearance/propose-together';
import { rejectTogether } from '@/db/commands/clearance/reject-together';
import { releaseTogether } from '@/db/commands/clearance/release-together';
import { takeNext } from '@/db/commands/clearance/take-next';
import { undoTogether } from '@/db/commands/clearance/undo-together';
import { viewTogether } from '@/db/commands/clearance/view-together';
import { withdrawTogether } from '@/db/commands/clearance/withdraw-together';
import { dropQueueView, saveQueueView } from '@/db/commands/identity/keep-queue-views';
import {
  BATCH_INPUT,
  REJECT_TOGETHER_INPUT,
  RELEASE_TOGETHER_INPUT,
  TAKE_NEXT_INPUT,
  UNDO_TOGETHER_INPUT,
  VIEW_TOGETHER_INPUT,
} from '@/lib/clearance/inputs';
import { DROP_VIEW_INPUT, SAVE_VIEW_INPUT } from '@/lib/clearance/queue-views';

/** Claims the free consignment with the least time left. */
export const takeNextAction = defineAction(
  TAKE_NEXT_INPUT,
  async (actor, input) => ({ data: { consignmentId: (await takeNext(actor, input))?.consignmentId ?? null } }),
  { attempt: 'clearance.claim' },
);

/** Keeps what the queue is narrowed to, under a name. */
export const saveViewAction = defineAction(SAVE_VIEW_INPUT, (actor, input) => saveQueueView(actor, input), {
  attempt: 'clearance.queue',
  refresh: true,
});

/** Forgets a view that was kept. */
export const dropViewAction = defineAction(DROP_VIEW_INPUT, (actor, input) => dropQueueView(actor, input), {
  attempt: 'clearance.queue',
  refresh: true,
});

/** Releases the consignments that were selected, on one ground; answers what came of each. */
export const releaseTogetherAction = defineAction(
  RELEASE_TOGETHER_INPUT,
  async (actor, input) => ({ data: await releaseTogether(actor, input) }),
  { attempt: 'clearance.release', refresh: true },
);

/** Proposes to release the consignments that were selected; answers what was left out. */
export const proposeTogetherAction = defineAction(
  RELEASE_TOGETHER_INPUT,
  async (actor, input) => ({ data: await proposeTogether(actor, input) }),
  { attempt: 'clearance.release', refresh: true },
);

/** Opens a proposal of another person; the page then tells its ground. */
export const viewTogetherAction = defineAction(
  VIEW_TOGETHER_INPUT,
  async (actor, input) => viewTogether(actor, input),
  { attempt: 'clearance.confirm', refresh: true },
);

/** Confirms a proposal of another person and releases what it names; answers what came of each. */
export const confirmTogetherAction = defineAction(
  BATCH_INPUT,
  async (actor, input) => ({ data: await confirmTogether(actor, input) }),
  { attempt: 'clearance.confirm', refresh: true },
);

/** Turns down a proposal of another person. */
export const rejectTogetherAction = defineAction(
  REJECT_TOGETHER_INPUT,
  (actor, input) => rejectTogether(actor, input),
  { attempt: 'clearance.confirm', refresh: true },
);

/** Takes back the own proposal. */
export const withdrawTogetherAction = defineAction(BATCH_INPUT, (actor, input) => withdrawTogether(actor, input), {
  attempt: 'clearance.release',
  refresh: true,
});

/** Takes back what was released together. */
export const undoTogetherAction = defineAction(
  UNDO_TOGETHER_INPUT,
  async (actor, input) => ({ data: await undoTogether(actor, input) }),
  { attempt: 'clearance.undo', refresh: true },
);
