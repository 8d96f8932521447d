import type { ProblemCode } from '@/lib/intake/problem-codes';
import { csvWith, ITEM } from './a-submission';
import type { Case } from './cases';

type Fields = Readonly<Record<string, string>>;

/** One row of CSV whose change must refuse it, at the field changed first. */
function refused(code: ProblemCode, fields: Fields): Case {
  const [column = '', value = ''] = Object.entries(fields)[0] ?? [];
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  return {
    name: `${column} ${JSON.stringify(shown)}`,
    format: 'csv',
    sent: csvWith(fields),
    expected: { row: code, pointer: ITEM.has(column) ? `items.0.${column}` : column, line: 2 },
  };
}

/** One row of CSV that is accepted with its change kept to the letter, with a warning or without. */
function kept(fields: Fields, warning?: ProblemCode): Case {
  const [column = '', value = ''] = Object.entries(fields)[0] ?? [];
  const expected = { accept: fields, ...(warning ? { warning } : {}) };
  return { name: `${column} ${JSON.stringify(value.slice(0, 40))}`, format: 'csv', sent: csvWith(fields), expected };
}

/** Values of single fields. */
export const VALUE_CASES: readonly Case[] = [
  refused('required', { reference: '' }),
  refused('required', { recipient_address: '' }),
  refused('required', { recipient_name: '   ' }),
  refused('required', { value: '' }),
  refused('too_long', { reference: 'R'.repeat(36) }),
  refused('too_long', { description: 'x'.repeat(513) }),
  refused('control_character', { reference: 'REF\u200b-1' }),
  refused('control_character', { sender_name: 'Shop\u0007' }),
  refused('not_in_list', { channel: 'EXPRESS' }),
  refused('not_in_list', { channel: ' express' }),
  refused('not_in_list', { transport_mode: '04' }),
  refused('not_in_list', { transaction_type: 'present' }),
  refused('country_unknown', { sender_country: 'cn' }),
  refused('country_unknown', { recipient_country: 'UK' }),
  refused('country_unknown', { origin_country: 'ZZ' }),
  refused('currency_unknown', { currency: 'EURO' }),
  refused('currency_unknown', { currency: '€' }),
  refused('office_shape', { office: 'rotterdam' }),
  refused('office_unknown', { office: 'XXXXX' }),
  refused('decimal_shape', { value: '1e5' }),
  refused('decimal_shape', { value: '4,50' }),
  refused('decimal_shape', { value: '1.000,00' }),
  refused('decimal_shape', { value: '+4.50' }),
  refused('decimal_shape', { value: ' 4.50' }),
  refused('decimal_shape', { value: '.5' }),
  refused('decimal_shape', { value: '007' }),
  refused('decimal_shape', { value: '0x10' }),
  refused('decimal_shape', { value: 'Infinity' }),
  refused('decimal_shape', { value: '٤٫٥' }),
  refused('decimal_shape', { value: '=1+1' }),
  refused('decimal_digits', { value: '9'.repeat(100_000) }),
  refused('decimal_digits', { value: '12345678901234567' }),
  refused('decimal_scale', { value: '0.1234567' }),
  refused('decimal_negative', { value: '-4.50' }),
  refused('decimal_zero', { quantity: '0' }),
  refused('decimal_zero', { net_mass_kg: '0.000' }),
  refused('decimal_too_large', { value: '9999999999999999' }),
  refused('decimal_too_large', { gross_mass_kg: '1000001' }),
  refused('value_zero', { value: '0.00' }),
  refused('currency_required', { transport_currency: '', transport_cost: '3.10' }),
  refused('commodity_code_shape', { commodity_code: '0101' }),
  refused('commodity_code_shape', { commodity_code: '0101.21' }),
  refused('commodity_code_shape', { commodity_code: '1.01E+09' }),
  refused('item_number_shape', { item_number: '0' }),
  refused('item_number_shape', { item_number: '1.0' }),
  refused('instant_shape', { expected_arrival_at: '2026-03-03' }),
  refused('instant_shape', { expected_arrival_at: '2026-03-03T10:00:00' }),
  refused('instant_shape', { expected_arrival_at: '2026-02-30T10:00:00Z' }),
  refused('instant_shape', { expected_arrival_at: '03/04/2026 10:00' }),
  refused('instant_out_of_range', { expected_arrival_at: '9999-12-31T23:59:59Z' }),
  refused('instant_out_of_range', { expected_arrival_at: '1970-01-01T00:00:00Z' }),
  refused('s10_shape', { s10_id: 'RR473124829' }),
  refused('s10_shape', { s10_id: 'rr473124829gb' }),
  refused('s10_check_digit', { s10_id: 'RR473124828GB' }),
  refused('url_shape', { listing_url: 'javascript:alert(1)' }),
  refused('url_shape', { listing_url: 'data:text/html,<script>' }),
  refused('url_shape', { listing_url: 'www.example.org' }),
  kept({ commodity_code: '0101210000' }),
  kept({ recipient_postcode: '01067' }),
  kept({ s10_id: 'RR473124829GB' }),
  kept({ value: '9999999999999.12' }),
  kept({ value: '0', transaction_type: 'documents' }, 'value_zero'),
  kept({ gross_mass_kg: '0.000001' }),
  kept({ sender_name: '=HYPERLINK("http://evil.example")' }),
  kept({ sender_name: '@SUM(1+1)*cmd|/C calc' }),
  kept({ description: '<script>alert(1)</script>' }),
  kept({ description: "Robert'); drop table consignments;--" }),
  kept({ description: '{count, plural, other {x}}' }),
  kept({ sender_name: 'شركة النور للتجارة' }),
  kept({ sender_name: '深圳市电子有限公司' }),
  kept({ sender_name: 'Дмитрий Ёлкин' }),
  kept({ sender_name: 'कपड़ा‌दुकान' }),
  kept({ sender_name: 'Zoe\u0308 e\u0301' }),
  kept({ description: '👩‍👩‍👧 toy ❤️' }),
  kept({ description: 'x'.repeat(512) }),
  kept({ description: '𝔘'.repeat(512) }),
  kept({ expected_arrival_at: '2026-03-03T10:00:00.123456+05:45' }),
  kept({ sender_name: ' Shop ' }, 'surrounding_blank'),
  kept({ recipient_address: 'Musterweg 1\n10115 Berlin' }, 'line_break'),
  kept({ sender_name: 'abc\u202etxt.exe' }, 'bidi_control'),
  kept({ sender_name: 'Sh\u200bop' }, 'invisible_character'),
  kept({ sender_name: 'Caf\ufffd' }, 'replacement_character'),
  kept({ mrn: '19GBCKKCQSXV2FGVA8' }),
  kept({ mrn: '19GBCKKCQSXV2FGVA7' }, 'mrn_check_digit'),
  kept({ mrn: 'none' }, 'mrn_shape'),
  kept({ master_ref: '020-12345675' }),
  kept({ master_ref: '020-12345671' }, 'awb_check_digit'),
  kept({ scheme_id: 'IM2760000018' }),
  kept({ scheme_id: 'IM9990000018' }, 'scheme_shape'),
  kept({ scheme_id: 'IN2760000018' }, 'scheme_intermediary'),
  kept({ recipient_email: 'nobody' }, 'email_shape'),
  kept({ recipient_phone: 'call me' }, 'phone_shape'),
  kept({ gross_mass_kg: '0.1', net_mass_kg: '0.2' }, 'net_over_gross'),
  kept({ transaction_type: '' }, 'transaction_type_assumed'),
];
