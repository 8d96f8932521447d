import type { CodeLists } from '@/lib/codes/code-lists';
import type { TransactionType } from '@/lib/consignment/codes';
import type { ItemColumn, SentItem } from '@/lib/consignment/columns';
import type { GoodsItem } from '@/lib/consignment/record';
import type { Problem } from '@/lib/kernel/problem';
import { type DecimalRule, FieldReader, gramsOf } from './field-reader';
import { MAX_ITEMS } from './limits';
import { fault } from './problem-codes';

/** Amounts up to ten million million, so that 999 of them in any currency still fit 64-bit minor units. */
export const AMOUNT: DecimalRule = { most: 9_999_999_999_999n, mostFigures: 13, zero: 'allowed' };
/** A thousand tonnes. */
export const MASS_KG: DecimalRule = { most: 1_000_000n, mostFigures: 7, zero: 'refused' };
const QUANTITY: DecimalRule = { most: 1_000_000_000n, mostFigures: 10, zero: 'refused' };

const COMMODITY_CODE = /^\d{6,10}$/;
const ITEM_NUMBER = /^[1-9]\d{0,2}$/;

function judgeListingUrl(reader: FieldReader<ItemColumn>, value: string | null): void {
  if (value === null) return;
  const scheme = URL.canParse(value) ? new URL(value).protocol : '';
  if (scheme !== 'https:' && scheme !== 'http:') reader.fault('url_shape', 'listing_url', value);
}

type Reader = FieldReader<ItemColumn>;

function readItem(reader: Reader, sent: SentItem, itemNumber: number, transactionType: TransactionType): GoodsItem {
  const value = reader.decimal('value', AMOUNT) ?? '0';
  if (sent.value !== undefined && /^0(\.0+)?$/.test(value) && /^0(\.0+)?$/.test(sent.value)) {
    // A sale has a price; gifts, samples and documents may truly be worth nothing.
    if (transactionType === 'sale') reader.fault('value_zero', 'value', sent.value);
    else reader.warn('value_zero', 'value', sent.value);
  }
  const netMassKg = reader.decimal('net_mass_kg', MASS_KG);
  const listingUrl = reader.text('listing_url', 2_000);
  judgeListingUrl(reader, listingUrl);
  return {
    itemNumber,
    description: reader.text('description', 512) ?? '',
    commodityCode: reader.shaped('commodity_code', COMMODITY_CODE, 'commodity_code_shape'),
    originCountry: reader.country('origin_country'),
    quantity: reader.decimal('quantity', QUANTITY),
    netMassKg,
    netMassG: gramsOf(netMassKg),
    value,
    currency: reader.currency('currency') ?? '',
    listingUrl,
  };
}

/** Numbers as sent; items without one take the lowest free numbers in order. Wrong and repeated numbers are problems. */
function numberItems(readers: readonly Reader[]): number[] {
  const taken = new Map<number, number>();
  const numbers = readers.map((reader, index) => {
    const text = reader.shaped('item_number', ITEM_NUMBER, 'item_number_shape');
    if (text === null) return null;
    const number = Number(text);
    const other = taken.get(number);
    if (other !== undefined) reader.fault('item_number_repeated', 'item_number', text, { other: `items.${other}` });
    taken.set(number, index);
    return number;
  });
  let next = 1;
  return numbers.map((number) => {
    if (number !== null) return number;
    while (taken.has(next)) next += 1;
    taken.set(next, -1);
    return next;
  });
}

/** Goods items of a record, 1 to 999, numbered. */
export function readItems(
  items: readonly SentItem[],
  transactionType: TransactionType,
  problems: Problem[],
  codes: CodeLists,
): readonly GoodsItem[] {
  if (items.length === 0) problems.push(fault('items_required', 'items'));
  if (items.length > MAX_ITEMS) {
    problems.push(fault('items_too_many', 'items', { params: { found: items.length, limit: MAX_ITEMS } }));
    return [];
  }
  const readers = items.map((item, index) => new FieldReader(item, `items.${index}.`, problems, codes));
  const numbers = numberItems(readers);
  return items.flatMap((item, index) => {
    const reader = readers[index];
    return reader ? [readItem(reader, item, numbers[index] ?? index + 1, transactionType)] : [];
  });
}
