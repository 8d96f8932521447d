'use server';
import { defineAction } from '@/app/_server/define-action';
import { addMember } from '@/db/commands/partnership/add-member';
import { closeMember } from '@/db/commands/partnership/close-member';
import { ADD_MEMBER_INPUT, CLOSE_MEMBER_INPUT } from '@/lib/partnership/inputs';

/** Makes an account for a colleague; the answer carries its password, and nothing shows it again. */
export const addMemberAction = defineAction(
  ADD_MEMBER_INPUT,
  async (actor, input) => ({ data: { email: input.email, password: (await addMember(actor, input)).password } }),
  { attempt: 'partner.team', refresh: true },
);

/** Closes the account of a colleague. */
export const closeMemberAction = defineAction(
  CLOSE_MEMBER_INPUT,
  async (actor, input) => {
    await closeMember(actor, input);
  },
  { attempt: 'partner.team', subject: ({ userId }) => ({ type: 'user', id: userId }), refresh: true },
);
