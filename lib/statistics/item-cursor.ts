import { parseDay } from '@/lib/kernel/dates';
import { isUuid } from '@/lib/kernel/ids';

/** The last goods item of a page: newest day first, then by consignment and item number. */
export type ItemCursor = { readonly day: string; readonly consignmentId: string; readonly itemNumber: number };

/** The cursor as it stands in an address. */
export function itemCursorText({ day, consignmentId, itemNumber }: ItemCursor): string {
  return `${day}.${consignmentId}.${itemNumber}`;
}

/** Reads a cursor; null for anything that is not one. */
export function parseItemCursor(text: string | null): ItemCursor | null {
  const [day = '', consignmentId = '', number = '', ...rest] = (text ?? '').split('.');
  if (rest.length > 0 || parseDay(day) === null || !isUuid(consignmentId) || !/^\d{1,9}$/.test(number)) return null;
  return { day, consignmentId, itemNumber: Number(number) };
}
