import 'server-only';
import { db } from '@/db/connection';
import type { Row } from '@/db/queries/privacy/keep-facts';
import { powersAgainst } from '@/lib/clearance/powers';
import { type SecondFacts, secondOfficerRules } from '@/lib/clearance/second-officer';
import type { DecisionKind } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import type { Reason } from '@/lib/kernel/problem';
import type { Policy } from '@/lib/policy/policy';
import type { Retained } from '@/lib/policy/retention';
import type { KeptUntil } from '@/lib/privacy/retention';
import { keptOf } from './kept-until';

/** What the policy in force says of decisions on a consignment, and of what is kept of it. */
export type PolicyOfDetail = {
  /** The rule of the policy that asks for a second officer, by decision; absent where one decides. */
  readonly secondRules: Readonly<Partial<Record<DecisionKind, string>>>;
  /** What the powers of the policy have against a decision by who looks, by decision; absent where nothing stands. */
  readonly powersAgainst: Readonly<Partial<Record<DecisionKind, Reason>>>;
  /** Null where no period of keeping is in force. */
  readonly keptUntil: Readonly<Record<Retained, KeptUntil | null>>;
};

/** The same of a consignment that was found, to who looks at it. */
export async function policyOfDetail(
  { role }: Actor,
  row: Row,
  second: SecondFacts,
  policy: Policy,
): Promise<PolicyOfDetail> {
  return {
    secondRules: secondOfficerRules(second, policy.secondOfficer),
    powersAgainst: powersAgainst(role, second.valueMinor, policy),
    keptUntil: await keptOf(db(), row, policy),
  };
}
