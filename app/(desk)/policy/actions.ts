'use server';
import { redirect } from 'next/navigation';
import { defineAction } from '@/app/_server/define-action';
import { routes } from '@/app/_server/routes';
import { decideChange } from '@/db/commands/policy/decide-change';
import { discardDraft } from '@/db/commands/policy/discard-draft';
import { enterInstrument } from '@/db/commands/policy/enter-instrument';
import { proposeAnnulment } from '@/db/commands/policy/propose-annulment';
import { proposeChange } from '@/db/commands/policy/propose-change';
import { saveDraft } from '@/db/commands/policy/save-draft';
import { ANNUL_INPUT, DECIDE_INPUT, INSTRUMENT_INPUT } from '@/lib/policy/change';
import { DISCARD_DRAFT_INPUT, PROPOSE_INPUT, SAVE_DRAFT_INPUT } from '@/lib/policy/draft';

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

/** Keeps a change as a draft and shows it. */
export const saveDraftAction = defineAction(
  SAVE_DRAFT_INPUT,
  async (actor, input) => {
    const { draftId } = await saveDraft(actor, input);
    redirect(routes.policyDraft(draftId));
  },
  { attempt: 'policy.write', subject: ({ draftId }) => ({ type: 'policy_change', id: draftId ?? 'new' }) },
);

/** Throws a draft away, and shows what is left. */
export const discardDraftAction = defineAction(
  DISCARD_DRAFT_INPUT,
  async (actor, input) => {
    await discardDraft(actor, input);
    redirect(routes.policy());
  },
  { attempt: 'policy.write', subject: ({ draftId }) => ({ type: 'policy_change', id: draftId }) },
);

/** Approves, returns, refuses or withdraws a change. */
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
