'use server';
import { defineAction } from '@/app/_server/define-action';
import { changeView, dropView } from '@/db/commands/statistics/change-view';
import { dropRemark } from '@/db/commands/statistics/drop-remark';
import { keepRemark } from '@/db/commands/statistics/keep-remark';
import { keepView } from '@/db/commands/statistics/keep-view';
import { DROP_REMARK_INPUT, KEEP_REMARK_INPUT } from '@/lib/statistics/remark';
import { CHANGE_VIEW_INPUT, DROP_VIEW_INPUT, KEEP_VIEW_INPUT } from '@/lib/statistics/saved-view';

const OPTIONS = { attempt: 'statistics.keep_view', refresh: true } as const;

/** Keeps what is asked, under a name. */
export const keepViewAction = defineAction(
  KEEP_VIEW_INPUT,
  async (actor, input) => void (await keepView(actor, input)),
  OPTIONS,
);

/** Gives a view another name, or shows it to other offices. */
export const changeViewAction = defineAction(CHANGE_VIEW_INPUT, (actor, input) => changeView(actor, input), {
  ...OPTIONS,
  subject: ({ viewId }) => ({ type: 'statistics_view', id: viewId }),
});

/** Forgets a view. */
export const dropViewAction = defineAction(DROP_VIEW_INPUT, (actor, input) => dropView(actor, input), {
  ...OPTIONS,
  subject: ({ viewId }) => ({ type: 'statistics_view', id: viewId }),
});

/** Writes down what is known of a day. */
export const keepRemarkAction = defineAction(
  KEEP_REMARK_INPUT,
  async (actor, input) => void (await keepRemark(actor, input)),
  { attempt: 'statistics.remark', refresh: true },
);

/** Takes a remark of one's own away. */
export const dropRemarkAction = defineAction(DROP_REMARK_INPUT, (actor, input) => dropRemark(actor, input), {
  ...{ attempt: 'statistics.remark', refresh: true },
  subject: ({ remarkId }) => ({ type: 'statistics_remark', id: remarkId }),
});
