import { jsonRecord, jsonTextWith } from './a-submission';
import type { Case } from './cases';

const text = JSON.stringify(jsonRecord());
const json = (record: string): string => `[\n${text},\n${record}\n]`;

/** JSON documents that are large, or whose list of records is not put together rightly. */
export const JSON_LIST_CASES: readonly Case[] = [
  {
    name: 'ten mebibytes of blanks and no record',
    format: 'json',
    sent: `[${' '.repeat(10_500_000)}]`,
    expected: { file: 'file_without_records' },
  },
  {
    name: 'ten mebibytes beside the list',
    format: 'json',
    sent: `{"note":"${'x'.repeat(10_500_000)}","consignments":[${text}]}`,
    expected: { file: 'file_json_too_large' },
  },
  {
    name: 'ten mebibytes of another kind',
    format: 'json',
    sent: `<html>${'<p>no</p>'.repeat(1_200_000)}</html>`,
    expected: { file: 'file_other_kind', line: 1 },
  },
  {
    name: 'ten mebibytes of plain text',
    format: 'json',
    sent: 'nothing of the kind. '.repeat(500_000),
    expected: { file: 'file_json_syntax', line: 1 },
  },
  {
    name: 'more than a thousand records that cannot be read',
    format: 'json',
    sent: `[${'7,'.repeat(1_000)}7]`,
    expected: { file: 'file_too_many_unreadable_rows' },
  },
  {
    name: 'a record of ten mebibytes among others',
    format: 'json',
    sent: json(jsonTextWith(`"marketplace":"\\"]},${'x'.repeat(10_500_000)}"`)),
    expected: { row: 'row_too_long', line: 3, others: 1 },
  },
  {
    name: 'a record of ten mebibytes that never ends',
    format: 'json',
    sent: `[\n${text},\n{"marketplace":"${'x'.repeat(10_500_000)}]`,
    expected: { file: 'file_json_syntax', line: 3 },
  },
  {
    name: 'a list that never ends',
    format: 'json',
    sent: `{"consignments":[\n${text},\n${text}\n`,
    expected: { file: 'file_json_syntax', line: 4 },
  },
  {
    name: 'a list closed as an object',
    format: 'json',
    sent: `[\n${text}\n}`,
    expected: { file: 'file_json_syntax', line: 3 },
  },
  {
    name: 'a record closed as a list',
    format: 'json',
    sent: `[\n{"reference":"A"]\n]`,
    expected: { file: 'file_json_syntax', line: 2 },
  },
  { name: 'two commas', format: 'json', sent: `[${text},\n,${text}]`, expected: { file: 'file_json_syntax', line: 2 } },
  {
    name: 'a comma before the first record',
    format: 'json',
    sent: `[,${text}]`,
    expected: { file: 'file_json_syntax', line: 1 },
  },
  {
    name: 'no comma between records',
    format: 'json',
    sent: `[${text}\n${text}]`,
    expected: { file: 'file_json_syntax', line: 2 },
  },
  {
    name: 'a fault after the list',
    format: 'json',
    sent: `{"consignments":[\n${text}\n],\n"version":01}`,
    expected: { file: 'file_json_syntax', line: 4 },
  },
  {
    name: 'a list key that is escaped, and a string of brackets before it',
    format: 'json',
    sent: `{"note":"[{\\"","\\u0063onsignments" : [${text}], "end":[1,2]}`,
    expected: { accept: { sender_name: 'Shenzhen Shop' }, notice: 'column_unknown' },
  },
];
