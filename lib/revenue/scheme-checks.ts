import { vendorCeiling } from '@/lib/charges/vendor-ceiling';
import { faultOfSchemeNumber } from '@/lib/consignment/scheme-number';
import { moneyText } from '@/lib/kernel/money';
import type { Policy } from '@/lib/policy/policy';
import { type ChargeFacts, togetherOf } from './charge-facts';

/** What is asked of a vendor scheme number, in this order; the sentence of each stands in the catalogue under `revenue.scheme.<rule>`. */
export const SCHEME_RULES = ['format', 'state', 'registered', 'valid_on', 'ceiling', 'holder'] as const;
export type SchemeRule = (typeof SCHEME_RULES)[number];

/** One check: the value it looked at and what came of it; `unknown` where nothing could be looked up. */
export type SchemeCheck = {
  readonly rule: SchemeRule;
  readonly verdict: 'passed' | 'failed' | 'unknown';
  /** Column of the advance data that it is about. */
  readonly field: 'scheme_id' | 'value' | 'seller_name';
  readonly value: string;
  readonly values: Readonly<Record<string, string | number>>;
};

export type CheckedScheme = {
  readonly schemeId: string;
  readonly facts: ChargeFacts | null;
  /** Day the version was received, on whose law and register it rests. */
  readonly day: string;
  readonly intrinsicMinor: bigint;
  /** Who sells, as far as it may be shown. */
  readonly soldBy: string | null;
};

/** Every check of a scheme number under the law of the day, with what was looked up when the version was assessed. */
export function schemeChecks(checked: CheckedScheme, policy: Policy): SchemeCheck[] {
  const { schemeId, facts, day } = checked;
  const fault = faultOfSchemeNumber(schemeId, policy.vendorScheme);
  const { prefix, digitsAfterState } = policy.vendorScheme;
  const shape = { prefix, digits: digitsAfterState };
  const format = { rule: 'format', field: 'scheme_id', value: schemeId, values: shape } as const;
  if (fault === 'format') return [{ ...format, verdict: 'failed' }];
  const state = schemeId.slice(prefix.length, prefix.length + 3);
  const checks: SchemeCheck[] = [
    { ...format, verdict: 'passed' },
    { rule: 'state', field: 'scheme_id', value: state, values: {}, verdict: fault === 'state' ? 'failed' : 'passed' },
  ];
  const standing = facts?.scheme ?? null;
  const isKnown = standing !== null && standing.state !== 'unregistered';
  checks.push({
    rule: 'registered',
    field: 'scheme_id',
    value: schemeId,
    verdict: standing === null ? 'unknown' : isKnown ? 'passed' : 'failed',
    values: { edition: standing?.edition ?? '', state },
  });
  if (isKnown) {
    const { state: stands, day: edge } = standing;
    const values = { state: stands, edge: edge ?? '' };
    checks.push({
      rule: 'valid_on',
      field: 'scheme_id',
      value: day,
      values,
      verdict: stands === 'valid' ? 'passed' : 'failed',
    });
  }
  checks.push(ceiling(checked, policy));
  if (isKnown) {
    const { isHolder, holder } = standing;
    checks.push({
      rule: 'holder',
      field: 'seller_name',
      value: checked.soldBy ?? '',
      values: { holder: holder ?? '' },
      verdict: isHolder === null ? 'unknown' : isHolder ? 'passed' : 'failed',
    });
  }
  return checks;
}

/** Up to what the law lets a vendor account for the tax; goods that were split are held against it together. */
function ceiling({ intrinsicMinor, facts }: CheckedScheme, policy: Policy): SchemeCheck {
  const { lawInForce, minorDigits, currency, vendorScheme } = policy;
  const limitMinor = vendorCeiling(lawInForce)?.limitMinor ?? vendorScheme.limitMinor;
  const together = togetherOf(facts?.split ?? null);
  const worthMinor = intrinsicMinor + (together?.intrinsicMinor ?? 0n);
  return {
    rule: 'ceiling',
    field: 'value',
    value: moneyText(worthMinor, minorDigits),
    values: { limit: moneyText(limitMinor, minorDigits), currency, others: together?.consignments ?? 0 },
    verdict: worthMinor <= limitMinor ? 'passed' : 'failed',
  };
}
