import { z } from 'zod';
import { lawOfReliefs } from '@/lib/charges/examples/reliefs';
import type { Law } from '@/lib/charges/law';
import { addDays } from '@/lib/kernel/dates';
import type { PolicyParameter } from './parameter';

/** Thresholds that charges went by before there was a law of charges: they stay to be read and decide nothing. */
const KEYS = ['duty_relief', 'gift', 'documents'] as const;

/** Whether a row is one of them. */
export function isOfBefore({ kind, key }: Pick<PolicyParameter, 'kind' | 'key'>): boolean {
  return kind === 'threshold' && (KEYS as readonly string[]).includes(key);
}

const relief = z.object({ limit: z.string(), citation: z.string() });
const lowValue = relief.extend({ flatPerSubheading: z.string().nullable(), excluded: z.array(z.string()) });
const scheme = relief.extend({ excluded: z.array(z.string()) });
const administration = z.object({ currency: z.string(), minorDigits: z.number() });

function lawOn(rows: readonly PolicyParameter[], day: string): { law: Law; source: string } | null {
  const row = (kind: string, key: string) =>
    rows.find(
      (one) =>
        one.kind === kind && one.key === key && one.validFrom <= day && (one.validTo === null || one.validTo >= day),
    );
  const low = row('threshold', 'duty_relief');
  const read = {
    own: administration.safeParse(row('administration', 'own')?.value),
    low: lowValue.safeParse(low?.value),
    gift: relief.safeParse(row('threshold', 'gift')?.value),
    documents: relief.safeParse(row('threshold', 'documents')?.value),
    scheme: scheme.safeParse(row('threshold', 'vendor_scheme')?.value),
  };
  if (!low || !read.own.success || !read.low.success || !read.gift.success) return null;
  if (!read.documents.success || !read.scheme.success) return null;
  const { limit, citation, excluded, flatPerSubheading: flat } = read.low.data;
  const law = lawOfReliefs({
    ...{ currency: read.own.data.currency, minorDigits: read.own.data.minorDigits },
    ...{ gift: read.gift.data, documents: read.documents.data, scheme: read.scheme.data },
    lowValue: { limit, citation, excluded, flat },
    ...{ further: [], tariff: low.source },
  });
  return { law, source: low.source };
}

/**
 * The laws of charges that say what the thresholds of an older installation said, period by period, so that every day is charged
 * as it was. Empty where there are no such thresholds.
 */
export function lawsOfBefore(rows: readonly PolicyParameter[]): readonly PolicyParameter[] {
  const decided = rows.filter(
    (row) => isOfBefore(row) || row.kind === 'administration' || `${row.kind} ${row.key}` === 'threshold vendor_scheme',
  );
  const starts = decided.flatMap(({ validFrom, validTo }) => [
    validFrom,
    ...(validTo === null ? [] : [addDays(validTo, 1)]),
  ]);
  const days = [...new Set(starts)].sort();
  return days.flatMap((validFrom, index) => {
    const found = lawOn(decided, validFrom);
    if (!found) return [];
    const next = days[index + 1];
    const validTo = next === undefined ? null : addDays(next, -1);
    const origin = { source: found.source, edition: 'from the thresholds of before' };
    return [{ kind: 'charge_law', key: 'own', value: found.law, validFrom, validTo, ...origin }];
  });
}
