import type { Indicator } from '@/lib/assessment/types';
import { divideRounded, parseDecimal } from '@/lib/kernel/decimal';
import { amountText, type IndicatorContext, strongestOf } from '../context';

/**
 * Value per piece far under the reference band of the goods: the narrowest of subheading, heading and chapter that is known well
 * enough. Silent without commodity code, quantity or such a band: what is missing is named by `data_quality`, never guessed.
 */
export function undervaluation(context: IndicatorContext): Indicator | null {
  const { record, facts, policy, charges } = context;
  const { minCount, steps } = policy.indicators.undervaluation;
  const found: Indicator[] = [];
  for (const [index, item] of record.items.entries()) {
    const band = facts.bands.get(item.itemNumber);
    const quantity = item.quantity === null ? null : parseDecimal(item.quantity);
    const valueMinor = charges.items[index]?.valueMinor ?? 0n;
    if (!band || !item.commodityCode || !quantity || quantity.digits <= 0n) continue;
    if (band.count < minCount[band.level] || band.medianMinor <= 0n || valueMinor <= 0n) continue;
    const unitMinor = divideRounded(valueMinor * 10n ** BigInt(quantity.scale), quantity.digits, 'halfUp');
    if (unitMinor >= band.lowMinor) continue;
    const points = steps.reduce(
      (most, step) =>
        unitMinor * 100n <= band.medianMinor * BigInt(step.atMostPercent) && step.points > most ? step.points : most,
      0,
    );
    if (points === 0) continue;
    found.push({
      code: 'undervaluation',
      points,
      values: {
        item: item.itemNumber,
        unit: amountText(context, unitMinor),
        median: amountText(context, band.medianMinor),
        low: amountText(context, band.lowMinor),
        currency: charges.currency,
        count: band.count,
        level: band.level,
        heading: band.key.split(':')[0] ?? band.key,
        origin: item.originCountry ?? '',
      },
      pointers: [`items.${index}.value`, `items.${index}.quantity`, `items.${index}.commodity_code`],
    });
  }
  return strongestOf(found);
}
