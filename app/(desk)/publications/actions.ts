'use server';
import { defineAction } from '@/app/_server/define-action';
import { decideRelease, withdrawRelease } from '@/db/commands/publication/decide-release';
import { prepareRelease } from '@/db/commands/publication/prepare-release';
import { DECIDE_RELEASE_INPUT, PREPARE_INPUT, WITHDRAW_RELEASE_INPUT } from '@/lib/publication/states';

/** Lays the release of a vintage before a second person. */
export const prepareReleaseAction = defineAction(
  PREPARE_INPUT,
  async (actor, { releaseAt, ...input }) => {
    await prepareRelease(actor, { ...input, releaseAt: releaseAt.toISOString() });
  },
  {
    attempt: 'publication.prepare',
    subject: ({ month, number }) => ({ type: 'publication', id: `${month}/${number}` }),
    refresh: true,
  },
);

/** Approves or refuses a release. */
export const decideReleaseAction = defineAction(DECIDE_RELEASE_INPUT, (actor, input) => decideRelease(actor, input), {
  attempt: 'publication.approve',
  subject: ({ releaseId }) => ({ type: 'publication', id: releaseId }),
  refresh: true,
});

/** Takes back a release that has not gone out. */
export const withdrawReleaseAction = defineAction(
  WITHDRAW_RELEASE_INPUT,
  (actor, input) => withdrawRelease(actor, input),
  {
    attempt: 'publication.prepare',
    subject: ({ releaseId }) => ({ type: 'publication', id: releaseId }),
    refresh: true,
  },
);
