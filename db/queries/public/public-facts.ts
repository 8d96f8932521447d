import 'server-only';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { dayOf } from '@/lib/kernel/dates';
import type { Appeal } from '@/lib/policy/policy';

/** What of the law in force the pages about decisions print. */
export type PublicFacts = {
  readonly day: string;
  readonly administration: string;
  /** Null where nobody entered how long decisions can be appealed. */
  readonly appeal: Appeal | null;
  /** How long an officer may take a new decision back before it is told. */
  readonly undoMinutes: number;
  /** How long whoever sent the data has to answer a question. */
  readonly answerMinutes: number;
};

/** Facts of the law in force that are for everybody. Takes no actor, and tells nothing of selection. */
export async function publicFacts(at = new Date()): Promise<PublicFacts> {
  const day = dayOf(at);
  const { administration, appeal, undoMinutes, referralAnswerMinutes } = await policyInForce(db(), day);
  return { day, administration, appeal, undoMinutes, answerMinutes: referralAnswerMinutes };
}
