'use server';
import { defineAction } from '@/app/_server/define-action';
import { withdrawDismissal } from '@/db/commands/screening/withdraw-dismissal';
import { WITHDRAW_DISMISSAL_INPUT } from '@/lib/screening/inputs';

/** Lets a party be selected for the entry again. */
export const withdrawDismissalAction = defineAction(WITHDRAW_DISMISSAL_INPUT, withdrawDismissal, {
  attempt: 'screening.dismiss',
  refresh: true,
});
