'use server';
import { redirect } from 'next/navigation';
import { defineAction } from '@/app/_server/define-action';
import { routes } from '@/app/_server/routes';
import { changePartnerDefaults } from '@/db/commands/identity/change-partner-defaults';
import { createKey } from '@/db/commands/identity/create-key';
import { createPartner } from '@/db/commands/identity/create-partner';
import { revokeKey } from '@/db/commands/identity/revoke-key';
import { disablePartner, enablePartner } from '@/db/commands/identity/set-partner-use';
import { createSubscription } from '@/db/commands/webhook/create-subscription';
import {
  CHANGE_PARTNER_DEFAULTS_INPUT,
  CREATE_KEY_INPUT,
  CREATE_PARTNER_INPUT,
  PARTNER_WITH_REASON_INPUT,
  REVOKE_KEY_INPUT,
} from '@/lib/identity/inputs';
import { CREATE_SUBSCRIPTION_INPUT } from '@/lib/webhooks/inputs';

/** Enters a partner and shows it. */
export const createPartnerAction = defineAction(
  CREATE_PARTNER_INPUT,
  async (actor, input) => {
    const { partnerId } = await createPartner(actor, input);
    redirect(routes.adminPartner(partnerId));
  },
  { attempt: 'admin.partners' },
);

/** Changes what messages of a partner mean where they name none. */
export const changePartnerDefaultsAction = defineAction(
  CHANGE_PARTNER_DEFAULTS_INPUT,
  async (actor, input) => {
    await changePartnerDefaults(actor, input);
  },
  { attempt: 'admin.partners', subject: ({ partnerId }) => ({ type: 'partner', id: partnerId }), refresh: true },
);

/** Makes a key; the answer carries it, and nothing shows it again. */
export const createKeyAction = defineAction(
  CREATE_KEY_INPUT,
  async (actor, input) => ({ data: { key: (await createKey(actor, input)).key } }),
  { attempt: 'admin.partners', subject: ({ partnerId }) => ({ type: 'partner', id: partnerId }), refresh: true },
);

/** Makes a key worthless. */
export const revokeKeyAction = defineAction(
  REVOKE_KEY_INPUT,
  async (actor, input) => {
    await revokeKey(actor, input);
  },
  { attempt: 'admin.partners', subject: ({ keyId }) => ({ type: 'api_key', id: keyId }), refresh: true },
);

/** Shuts a partner out. */
export const disablePartnerAction = defineAction(
  PARTNER_WITH_REASON_INPUT,
  async (actor, input) => {
    await disablePartner(actor, input);
  },
  { attempt: 'admin.partners', subject: ({ partnerId }) => ({ type: 'partner', id: partnerId }), refresh: true },
);

/** Lets a partner in again. */
export const enablePartnerAction = defineAction(
  PARTNER_WITH_REASON_INPUT,
  async (actor, input) => {
    await enablePartner(actor, input);
  },
  { attempt: 'admin.partners', subject: ({ partnerId }) => ({ type: 'partner', id: partnerId }), refresh: true },
);

/** Enters an address the partner is told at; the answer carries its secret, and nothing shows it again. */
export const createSubscriptionAction = defineAction(
  CREATE_SUBSCRIPTION_INPUT,
  async (actor, input) => ({ data: { secret: (await createSubscription(actor, input)).secret } }),
  { attempt: 'admin.partners', subject: ({ partnerId }) => ({ type: 'partner', id: partnerId }), refresh: true },
);
