'use server';
import { defineAction } from '@/app/_server/define-action';
import { decideTrust } from '@/db/commands/partnership/decide-trust';
import { proposeTrust } from '@/db/commands/partnership/propose-trust';
import { suspendTrust } from '@/db/commands/partnership/suspend-trust';
import { DECIDE_TRUST_INPUT, PROPOSE_TRUST_INPUT, SUSPEND_TRUST_INPUT } from '@/lib/partnership/inputs';

/** Proposes trust in a partner. */
export const proposeTrustAction = defineAction(
  PROPOSE_TRUST_INPUT,
  async (actor, input) => {
    await proposeTrust(actor, input);
  },
  { attempt: 'trust.propose', subject: ({ partnerId }) => ({ type: 'partner', id: partnerId }), refresh: true },
);

/** Grants or rejects trust that another person proposed. */
export const decideTrustAction = defineAction(
  DECIDE_TRUST_INPUT,
  async (actor, input) => {
    await decideTrust(actor, input);
  },
  { attempt: 'trust.decide', subject: ({ statusId }) => ({ type: 'trust', id: statusId }), refresh: true },
);

/** Suspends trust in a partner. */
export const suspendTrustAction = defineAction(
  SUSPEND_TRUST_INPUT,
  async (actor, input) => {
    await suspendTrust(actor, input);
  },
  { attempt: 'trust.suspend', subject: ({ statusId }) => ({ type: 'trust', id: statusId }), refresh: true },
);
