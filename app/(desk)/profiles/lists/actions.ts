'use server';
import { redirect } from 'next/navigation';
import { defineAction } from '@/app/_server/define-action';
import { routes } from '@/app/_server/routes';
import { decideList } from '@/db/commands/profile/decide-list';
import { createList, saveList } from '@/db/commands/profile/keep-list';
import { CREATE_LIST_INPUT, DECIDE_LIST_INPUT, SAVE_LIST_INPUT } from '@/lib/profile/inputs';

const subject = ({ key }: { key: string }) => ({ type: 'profile_list' as const, id: key });

/** Makes a list and shows it. */
export const createListAction = defineAction(
  CREATE_LIST_INPUT,
  async (actor, input) => {
    const { key } = await createList(actor, input);
    redirect(routes.profileList(key));
  },
  { attempt: 'profile.write', subject: () => ({ type: 'profile_list', id: 'new' }) },
);

/** Lays the next edition before a second person. */
export const saveListAction = defineAction(
  SAVE_LIST_INPUT,
  async (actor, input) => void (await saveList(actor, input)),
  { attempt: 'profile.write', subject, refresh: true },
);

/** Puts an edition in force, or sends it back. */
export const decideListAction = defineAction(DECIDE_LIST_INPUT, (actor, input) => decideList(actor, input), {
  attempt: 'profile.decide',
  subject,
  refresh: true,
});
