'use server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { defineAction } from '@/app/_server/define-action';
import { routes } from '@/app/_server/routes';
import { cookieOptions, sessionCookieName } from '@/app/_server/session-cookie';
import { confirmSelf } from '@/db/commands/identity/confirm-self';
import { lockSession } from '@/db/commands/identity/lock-session';
import { signOut } from '@/db/commands/identity/sign-out';
import { switchOffice } from '@/db/commands/identity/switch-office';
import { CONFIRM_SELF_INPUT, SWITCH_OFFICE_INPUT } from '@/lib/identity/inputs';

/** Ends the session in the database, takes the token out of the browser and shows the sign-in. */
export const signOutAction = defineAction(
  z.object({}),
  async (actor) => {
    await signOut(actor);
    (await cookies()).set(sessionCookieName(), '', { ...cookieOptions(), maxAge: 0 });
    redirect(routes.signIn());
  },
  { attempt: 'identity.self', toSignIn: true },
);

/** Gives a shared counter to somebody else: the session ends, the page then leaves for the sign-in by a full load. */
export const lockAction = defineAction(
  z.object({}),
  async (actor) => {
    await lockSession(actor);
    (await cookies()).set(sessionCookieName(), '', { ...cookieOptions(), maxAge: 0 });
  },
  { attempt: 'identity.self' },
);

/** Takes password or code as proof of who one is, for acts of consequence in the next minutes. */
export const confirmSelfAction = defineAction(CONFIRM_SELF_INPUT, (actor, input) => confirmSelf(actor, input), {
  attempt: 'identity.self',
});

/** Shows another of the person's own offices. */
export const switchOfficeAction = defineAction(
  SWITCH_OFFICE_INPUT,
  async (actor, input) => {
    await switchOffice(actor, input);
  },
  {
    attempt: 'identity.self',
    subject: ({ officeId }) => ({ type: 'office', id: officeId }),
    refresh: true,
    toSignIn: true,
  },
);

/** Says that the person is still there: being asked at all keeps the session. */
export const keepSessionAction = defineAction(z.object({}), async () => undefined, { attempt: 'identity.self' });
