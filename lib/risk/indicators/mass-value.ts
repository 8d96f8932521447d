import type { Indicator } from '@/lib/assessment/types';
import { divideRounded, parseDecimal } from '@/lib/kernel/decimal';
import type { ValuePerKg } from '@/lib/policy/policy';
import { amountText, type IndicatorContext, strongestOf } from '../context';

function boundsOf(code: string | null, context: IndicatorContext): ValuePerKg | null {
  if (code === null) return null;
  const { valuePerKg } = context.policy;
  return (
    valuePerKg.get(code.slice(0, 6)) ?? valuePerKg.get(code.slice(0, 4)) ?? valuePerKg.get(code.slice(0, 2)) ?? null
  );
}

/** Net masses that together exceed the gross mass by more than rounding explains. */
function netOverGross(context: IndicatorContext): Indicator | null {
  const { record, policy } = context;
  const { netOverGrossPercent, pointsNetOverGross } = policy.indicators.mass_value;
  if (record.grossMassG === null) return null;
  const netG = record.items.reduce((sum, item) => sum + (item.netMassG ?? 0), 0);
  if (netG * 100 <= record.grossMassG * netOverGrossPercent) return null;
  return {
    code: 'mass_value',
    points: pointsNetOverGross,
    values: { why: 'net_over_gross', netG, grossG: record.grossMassG },
    pointers: ['gross_mass_kg', ...record.items.map((_, index) => `items.${index}.net_mass_kg`)],
  };
}

/** Mass that does not go with value or quantity: value per kilogram outside what the goods cost, pieces lighter than possible. */
export function massValue(context: IndicatorContext): Indicator | null {
  const { record, policy, charges } = context;
  const { points, minGramsPerPiece } = policy.indicators.mass_value;
  const found: Indicator[] = [];
  for (const [index, item] of record.items.entries()) {
    const valueMinor = charges.items[index]?.valueMinor ?? 0n;
    if (item.netMassG === null || item.netMassG <= 0 || valueMinor <= 0n) continue;
    const pieces = item.quantity === null ? null : parseDecimal(item.quantity);
    const massPointer = `items.${index}.net_mass_kg`;
    const netG = BigInt(item.netMassG);
    if (pieces && netG * 10n ** BigInt(pieces.scale) < pieces.digits * BigInt(minGramsPerPiece)) {
      found.push({
        code: 'mass_value',
        points,
        values: { why: 'light_pieces', item: item.itemNumber, netG: item.netMassG, pieces: item.quantity ?? '' },
        pointers: [massPointer, `items.${index}.quantity`],
      });
      continue;
    }
    const bounds = boundsOf(item.commodityCode, context);
    if (!bounds) continue;
    const perKgMinor = divideRounded(valueMinor * 1000n, netG, 'halfUp');
    if (perKgMinor >= bounds.lowMinor && perKgMinor <= bounds.highMinor) continue;
    found.push({
      code: 'mass_value',
      points,
      values: {
        why: perKgMinor < bounds.lowMinor ? 'cheap_per_kg' : 'dear_per_kg',
        item: item.itemNumber,
        perKg: amountText(context, perKgMinor),
        low: amountText(context, bounds.lowMinor),
        high: amountText(context, bounds.highMinor),
        currency: charges.currency,
        chapter: item.commodityCode?.slice(0, 2) ?? '',
      },
      pointers: [massPointer, `items.${index}.value`, `items.${index}.commodity_code`],
    });
  }
  return strongestOf(found) ?? netOverGross(context);
}
