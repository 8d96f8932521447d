'use server';
import { defineAction } from '@/app/_server/define-action';
import { changeSubscription } from '@/db/commands/webhook/change-subscription';
import { newSecret } from '@/db/commands/webhook/new-secret';
import { sendAgain } from '@/db/commands/webhook/send-again';
import { sendTest } from '@/db/commands/webhook/send-test';
import { disableSubscription, enableSubscription } from '@/db/commands/webhook/set-subscription-use';
import {
  CHANGE_SUBSCRIPTION_INPUT,
  NEW_SECRET_INPUT,
  SEND_AGAIN_INPUT,
  SEND_TEST_INPUT,
  SUBSCRIPTION_WITH_REASON_INPUT,
} from '@/lib/webhooks/inputs';

/** Changes what an address is told of. */
export const changeSubscriptionAction = defineAction(
  CHANGE_SUBSCRIPTION_INPUT,
  async (actor, input) => {
    await changeSubscription(actor, input);
  },
  {
    attempt: 'webhook.manage',
    subject: ({ subscriptionId }) => ({ type: 'webhook', id: subscriptionId }),
    refresh: true,
  },
);

/** Makes another secret; the answer carries it, and nothing shows it again. */
export const newSecretAction = defineAction(
  NEW_SECRET_INPUT,
  async (actor, input) => ({ data: { secret: (await newSecret(actor, input)).secret } }),
  {
    attempt: 'webhook.manage',
    subject: ({ subscriptionId }) => ({ type: 'webhook', id: subscriptionId }),
    refresh: true,
  },
);

/** Stops telling an address. */
export const disableSubscriptionAction = defineAction(
  SUBSCRIPTION_WITH_REASON_INPUT,
  async (actor, input) => {
    await disableSubscription(actor, input);
  },
  {
    attempt: 'webhook.manage',
    subject: ({ subscriptionId }) => ({ type: 'webhook', id: subscriptionId }),
    refresh: true,
  },
);

/** Tells an address again. */
export const enableSubscriptionAction = defineAction(
  SUBSCRIPTION_WITH_REASON_INPUT,
  async (actor, input) => {
    await enableSubscription(actor, input);
  },
  {
    attempt: 'webhook.manage',
    subject: ({ subscriptionId }) => ({ type: 'webhook', id: subscriptionId }),
    refresh: true,
  },
);

/** Puts a test into the outbox. */
export const sendTestAction = defineAction(
  SEND_TEST_INPUT,
  async (actor, input) => {
    await sendTest(actor, input);
  },
  {
    attempt: 'webhook.manage',
    subject: ({ subscriptionId }) => ({ type: 'webhook', id: subscriptionId }),
    refresh: true,
  },
);

/** Sends a delivery once more. */
export const sendAgainAction = defineAction(
  SEND_AGAIN_INPUT,
  async (actor, input) => {
    await sendAgain(actor, input);
  },
  { attempt: 'webhook.manage', refresh: true },
);
