'use server';
import { definePublicAction } from '@/app/_server/define-public-action';
import { askForMails } from '@/db/commands/publication/ask-mail';
import { confirmMails, endMails } from '@/db/commands/publication/change-mail';
import { ASK_MAIL_INPUT, CHANGE_MAIL_INPUT } from '@/lib/publication/mail';

/** Takes the wish to be told of releases; the answer is the same whoever is known already. */
export const askMailAction = definePublicAction(ASK_MAIL_INPUT, async ({ addressKey }, { email }) => {
  const { isTaken } = await askForMails(email, addressKey);
  // Who has to wait sends the same again.
  return { isTaken, email: isTaken ? '' : email };
});

/** Confirms or ends the subscription whose key is sent. */
export const changeMailAction = definePublicAction(CHANGE_MAIL_INPUT, async (_asker, { key, wish }) =>
  wish === 'confirm' ? confirmMails(key) : endMails(key),
);
