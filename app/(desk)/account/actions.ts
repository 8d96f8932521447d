'use server';
import { encode } from 'uqr';
import { z } from 'zod';
import { defineAction } from '@/app/_server/define-action';
import { beginTotp } from '@/db/commands/identity/begin-totp';
import { changePassword } from '@/db/commands/identity/change-password';
import { disableTotp } from '@/db/commands/identity/disable-totp';
import { endOtherSessions } from '@/db/commands/identity/end-other-sessions';
import { endOwnSession } from '@/db/commands/identity/end-own-session';
import { finishTotp } from '@/db/commands/identity/finish-totp';
import { renewRecoveryCodes } from '@/db/commands/identity/renew-recovery-codes';
import { setOwnKeys } from '@/db/commands/identity/set-own-keys';
import { CHANGE_PASSWORD_INPUT, CODE_INPUT, END_SESSION_INPUT } from '@/lib/identity/inputs';
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

/** Ends all of the person's sessions but this one. */
export const endOtherSessionsAction = defineAction(
  z.object({}),
  async (actor) => ({ data: await endOtherSessions(actor) }),
  { attempt: 'identity.self', refresh: true },
);

/** Makes the secret of a second factor; the answer carries it, with the squares of its picture, and nothing shows it again. */
export const beginTotpAction = defineAction(
  z.object({}),
  async (actor) => {
    const begun = await beginTotp(actor);
    const { data, size } = encode(begun.uri, { ecc: 'M', border: 0 });
    const path = data.flatMap((row, y) => row.flatMap((isBlack, x) => (isBlack ? `M${x} ${y}h1v1h-1z` : [])));
    return { data: { ...begun, path: path.join(''), size } };
  },
  { attempt: 'identity.self' },
);

/** Puts the second factor in use; the answer carries the recovery codes. */
export const finishTotpAction = defineAction(
  CODE_INPUT,
  async (actor, input) => ({ data: await finishTotp(actor, input) }),
  { attempt: 'identity.self' },
);

/** Makes other recovery codes. */
export const renewRecoveryCodesAction = defineAction(
  CODE_INPUT,
  async (actor, input) => ({ data: await renewRecoveryCodes(actor, input) }),
  { attempt: 'identity.self', refresh: true },
);

/** Gives the second factor up. */
export const disableTotpAction = defineAction(CODE_INPUT, (actor, input) => disableTotp(actor, input), {
  attempt: 'identity.self',
  refresh: true,
});
