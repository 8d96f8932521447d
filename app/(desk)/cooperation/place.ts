import type { ExchangePlace } from '@/db/queries/cooperation/list-exchanges';
import { parseInstant } from '@/lib/kernel/dates';
import { isUuid } from '@/lib/kernel/ids';

/** Where a page of packages ends, as it stands in an address. */
export const placeOf = ({ madeAt, exchangeId }: ExchangePlace): string => `${madeAt.toISOString()} ${exchangeId}`;

/** Reads it; undefined for anything else, which is the first page. */
export function readPlace(text: string | string[] | undefined): ExchangePlace | undefined {
  const [instant = '', exchangeId = ''] = typeof text === 'string' ? text.split(' ') : [];
  const madeAt = parseInstant(instant);
  return madeAt && isUuid(exchangeId) ? { madeAt, exchangeId } : undefined;
}
