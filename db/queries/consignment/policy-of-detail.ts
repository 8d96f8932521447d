import 'server-only';
import type { clearances, consignments } from '@/db/schema';
import { powersAgainst } from '@/lib/clearance/powers';
import { type SecondFacts, secondOfficerRules } from '@/lib/clearance/second-officer';
import type { DecisionKind } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import type { Reason } from '@/lib/kernel/problem';
import type { Policy } from '@/lib/policy/policy';
import { type KeptUntil, keptUntil, type Retained } from '@/lib/policy/retention';

/** What the policy in force says of decisions on a consignment, and of what is kept of it. */
export type PolicyOfDetail = {
  /** The rule of the policy that asks for a second officer, by decision; absent where one decides. */
  readonly secondRules: Readonly<Partial<Record<DecisionKind, string>>>;
  /** What the powers of the policy have against a decision by who looks, by decision; absent where nothing stands. */
  readonly powersAgainst: Readonly<Partial<Record<DecisionKind, Reason>>>;
  /** Null where no period of keeping is in force. */
  readonly keptUntil: Readonly<Record<Retained, KeptUntil | null>>;
};

type Found = {
  readonly clearance: Pick<typeof clearances.$inferSelect, 'receivedOn' | 'decidedAt' | 'releasedAt'>;
  readonly consignment: Pick<typeof consignments.$inferSelect, 'updatedAt'>;
};

/** The same of a consignment that was found, to who looks at it. */
export function policyOfDetail(
  { role }: Actor,
  { clearance, consignment }: Found,
  second: SecondFacts,
  policy: Policy,
): PolicyOfDetail {
  const done = { ...clearance, updatedAt: consignment.updatedAt };
  return {
    secondRules: secondOfficerRules(second, policy.secondOfficer),
    powersAgainst: powersAgainst(role, second.valueMinor, policy),
    keptUntil: {
      consignments: keptUntil('consignments', done, policy),
      attachments: keptUntil('attachments', done, policy),
    },
  };
}
