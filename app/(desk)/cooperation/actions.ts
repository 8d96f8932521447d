'use server';
import { defineAction } from '@/app/_server/define-action';
import { routes } from '@/app/_server/routes';
import { answerMatch } from '@/db/commands/cooperation/answer-match';
import { askForMatch } from '@/db/commands/cooperation/ask-for-match';
import { decideCounterpart } from '@/db/commands/cooperation/decide-counterpart';
import { decidePackage } from '@/db/commands/cooperation/decide-package';
import { declinePackage } from '@/db/commands/cooperation/decline-package';
import { endCounterpart } from '@/db/commands/cooperation/end-counterpart';
import { endTaken } from '@/db/commands/cooperation/end-taken';
import { enterIdentity } from '@/db/commands/cooperation/enter-identity';
import { preparePackage } from '@/db/commands/cooperation/prepare-package';
import { proposeCounterpart } from '@/db/commands/cooperation/propose-counterpart';
import { setSecret } from '@/db/commands/cooperation/set-secret';
import { startMatch } from '@/db/commands/cooperation/start-match';
import { takeOver } from '@/db/commands/cooperation/take-over';
import { withdrawPackage } from '@/db/commands/cooperation/withdraw-package';
import {
  ANSWER_MATCH_INPUT,
  ASK_FOR_MATCH_INPUT,
  DECIDE_COUNTERPART_INPUT,
  DECIDE_PACKAGE_INPUT,
  END_COUNTERPART_INPUT,
  ENTER_IDENTITY_INPUT,
  EXCHANGE_ACT_INPUT,
  PREPARE_PACKAGE_INPUT,
  PROPOSE_COUNTERPART_INPUT,
  SET_SECRET_INPUT,
  TAKE_OVER_INPUT,
} from '@/lib/cooperation/inputs';

const ofCounterpart = ({ counterpartId }: { counterpartId: string }) => ({
  type: 'counterpart' as const,
  id: counterpartId,
});
const ofExchange = ({ exchangeId }: { exchangeId: string }) => ({ type: 'exchange' as const, id: exchangeId });

/** Enters who we are, and makes a key. */
export const enterIdentityAction = defineAction(
  ENTER_IDENTITY_INPUT,
  async (actor, input) => {
    await enterIdentity(actor, input);
  },
  { attempt: 'cooperation.decide', refresh: true },
);

/** Enters an administration. */
export const proposeCounterpartAction = defineAction(
  PROPOSE_COUNTERPART_INPUT,
  async (actor, input) => ({ to: routes.counterpart((await proposeCounterpart(actor, input)).counterpartId) }),
  { attempt: 'cooperation.prepare' },
);

/** Approves an administration or refuses it. */
export const decideCounterpartAction = defineAction(
  DECIDE_COUNTERPART_INPUT,
  async (actor, input) => {
    await decideCounterpart(actor, input);
  },
  { attempt: 'cooperation.decide', subject: ofCounterpart, refresh: true },
);

/** Ends the exchange with an administration. */
export const endCounterpartAction = defineAction(
  END_COUNTERPART_INPUT,
  async (actor, input) => {
    await endCounterpart(actor, input);
  },
  { attempt: 'cooperation.decide', subject: ofCounterpart, refresh: true },
);

/** Sets the secret shared with an administration. */
export const setSecretAction = defineAction(
  SET_SECRET_INPUT,
  async (actor, input) => ({ data: await setSecret(actor, input) }),
  { attempt: 'cooperation.prepare', subject: ofCounterpart, refresh: true },
);

/** Prepares a package. */
export const preparePackageAction = defineAction(
  PREPARE_PACKAGE_INPUT,
  async (actor, input) => ({ to: routes.exchange((await preparePackage(actor, input)).exchangeId) }),
  { attempt: 'cooperation.prepare', subject: ofCounterpart },
);

/** Prepares a question about parties. */
export const askForMatchAction = defineAction(
  ASK_FOR_MATCH_INPUT,
  async (actor, input) => ({ to: routes.exchange((await askForMatch(actor, input)).exchangeId) }),
  { attempt: 'cooperation.prepare', subject: ofCounterpart },
);

/** Approves a package of ours or sends it back. */
export const decidePackageAction = defineAction(
  DECIDE_PACKAGE_INPUT,
  async (actor, input) => {
    await decidePackage(actor, input);
  },
  { attempt: 'cooperation.decide', subject: ofExchange, refresh: true },
);

/** Withdraws a package of ours. */
export const withdrawPackageAction = defineAction(
  EXCHANGE_ACT_INPUT,
  async (actor, input) => {
    await withdrawPackage(actor, input);
  },
  { attempt: 'cooperation.prepare', subject: ofExchange, refresh: true },
);

/** Declines a package that came. */
export const declinePackageAction = defineAction(
  EXCHANGE_ACT_INPUT,
  async (actor, input) => {
    await declinePackage(actor, input);
  },
  { attempt: 'cooperation.prepare', subject: ofExchange, refresh: true },
);

/** Takes items of a package over. */
export const takeOverAction = defineAction(
  TAKE_OVER_INPUT,
  async (actor, input) => {
    await takeOver(actor, input);
  },
  { attempt: 'cooperation.prepare', subject: ofExchange, refresh: true },
);

/** Ends what was taken over. */
export const endTakenAction = defineAction(
  EXCHANGE_ACT_INPUT,
  async (actor, input) => {
    await endTaken(actor, input);
  },
  { attempt: 'cooperation.prepare', subject: ofExchange, refresh: true },
);

/** Lets the worker look for hashed identifiers. */
export const startMatchAction = defineAction(
  EXCHANGE_ACT_INPUT,
  async (actor, input) => {
    await startMatch(actor, input);
  },
  { attempt: 'cooperation.prepare', subject: ofExchange, refresh: true },
);

/** Prepares the answer to a question about parties. */
export const answerMatchAction = defineAction(
  ANSWER_MATCH_INPUT,
  async (actor, input) => ({ to: routes.exchange((await answerMatch(actor, input)).exchangeId) }),
  { attempt: 'cooperation.prepare', subject: ofExchange },
);
