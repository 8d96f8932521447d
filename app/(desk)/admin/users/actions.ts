'use server';
import { defineAction } from '@/app/_server/define-action';
import { routes } from '@/app/_server/routes';
import { changeUser } from '@/db/commands/identity/change-user';
import { createUser } from '@/db/commands/identity/create-user';
import { disableUser } from '@/db/commands/identity/disable-user';
import { enableUser } from '@/db/commands/identity/enable-user';
import { endUserSessions } from '@/db/commands/identity/end-user-sessions';
import { resetPassword } from '@/db/commands/identity/reset-password';
import { resetTotp } from '@/db/commands/identity/reset-totp';
import { CHANGE_USER_INPUT, CREATE_USER_INPUT, USER_WITH_REASON_INPUT } from '@/lib/identity/inputs';

/** Makes an account; its password comes back once, to be handed over. */
export const createUserAction = defineAction(
  CREATE_USER_INPUT,
  async (actor, { partnerId, agencyId, ...input }) => {
    const bound = { partnerId: partnerId ?? '', agencyId: agencyId ?? '' };
    const { userId, password } = await createUser(actor, { ...input, ...bound });
    return { data: { name: input.name, href: routes.adminUser(userId), password } };
  },
  { attempt: 'admin.users' },
);

/** Changes role, offices, partner or agency of an account. */
export const changeUserAction = defineAction(
  CHANGE_USER_INPUT,
  async (actor, { partnerId, agencyId, ...input }) => {
    await changeUser(actor, { ...input, partnerId: partnerId ?? '', agencyId: agencyId ?? '' });
  },
  { attempt: 'admin.users', subject: ({ userId }) => ({ type: 'user', id: userId }), refresh: true },
);

/** Closes an account. */
export const disableUserAction = defineAction(
  USER_WITH_REASON_INPUT,
  async (actor, input) => {
    await disableUser(actor, input);
  },
  { attempt: 'admin.users', subject: ({ userId }) => ({ type: 'user', id: userId }), refresh: true },
);

/** Opens a closed account. */
export const enableUserAction = defineAction(
  USER_WITH_REASON_INPUT,
  async (actor, input) => {
    await enableUser(actor, input);
  },
  { attempt: 'admin.users', subject: ({ userId }) => ({ type: 'user', id: userId }), refresh: true },
);

/** Ends all sessions of somebody. */
export const endUserSessionsAction = defineAction(
  USER_WITH_REASON_INPUT,
  async (actor, input) => {
    await endUserSessions(actor, input);
  },
  { attempt: 'admin.users', subject: ({ userId }) => ({ type: 'user', id: userId }), refresh: true },
);

/** Gives somebody a new password; it comes back once, to be handed over. */
export const resetPasswordAction = defineAction(
  USER_WITH_REASON_INPUT,
  async (actor, input) => ({ data: await resetPassword(actor, input) }),
  { attempt: 'admin.users', subject: ({ userId }) => ({ type: 'user', id: userId }), refresh: true },
);

/** Takes the second factor of somebody away who lost it. */
export const resetTotpAction = defineAction(
  USER_WITH_REASON_INPUT,
  async (actor, input) => {
    await resetTotp(actor, input);
  },
  { attempt: 'admin.users', subject: ({ userId }) => ({ type: 'user', id: userId }), refresh: true },
);
