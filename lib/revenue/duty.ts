import type { ChargeLine } from '@/lib/assessment/types';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import { allocate, moneyText, percentOf } from '@/lib/kernel/money';
import type { Policy } from '@/lib/policy/policy';
import { byPrefix, hasPrefix } from './by-prefix';
import type { Treatment } from './treatment';
import type { Valuation, ValuedItem } from './valuation';

type Values = Readonly<Record<string, string | number>>;

type Working = { code: string; ratePercent?: string; amountMinor?: bigint; values?: Values; citation: string };

function line(valued: ValuedItem, policy: Policy, working: Working): ChargeLine {
  const amountMinor = working.amountMinor ?? 0n;
  return {
    kind: 'duty',
    itemNumber: valued.item.itemNumber,
    baseMinor: valued.customsMinor,
    ratePercent: working.ratePercent ?? null,
    amountMinor,
    working: {
      code: working.code,
      values: {
        ...valued.printed,
        ...working.values,
        amount: moneyText(amountMinor, policy.minorDigits),
      },
    },
    citation: working.citation,
  };
}

function adValorem(valued: ValuedItem, policy: Policy, isExcluded: boolean): ChargeLine {
  const code = valued.item.commodityCode;
  const rate = byPrefix(policy.dutyRates, code);
  if (!rate) {
    return code === null
      ? line(valued, policy, { code: 'duty_without_code', citation: policy.dutyRelief.citation })
      : line(valued, policy, { code: 'duty_without_rate', values: { code }, citation: policy.dutyRelief.citation });
  }
  if (rate.percent === null) {
    const values = { code: code ?? '', tariff: rate.text === '' ? 'none' : rate.text };
    return line(valued, policy, { code: 'duty_not_ad_valorem', values, citation: rate.source });
  }
  return line(valued, policy, {
    code: isExcluded ? 'duty_excluded' : 'duty_ad_valorem',
    ratePercent: rate.text,
    amountMinor: percentOf(valued.customsMinor, rate.percent, 'halfUp'),
    values: { percent: rate.text, code: code ?? '' },
    citation: rate.source,
  });
}

/** Flat duty per distinct subheading; goods without a code count as one subheading more. Shares follow the value. */
function flat(items: readonly ValuedItem[], flatMinor: bigint, policy: Policy): ReadonlyMap<ValuedItem, ChargeLine> {
  const groups = new Map<string, ValuedItem[]>();
  for (const valued of items) {
    const subheading = valued.item.commodityCode?.slice(0, 6) ?? '';
    const group = groups.get(subheading);
    if (group) group.push(valued);
    else groups.set(subheading, [valued]);
  }
  const lines = new Map<ValuedItem, ChargeLine>();
  for (const [subheading, group] of groups) {
    const shares = allocate(
      flatMinor,
      group.map((valued) => valued.customsMinor),
    );
    for (const [index, valued] of group.entries()) {
      const code = subheading === '' ? 'duty_flat_without_code' : group.length > 1 ? 'duty_flat_share' : 'duty_flat';
      lines.set(
        valued,
        line(valued, policy, {
          code,
          amountMinor: shares[index] ?? 0n,
          values: { code: subheading, flat: moneyText(flatMinor, policy.minorDigits), items: group.length },
          citation: policy.dutyRelief.citation,
        }),
      );
    }
  }
  return lines;
}

/** One duty line per goods item, in the order of the items. */
export function dutyLines(valuation: Valuation, treatment: Treatment, policy: Policy): readonly ChargeLine[] {
  const isExcluded = (valued: ValuedItem) => hasPrefix(policy.dutyRelief.excluded, valued.item.commodityCode);
  const { flatMinor, citation } = policy.dutyRelief;
  const isFlat = treatment.relief === null && treatment.isLowValue && flatMinor !== null;
  const flatLines = isFlat
    ? flat(
        valuation.items.filter((valued) => valued.rate !== null && !isExcluded(valued)),
        flatMinor,
        policy,
      )
    : null;
  return valuation.items.map((valued) => {
    if (valued.rate === null) return line(valued, policy, { code: 'without_exchange_rate', citation });
    const excluded = isExcluded(valued);
    if (treatment.relief !== null && !excluded) {
      return line(valued, policy, {
        code: treatment.relief === 'gift' ? 'duty_gift' : 'duty_documents',
        values: { limit: moneyText(policy[treatment.relief].limitMinor, policy.minorDigits) },
        citation: policy[treatment.relief].citation,
      });
    }
    if (!treatment.isLowValue || excluded) return adValorem(valued, policy, excluded && treatment.isLowValue);
    return (
      flatLines?.get(valued) ??
      line(valued, policy, {
        code: 'duty_relief',
        values: { limit: moneyText(policy.dutyRelief.limitMinor, policy.minorDigits) },
        citation,
      })
    );
  });
}

/** One line per goods item that says why nothing is computed: the goods leave for a country outside the customs territory. */
export function outsideLines(record: ConsignmentRecord, valuation: Valuation, policy: Policy): readonly ChargeLine[] {
  return valuation.items.map((valued) =>
    line(valued, policy, {
      code: 'outside_territory',
      values: { country: record.recipient.country },
      citation: policy.territorySource,
    }),
  );
}
