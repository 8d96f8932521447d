import { csvWith, GOOD } from './a-submission';
import type { Case } from './cases';

const csv = csvWith({});
const header = csv.split('\r\n')[0] ?? '';
const row = csv.split('\r\n')[1] ?? '';
const name = { sender_name: 'Shenzhen Shop' };

const without = (column: string): string => {
  const names = Object.keys(GOOD).filter((candidate) => candidate !== column);
  return `${names.join(',')}\n${names.map((candidate) => GOOD[candidate]).join(',')}\n`;
};

/** The shape of CSV files. */
export const CSV_CASES: readonly Case[] = [
  { name: 'line ends of LF alone', format: 'csv', sent: csv.replaceAll('\r\n', '\n'), expected: { accept: name } },
  { name: 'no line end after the last row', format: 'csv', sent: `${header}\n${row}`, expected: { accept: name } },
  { name: 'blank lines between rows', format: 'csv', sent: `${header}\n\n\r\n${row}\n\n`, expected: { accept: name } },
  {
    name: 'line ends of CR alone',
    format: 'csv',
    sent: csv.replaceAll('\r\n', '\r'),
    expected: { file: 'file_line_ends' },
  },
  { name: 'semicolons', format: 'csv', sent: csv.replaceAll(',', ';'), expected: { file: 'header_delimiter' } },
  { name: 'tabs', format: 'csv', sent: csv.replaceAll(',', '\t'), expected: { file: 'header_delimiter' } },
  { name: 'a header and no rows', format: 'csv', sent: `${header}\r\n`, expected: { file: 'file_without_records' } },
  { name: 'a required column missing', format: 'csv', sent: without('currency'), expected: { file: 'header_missing' } },
  {
    name: 'a column twice',
    format: 'csv',
    sent: `${header},value\n${row},9\n`,
    expected: { file: 'header_duplicate' },
  },
  {
    name: 'a column twice, differing by case',
    format: 'csv',
    sent: `${header},Extra,extra\n${row},1,2\n`,
    expected: { file: 'header_duplicate' },
  },
  {
    name: 'a column in capitals',
    format: 'csv',
    sent: csv.replace('reference', 'Reference'),
    expected: { file: 'header_misspelt', line: 1 },
  },
  {
    name: 'a column with a blank before it',
    format: 'csv',
    sent: csv.replace(',value', ', value'),
    expected: { file: 'header_misspelt' },
  },
  {
    name: 'a column without a name',
    format: 'csv',
    sent: `${header},\n${row},x\n`,
    expected: { file: 'header_name_blank' },
  },
  {
    name: 'a column named __proto__',
    format: 'csv',
    sent: `${header},__proto__\n${row},x\n`,
    expected: { file: 'header_name_refused' },
  },
  {
    name: 'a column with a very long name',
    format: 'csv',
    sent: `${header},${'n'.repeat(101)}\n${row},x\n`,
    expected: { file: 'header_name_too_long' },
  },
  {
    name: '50,000 columns',
    format: 'csv',
    sent: `${header},${Array.from({ length: 50_000 }, (_, n) => `c${n}`).join(',')}\n`,
    expected: { file: 'header_too_many_columns' },
  },
  {
    name: 'broken quotes in the header',
    format: 'csv',
    sent: csv.replace('office', 'off"ice'),
    expected: { file: 'header_quotes' },
  },
  {
    name: 'an unknown column',
    format: 'csv',
    sent: csvWith({ colour: '=1+1' }),
    expected: { accept: name, notice: 'column_unknown' },
  },
  {
    name: 'the problem columns of an earlier answer',
    format: 'csv',
    sent: csvWith({ problem_code: 'x', problem_pointer: 'y', problem_message: 'z' }),
    expected: { accept: name },
  },
  {
    name: 'a row one field short',
    format: 'csv',
    sent: `${csv}${row.replace('REF-1', 'REF-2').replace(/,[^,]*$/, '')}\n`,
    expected: { row: 'row_field_count', line: 3, others: 1 },
  },
  {
    name: 'a row shifted by a bare comma',
    format: 'csv',
    sent: `${csv}${row.replace('REF-1', 'REF-2').replace('Shop', 'Shop, Ltd')}\n`,
    expected: { row: 'row_field_count', line: 3, others: 1 },
  },
  {
    name: 'a quote inside a bare value',
    format: 'csv',
    sent: `${csv}${row.replace('REF-1', 'REF-2').replace('USB-C', '5" USB-C')}\n${row.replace('REF-1', 'REF-3')}\n`,
    expected: { row: 'row_quotes', line: 3, others: 2 },
  },
  {
    name: 'text after a closing quote',
    format: 'csv',
    sent: csv.replace('USB-C', '"USB"-C'),
    expected: { row: 'row_quotes', line: 2 },
  },
  {
    name: 'a quote never closed',
    format: 'csv',
    sent: `${csv}${row.replace('USB-C', '"USB-C')}\n${row}\n`,
    expected: { file: 'file_quote_unclosed', line: 3 },
  },
  {
    name: 'a file cut inside a quoted value',
    format: 'csv',
    sent: `${csv}"REF-2`,
    expected: { file: 'file_quote_unclosed', line: 3 },
  },
  {
    name: 'a record of more than a mebibyte',
    format: 'csv',
    sent: csvWith({ description: 'x'.repeat(1_100_000) }, { reference: 'REF-2' }),
    expected: { row: 'row_too_long', line: 2, others: 1 },
  },
  {
    name: 'a header of more than a mebibyte',
    format: 'csv',
    sent: `${header},${'x'.repeat(1_100_000)}\n${row}\n`,
    expected: { file: 'file_record_too_long', line: 1 },
  },
  {
    name: 'a quoted record of more than a mebibyte',
    format: 'csv',
    sent: csvWith({ description: `,${'\n'.repeat(1_100_000)}` }, { reference: 'REF-2' }),
    expected: { row: 'row_too_long', line: 2, others: 1 },
  },
  {
    name: 'more than a thousand broken rows',
    format: 'csv',
    sent: `${csv}${'a,b\n'.repeat(1_001)}`,
    expected: { file: 'file_too_many_unreadable_rows', line: 1_003 },
  },
  {
    name: 'two million blank lines',
    format: 'csv',
    sent: `${header}\n${'\n'.repeat(2_000_000)}${row}\n`,
    expected: { accept: name },
  },
  {
    name: 'rows of one reference that disagree',
    format: 'csv',
    sent: csvWith({}, { recipient_name: 'Someone Else' }),
    expected: { row: 'rows_disagree', pointer: 'recipient_name', line: 3 },
  },
  {
    name: 'a good row and a broken row of one reference',
    format: 'csv',
    sent: `${csv}${row},surplus\n`,
    expected: { row: 'row_field_count', line: 3 },
  },
  {
    name: 'a thousand items of one reference',
    format: 'csv',
    sent: `${header}\n${`${row}\n`.repeat(1_000)}`,
    expected: { row: 'items_too_many' },
  },
  {
    name: 'rows of one reference longer than four mebibytes',
    format: 'csv',
    sent: csvWith(...Array.from({ length: 5 }, () => ({ description: 'x'.repeat(1_000_000) }))),
    expected: { row: 'record_too_long' },
  },
];
