'use server';
import { defineAction } from '@/app/_server/define-action';
import { drawAudits } from '@/db/commands/post-audit/draw-audits';
import { DRAW_AUDITS_INPUT } from '@/lib/clearance/inputs';

/** Draws audits from what the blue lane released; tells how many of how many. */
export const drawAuditsAction = defineAction(
  DRAW_AUDITS_INPUT,
  async (actor, input) => ({ data: await drawAudits(actor, input) }),
  {
    attempt: 'clearance.draw_audits',
    subject: ({ officeId }) => ({ type: 'office', id: officeId }),
    refresh: true,
  },
);
