'use server';
import { redirect } from 'next/navigation';
import { defineAction } from '@/app/_server/define-action';
import { routes } from '@/app/_server/routes';
import { decideChange } from '@/db/commands/policy/decide-change';
import { enterInstrument } from '@/db/commands/policy/enter-instrument';
import { proposeAnnulment } from '@/db/commands/policy/propose-annulment';
import { proposeChange } from '@/db/commands/policy/propose-change';
import { ANNUL_INPUT, DECIDE_INPUT, INSTRUMENT_INPUT, PROPOSE_INPUT } from '@/lib/policy/change';

/** Enters a law and shows the policy with it. */
export const enterInstrumentAction = defineAction(
  INSTRUMENT_INPUT,
  async (actor, input) => {
    await enterInstrument(actor, input);
    redirect(routes.policy());
  },
  { attempt: 'policy.write', subject: () => ({ type: 'instrument', id: 'new' }) },
);

/** Lays a change before a second person and shows where it waits. */
export const proposeChangeAction = defineAction(
  PROPOSE_INPUT,
  async (actor, input) => {
    await proposeChange(actor, input);
    redirect(routes.policy());
  },
  { attempt: 'policy.write', subject: () => ({ type: 'policy_change', id: 'new' }) },
);

/** Approves, refuses or withdraws a change. */
export const decideChangeAction = defineAction(DECIDE_INPUT, (actor, input) => decideChange(actor, input), {
  attempt: 'policy.decide',
  subject: ({ changeId }) => ({ type: 'policy_change', id: changeId }),
  refresh: true,
});

/** Lays before a second person that an approved change be taken back before its day. */
export const proposeAnnulmentAction = defineAction(
  ANNUL_INPUT,
  async (actor, input) => void (await proposeAnnulment(actor, input)),
  {
    attempt: 'policy.write',
    subject: ({ changeId }) => ({ type: 'policy_change', id: changeId }),
    refresh: true,
  },
);
