import { defineCall } from '@/app/_server/define-call';
import { readJson } from '@/app/_server/read-json';
import { answerReferral } from '@/db/commands/clearance/answer-referral';
import { trackConsignment } from '@/db/commands/consignment/track-consignment';
import { ANSWER, ANSWER_BODY } from '@/lib/api/calls';
import { parseInput } from '@/lib/clearance/parse-input';
import { NotFoundError } from '@/lib/kernel/errors';
import { consignmentIdOf, isUuid } from '@/lib/kernel/ids';

/** Enters the partner's answer to one question of customs. */
export const POST = defineCall(ANSWER, async ({ actor, request, params, answer, problem }) => {
  const { reference, referralId } = params;
  if (!actor.partnerId || !isUuid(referralId)) throw new NotFoundError('referral');
  const body = await readJson(request);
  if (body === undefined) return problem('body_missing');
  const told = parseInput(ANSWER_BODY, body as { answer: string });
  const consignmentId = consignmentIdOf(actor.partnerId, reference);
  await answerReferral(actor, { consignmentId, referralId, answer: told.answer });
  const { referrals } = await trackConsignment(actor, reference);
  const question = referrals.find((one) => one.referralId === referralId);
  if (!question) throw new NotFoundError('referral');
  return answer(200, question);
});
