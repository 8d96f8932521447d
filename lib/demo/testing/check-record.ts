import { CHANNELS, COLLECTION_MODELS, REGIMES, TRANSACTION_TYPES, TRANSPORT_MODES } from '@/lib/consignment/codes';
import type { SentRecord } from '@/lib/consignment/columns';
import { parseInstant } from '@/lib/kernel/dates';
import { parseDecimal } from '@/lib/kernel/decimal';
import { DEMO_CURRENCIES } from '../currencies';
import { s10CheckDigit } from '../identifiers';
import { DEMO_OFFICES } from '../partners';

const COUNTRIES = new Set(['CN', 'US', 'GB', 'HK', 'JP', 'KR', 'TR', 'IN', 'VN', 'CH', 'NL', 'DE', 'BE', 'FR']);
const OFFICES = new Set<string>(DEMO_OFFICES.map(({ code }) => code));

function oneOf(list: readonly string[], value: string | undefined): boolean {
  return value === undefined || list.includes(value);
}

function isS10(id: string): boolean {
  return /^[A-Z]{2}\d{9}[A-Z]{2}$/.test(id) && Number(id.charAt(10)) === s10CheckDigit(id.slice(2, 10));
}

/** What the record contract finds wrong with a record of the demo; empty when it may be accepted. */
export function faultsOf(record: SentRecord): string[] {
  const checks: readonly (readonly [string, boolean])[] = [
    ['reference', /^.{1,35}$/.test(record.reference ?? '')],
    ['regime', oneOf(REGIMES, record.regime)],
    ['channel', record.channel !== undefined && oneOf(CHANNELS, record.channel)],
    ['transport_mode', oneOf(TRANSPORT_MODES, record.transport_mode)],
    ['transaction_type', oneOf([...TRANSACTION_TYPES, 'commercial_sample'], record.transaction_type)],
    ['collection_model', oneOf(COLLECTION_MODELS, record.collection_model)],
    ['office', OFFICES.has(record.office ?? '')],
    ['expected_arrival_at', parseInstant(record.expected_arrival_at ?? '') !== null],
    ['s10_id', record.s10_id === undefined || isS10(record.s10_id)],
    ['lrn', record.lrn === undefined || record.lrn.length <= 22],
    ['mrn', record.mrn === undefined || /^\d{2}[A-Z]{2}[A-Z0-9]{13}\d$/.test(record.mrn)],
    ['sender_name', Boolean(record.sender_name)],
    ['sender_country', COUNTRIES.has(record.sender_country ?? '')],
    ['recipient_name', Boolean(record.recipient_name)],
    ['recipient_address', Boolean(record.recipient_address)],
    ['recipient_country', COUNTRIES.has(record.recipient_country ?? '')],
    ['dispatch_country', COUNTRIES.has(record.dispatch_country ?? '')],
    ['scheme_id', record.scheme_id === undefined || /^IM\d{10}$/.test(record.scheme_id)],
    ['gross_mass_kg', parseDecimal(record.gross_mass_kg ?? '') !== null],
    ['items', record.items.length > 0],
    ...record.items.flatMap((item, index): (readonly [string, boolean])[] => [
      [`items.${index}.item_number`, item.item_number === String(index + 1)],
      [`items.${index}.description`, Boolean(item.description)],
      [`items.${index}.commodity_code`, item.commodity_code === undefined || /^\d{6}$/.test(item.commodity_code)],
      [`items.${index}.quantity`, /^[1-9]\d*$/.test(item.quantity ?? '')],
      [`items.${index}.net_mass_kg`, parseDecimal(item.net_mass_kg ?? '') !== null],
      [`items.${index}.value`, parseDecimal(item.value ?? '') !== null],
      [`items.${index}.currency`, Object.hasOwn(DEMO_CURRENCIES, item.currency ?? '')],
    ]),
  ];
  return checks.filter(([, good]) => !good).map(([column]) => column);
}

/** Worth of the goods in euro. */
export function worthOf(record: SentRecord): number {
  const rates: Readonly<Record<string, { readonly perEur: number }>> = DEMO_CURRENCIES;
  return record.items.reduce((sum, item) => sum + Number(item.value) / (rates[item.currency ?? '']?.perEur ?? 1), 0);
}
