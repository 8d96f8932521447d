import { jsonRecord, jsonTextWith } from './a-submission';
import type { Case } from './cases';

const text = JSON.stringify(jsonRecord());
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const name = { sender_name: 'Shenzhen Shop' };
const json = (record: string): string => `[\n${text},\n${record}\n]`;

/** JSON documents. */
export const JSON_CASES: readonly Case[] = [
  { name: 'an array of records', format: 'json', sent: `[${text}]`, expected: { accept: name } },
  {
    name: 'an object with consignments',
    format: 'json',
    sent: `{"version":"1","consignments":[${text}]}`,
    expected: { accept: name, notice: 'column_unknown' },
  },
  { name: 'an empty body', format: 'json', sent: ' \n ', expected: { file: 'file_empty' } },
  { name: 'an empty list', format: 'json', sent: '[]', expected: { file: 'file_without_records' } },
  { name: 'one record instead of a list', format: 'json', sent: text, expected: { file: 'file_json_root' } },
  {
    name: 'a list that is an object',
    format: 'json',
    sent: '{"consignments":{"0":{}}}',
    expected: { file: 'file_json_root' },
  },
  { name: 'a bare word', format: 'json', sent: 'null', expected: { file: 'file_json_root' } },
  {
    name: 'a document cut in half',
    format: 'json',
    sent: `[\n${text},\n${text.slice(0, 80)}`,
    expected: { file: 'file_json_syntax', line: 3 },
  },
  { name: 'a trailing comma', format: 'json', sent: `[\n${text},\n]`, expected: { file: 'file_json_syntax', line: 3 } },
  { name: 'comments', format: 'json', sent: `[ // list\n${text}]`, expected: { file: 'file_json_syntax', line: 1 } },
  {
    name: 'NaN',
    format: 'json',
    sent: json(jsonTextWith('"gross_mass_kg":NaN', 'gross_mass_kg')),
    expected: { file: 'file_json_syntax', line: 3 },
  },
  {
    name: 'a number with a leading zero',
    format: 'json',
    sent: json(jsonTextWith('"gross_mass_kg":01', 'gross_mass_kg')),
    expected: { file: 'file_json_syntax', line: 3 },
  },
  {
    name: 'two documents in one body',
    format: 'json',
    sent: `[${text}]\n[${text}]`,
    expected: { file: 'file_json_syntax', line: 2 },
  },
  { name: 'a million levels', format: 'json', sent: nested(1_000_000), expected: { file: 'file_json_depth', line: 1 } },
  {
    name: 'a million open brackets',
    format: 'json',
    sent: '['.repeat(1_000_000),
    expected: { file: 'file_json_depth' },
  },
  {
    name: 'consignments twice',
    format: 'json',
    sent: `{"consignments":[],"consignments":[${text}]}`,
    expected: { file: 'file_json_duplicate_key' },
  },
  {
    name: 'a key twice in a record',
    format: 'json',
    sent: json(jsonTextWith('"office":"DEFRA"')),
    expected: { row: 'row_json_duplicate_key', line: 3, others: 1 },
  },
  {
    name: 'a key twice, once escaped',
    format: 'json',
    sent: json(jsonTextWith('"\\u006fffice":"DEFRA"')),
    expected: { row: 'row_json_duplicate_key', line: 3, others: 1 },
  },
  {
    name: 'a key __proto__',
    format: 'json',
    sent: json(jsonTextWith('"__proto__":{"admin":true}')),
    expected: { row: 'row_json_key_refused', line: 3, others: 1 },
  },
  {
    name: 'a key constructor in an item',
    format: 'json',
    sent: json(jsonTextWith('"x":{"constructor":1}')),
    expected: { row: 'row_json_key_refused', line: 3, others: 1 },
  },
  {
    name: 'a record that is a number',
    format: 'json',
    sent: json('7'),
    expected: { row: 'row_json_object_expected', line: 3, others: 1 },
  },
  {
    name: 'a record that is a list',
    format: 'json',
    sent: json('[[1]]'),
    expected: { row: 'row_json_object_expected', line: 3, others: 1 },
  },
  { name: 'an empty record', format: 'json', sent: '[{}]', expected: { row: 'required', pointer: 'reference' } },
  {
    name: 'items that are no list',
    format: 'json',
    sent: JSON.stringify([jsonRecord({ items: 'none' })]),
    expected: { row: 'row_json_items_expected' },
  },
  {
    name: 'an item that is text',
    format: 'json',
    sent: JSON.stringify([jsonRecord({ items: ['cable'] })]),
    expected: { row: 'row_json_object_expected', pointer: 'items.0' },
  },
  {
    name: 'no items',
    format: 'json',
    sent: JSON.stringify([jsonRecord({ items: [] })]),
    expected: { row: 'items_required' },
  },
  {
    name: '1,000 items',
    format: 'json',
    sent: JSON.stringify([jsonRecord({ items: Array.from({ length: 1_000 }, () => ({})) })]),
    expected: { row: 'items_too_many' },
  },
  {
    name: '201 unknown keys',
    format: 'json',
    sent: JSON.stringify([jsonRecord(Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`k${n}`, '1'])))]),
    expected: { row: 'row_too_many_fields' },
  },
  {
    name: 'true where text belongs',
    format: 'json',
    sent: JSON.stringify([jsonRecord({ sender_name: true })]),
    expected: { row: 'row_json_text_expected', pointer: 'sender_name' },
  },
  {
    name: 'an object where text belongs',
    format: 'json',
    sent: JSON.stringify([jsonRecord({ sender_name: { first: 'A' } })]),
    expected: { row: 'row_json_text_expected', pointer: 'sender_name' },
  },
  {
    name: 'a number with an exponent',
    format: 'json',
    sent: json(jsonTextWith('"gross_mass_kg":1e-3', 'gross_mass_kg')),
    expected: { row: 'row_json_exponent', line: 3, others: 1 },
  },
  {
    name: 'a number with more digits than a float holds',
    format: 'json',
    sent: `[${jsonTextWith('"transport_currency":"EUR","transport_cost":1234567890.123456')}]`,
    expected: { accept: { transport_cost: '1234567890.123456' }, warning: 'amount_places' },
  },
  {
    name: 'a number with zeros at its end',
    format: 'json',
    sent: `[${jsonTextWith('"gross_mass_kg":0.500', 'gross_mass_kg')}]`,
    expected: { accept: { gross_mass_kg: '0.500' } },
  },
  {
    name: 'null for an optional field',
    format: 'json',
    sent: JSON.stringify([jsonRecord({ marketplace: null })]),
    expected: { accept: name },
  },
  {
    name: 'an escaped NUL',
    format: 'json',
    sent: `[${jsonTextWith('"marketplace":"a\\u0000b"')}]`,
    expected: { row: 'row_json_nul', pointer: 'marketplace' },
  },
  {
    name: 'half a surrogate pair',
    format: 'json',
    sent: `[${jsonTextWith('"marketplace":"a\\ud800b"')}]`,
    expected: { row: 'row_json_surrogate', pointer: 'marketplace' },
  },
  {
    name: 'an escaped letter',
    format: 'json',
    sent: `[${jsonTextWith('"marketplace":"caf\\u00e9"')}]`,
    expected: { accept: { marketplace: 'café' } },
  },
  {
    name: 'nested unknown data',
    format: 'json',
    sent: JSON.stringify([jsonRecord({ route: { via: ['LHR'] } })]),
    expected: { accept: name, notice: 'column_unknown' },
  },
];
