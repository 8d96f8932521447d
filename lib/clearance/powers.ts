import { DECISION_KINDS, type DecisionKind } from '@/lib/consignment/codes';
import { moneyText } from '@/lib/kernel/money';
import type { Reason } from '@/lib/kernel/problem';
import type { DecidingRole, Policy } from '@/lib/policy/policy';

export type PowerPolicy = Pick<Policy, 'powers' | 'currency' | 'minorDigits'>;

const isDeciding = (role: string): role is DecidingRole => role === 'officer' || role === 'supervisor';

/**
 * What the powers of the policy have against a decision by a person of a role, beside what the product lets the role do at all: they
 * narrow it and never widen it. Null where nothing stands against it, where the policy has no row for the decision, and for what the
 * system does by itself.
 */
export function powerAgainst(
  kind: DecisionKind,
  role: string,
  valueMinor: bigint,
  { powers, currency, minorDigits }: PowerPolicy,
): Reason | null {
  const power = powers.get(kind);
  if (!power || !isDeciding(role)) return null;
  const { roles, officerUpToMinor, source: citation } = power;
  if (!roles.includes(role)) return { code: 'power.role', citation, params: { decision: kind } };
  if (role !== 'officer' || officerUpToMinor === null || valueMinor <= officerUpToMinor) return null;
  const text = (minor: bigint) => moneyText(minor, minorDigits);
  const params = { decision: kind, currency, limit: text(officerUpToMinor), value: text(valueMinor) };
  return { code: 'power.value', citation, params };
}

/** The same of every decision against which something stands. */
export function powersAgainst(
  role: string,
  valueMinor: bigint,
  policy: PowerPolicy,
): Readonly<Partial<Record<DecisionKind, Reason>>> {
  const against = DECISION_KINDS.map((kind) => [kind, powerAgainst(kind, role, valueMinor, policy)] as const);
  return Object.fromEntries(against.filter(([, reason]) => reason !== null));
}
