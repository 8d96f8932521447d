import type { Indicator } from '@/lib/assessment/types';
import type { IndicatorContext } from '../context';

const CHARGE_POINTERS: Readonly<Record<string, string>> = {
  without_exchange_rate: 'currency',
  duty_without_code: 'commodity_code',
  duty_without_rate: 'commodity_code',
};

function isAbsent(value: string | undefined): boolean {
  return value === undefined || value === '';
}

/** Columns the regime asks for that are not there, as pointers; a group of which one would do counts once. */
function missingColumns(context: IndicatorContext): { readonly pointers: readonly string[]; readonly columns: number } {
  const { record, policy } = context;
  const { consignment, items, oneOf } = policy.requirements[record.regime];
  const pointers: string[] = [];
  const columns = new Set<string>();
  for (const column of consignment) {
    if (!isAbsent(record.sent[column])) continue;
    pointers.push(column);
    columns.add(column);
  }
  for (const group of oneOf) {
    if (group.some((column) => !isAbsent(record.sent[column]))) continue;
    pointers.push(...group);
    columns.add(group.join('|'));
  }
  for (const [index, item] of record.sent.items.entries()) {
    for (const column of items) {
      if (!isAbsent(item[column])) continue;
      pointers.push(`items.${index}.${column}`);
      columns.add(column);
    }
  }
  return { pointers, columns: columns.size };
}

/** Data the regime asks for and the record lacks, warnings of the intake, and goods that could not be charged. */
export function dataQuality(context: IndicatorContext): Indicator | null {
  const { record, policy, uncharged, warnings } = context;
  const { pointsPerField, pointsMax, pointsUncharged } = policy.indicators.data_quality;
  const missing = missingColumns(context);
  const doubtful = warnings.filter((warning) => warning.severity === 'warning');
  if (missing.columns === 0 && doubtful.length === 0 && uncharged.length === 0) return null;
  const chargePointers = uncharged.map((line) => {
    const column = CHARGE_POINTERS[line.working.code];
    const index = record.items.findIndex((item) => item.itemNumber === line.itemNumber);
    return column ? `items.${index}.${column}` : 'transport_currency';
  });
  const fieldPoints = Math.min(pointsMax, (missing.columns + doubtful.length) * pointsPerField);
  return {
    code: 'data_quality',
    points: Math.max(fieldPoints, uncharged.length > 0 ? pointsUncharged : 0),
    values: {
      regime: record.regime,
      missing: missing.columns,
      warnings: doubtful.length,
      uncharged: uncharged.length,
    },
    pointers: [...new Set([...chargePointers, ...missing.pointers, ...doubtful.map((warning) => warning.pointer)])],
  };
}
