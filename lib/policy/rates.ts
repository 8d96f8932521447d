import type { z } from 'zod';
import type { TariffRate, TaxRate } from '@/lib/charges/goods';
import { percentMeasure, readMeasure } from '@/lib/charges/measure';
import { rational } from '@/lib/kernel/rational';
import type { VALUE_SHAPES } from './value-shapes';

/** A rate of tax in per cent, with where it comes from. */
export function rateOf(ratePercent: string, source: string): TaxRate {
  return { percent: rational(ratePercent), text: ratePercent, source };
}

/** A tariff may state what is no plain percentage: it is computed with where its words can be read, and open where not. */
export function dutyRateOf(
  value: z.infer<typeof VALUE_SHAPES.duty_rate>,
  source: string,
  currency: string,
): TariffRate {
  if (value.ratePercent !== null) {
    return { measure: percentMeasure(value.ratePercent), text: `${value.ratePercent}%`, source };
  }
  const read = readMeasure(value.text, currency);
  return { measure: read.ok ? read.measure : null, text: value.text, source };
}
