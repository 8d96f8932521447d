import type { ConsignmentColumn, ItemColumn, SentItem, SentRecord } from '@/lib/consignment/columns';
import type { Places } from '../staged-row';
import type { Found } from './element-reader';

/** A value for a column: found in the message, or fixed by the format. */
export type Value = Found | string | undefined;
export type ConsignmentValues = { readonly [Column in ConsignmentColumn]?: Value };
export type ItemValues = { readonly [Column in ItemColumn]?: Value };

function fieldsOf(values: Readonly<Record<string, Value>>, prefix: string, places: Record<string, Places[string]>) {
  const fields: Record<string, string> = {};
  for (const [column, value] of Object.entries(values)) {
    if (value === undefined) continue;
    fields[column] = typeof value === 'string' ? value : value.value;
    if (typeof value === 'object') places[`${prefix}${column}`] = [value.line, value.path];
  }
  return fields;
}

/** The record as sent, with the place of every field. `rest` is what has no column, by element path. */
export function toSent(
  consignment: ConsignmentValues,
  items: readonly ItemValues[],
  rest: readonly (readonly [string, string])[],
): { readonly sent: SentRecord; readonly places: Places } {
  const places: Record<string, Places[string]> = {};
  const sentItems: SentItem[] = items.map((item, index) => fieldsOf(item, `items.${index}.`, places));
  const sent = {
    ...fieldsOf(consignment, '', places),
    items: sentItems,
    ...(rest.length > 0 ? { unknown: Object.fromEntries(rest) } : {}),
  };
  return { sent, places };
}
