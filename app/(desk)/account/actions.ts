'use server';
import { defineAction } from '@/app/_server/define-action';
import { changePassword } from '@/db/commands/identity/change-password';
import { endOwnSession } from '@/db/commands/identity/end-own-session';
import { setOwnKeys } from '@/db/commands/identity/set-own-keys';
import { CHANGE_PASSWORD_INPUT, END_SESSION_INPUT } from '@/lib/identity/inputs';
import { SET_OWN_KEYS_INPUT } from '@/lib/identity/own-keys';

/** Ends one of the person's own sessions. */
export const endSessionAction = defineAction(
  END_SESSION_INPUT,
  async (actor, input) => {
    await endOwnSession(actor, input);
  },
  {
    attempt: 'identity.self',
    subject: ({ sessionRef }) => ({ type: 'session', id: sessionRef }),
    refresh: true,
  },
);

/** Replaces the person's password. */
export const changePasswordAction = defineAction(
  CHANGE_PASSWORD_INPUT,
  async (actor, input) => {
    await changePassword(actor, input);
  },
  { attempt: 'identity.self', refresh: true },
);

/** Puts the person's shortcuts elsewhere, or all of them back. */
export const setOwnKeysAction = defineAction(SET_OWN_KEYS_INPUT, (actor, input) => setOwnKeys(actor, input), {
  attempt: 'identity.self',
  refresh: true,
});
