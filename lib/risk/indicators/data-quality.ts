import type { Indicator } from '@/lib/assessment/types';
import { missingColumns } from '@/lib/consignment/requirements';
import type { IndicatorContext } from '../context';

const CHARGE_POINTERS: Readonly<Record<string, string>> = {
  without_exchange_rate: 'currency',
  duty_without_code: 'commodity_code',
  duty_without_rate: 'commodity_code',
  duty_not_ad_valorem: 'commodity_code',
  duty_upon_proof: 'transaction_type',
};

/** Data the regime asks for and the record lacks, doubts of the intake that no other indicator weighs, and goods that could not be charged. */
export function dataQuality(context: IndicatorContext): Indicator | null {
  const { record, policy, uncharged, warnings } = context;
  const { pointsPerField, pointsMax, pointsUncharged } = policy.indicators.data_quality;
  const missing = missingColumns(record.sent, policy.requirements[record.regime]);
  const columns = new Set(missing.map(({ column }) => column)).size;
  const doubtful = warnings.filter((warning) => warning.severity === 'warning');
  if (columns === 0 && doubtful.length === 0 && uncharged.length === 0) return null;
  const chargePointers = uncharged.map((line) => {
    const column = CHARGE_POINTERS[line.working.code];
    const index = record.items.findIndex((item) => item.itemNumber === line.itemNumber);
    if (column === 'transaction_type') return column;
    return column ? `items.${index}.${column}` : 'transport_currency';
  });
  const fieldPoints = Math.min(pointsMax, (columns + doubtful.length) * pointsPerField);
  return {
    code: 'data_quality',
    points: Math.max(fieldPoints, uncharged.length > 0 ? pointsUncharged : 0),
    values: {
      regime: record.regime,
      missing: missing.length,
      fields: missing.map(({ pointer, others }) => [pointer, ...others].join('|')).join(' '),
      warnings: doubtful.length,
      uncharged: uncharged.length,
    },
    pointers: [
      ...new Set([
        ...chargePointers,
        ...missing.flatMap(({ pointer, others }) => [pointer, ...others]),
        ...doubtful.map((warning) => warning.pointer),
      ]),
    ],
  };
}
