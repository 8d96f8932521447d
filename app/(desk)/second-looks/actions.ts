'use server';
import { defineAction } from '@/app/_server/define-action';
import { routes } from '@/app/_server/routes';
import { takeSecondLook } from '@/db/commands/second-look/take-second-look';
import { TAKE_LOOK_INPUT } from '@/lib/clearance/inputs';

/** Gives the officer the next second look and opens it; stays where nothing is left. */
export const takeLookAction = defineAction(
  TAKE_LOOK_INPUT,
  async (actor, input) => {
    const taken = await takeSecondLook(actor, input);
    return taken ? { to: routes.secondLook(taken.consignmentId) } : { data: 'none' as const };
  },
  { attempt: 'clearance.second_look', refresh: true },
);
