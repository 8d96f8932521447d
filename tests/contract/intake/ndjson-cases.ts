import { jsonRecord, jsonTextWith } from './a-submission';
import type { Case } from './cases';

const text = JSON.stringify(jsonRecord());
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const name = { sender_name: 'Shenzhen Shop' };

/** NDJSON lines. */
export const NDJSON_CASES: readonly Case[] = [
  {
    name: 'a line that is not JSON',
    format: 'ndjson',
    sent: `${text}\nnot json\n${text}\n`,
    expected: { row: 'row_json_syntax', line: 2, others: 2 },
  },
  {
    name: 'a formula for a line',
    format: 'ndjson',
    sent: `=HYPERLINK("http://x")\n${text}`,
    expected: { row: 'row_json_syntax', line: 1, others: 1 },
  },
  {
    name: 'a line cut off at the end of the file',
    format: 'ndjson',
    sent: `${text}\n${text.slice(0, 60)}`,
    expected: { row: 'row_json_syntax', line: 2, others: 1 },
  },
  {
    name: 'a record whose line ends too early',
    format: 'ndjson',
    sent: '{\n',
    expected: { row: 'row_json_syntax', line: 1 },
  },
  {
    name: 'a line nested too deep',
    format: 'ndjson',
    sent: `${text}\n${nested(100_000)}\n`,
    expected: { row: 'row_json_depth', line: 2, others: 1 },
  },
  {
    name: 'a key twice in a line',
    format: 'ndjson',
    sent: `${jsonTextWith('"office":"DEFRA"')}\n`,
    expected: { row: 'row_json_duplicate_key', line: 1 },
  },
  {
    name: 'a line that is a list',
    format: 'ndjson',
    sent: '[]\n',
    expected: { row: 'row_json_object_expected', line: 1 },
  },
  { name: 'CRLF and blank lines', format: 'ndjson', sent: `\r\n${text}\r\n\r\n`, expected: { accept: name } },
  {
    name: 'a line of more than a mebibyte',
    format: 'ndjson',
    sent: `${text}\n${' '.repeat(1_100_000)}`,
    expected: { row: 'row_too_long', line: 2, others: 1 },
  },
  {
    name: 'a record of more than a mebibyte between two others',
    format: 'ndjson',
    sent: `${text}\n{"reference":"${'😀'.repeat(600_000)}"}\n${text}\n`,
    expected: { row: 'row_too_long', line: 2, others: 2 },
  },
  {
    name: 'more than a thousand broken lines',
    format: 'ndjson',
    sent: 'x\n'.repeat(1_001),
    expected: { file: 'file_too_many_unreadable_rows' },
  },
  { name: 'only blank lines', format: 'ndjson', sent: '\n\n', expected: { file: 'file_without_records' } },
];
