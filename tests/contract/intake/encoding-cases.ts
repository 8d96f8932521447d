import { csvWith, jsonRecord } from './a-submission';
import type { Case } from './cases';

const csv = csvWith({});
const row = csv.split('\r\n')[1] ?? '';
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const utf16le = (text: string): Uint8Array => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Uint8Array => Buffer.from(utf16le(text)).swap16();
const name = { sender_name: 'Shenzhen Shop' };

/** Encodings, from bytes of every kind. */
export const ENCODING_CASES: readonly Case[] = [
  {
    name: 'UTF-8 with byte order mark',
    format: 'csv',
    sent: bytes([0xef, 0xbb, 0xbf], csv),
    expected: { accept: name },
  },
  {
    name: 'UTF-16 little endian with mark',
    format: 'csv',
    sent: bytes([0xff, 0xfe], [...utf16le(csv)]),
    expected: { accept: name },
  },
  {
    name: 'UTF-16 big endian with mark',
    format: 'csv',
    sent: bytes([0xfe, 0xff], [...utf16be(csv)]),
    expected: { accept: name },
  },
  {
    name: 'a workbook called CSV',
    format: 'csv',
    sent: bytes([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00], [...Buffer.from('[Content_Types].xml')]),
    expected: { file: 'file_other_kind', line: 1 },
  },
  {
    name: 'an old workbook called CSV',
    format: 'csv',
    sent: bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    expected: { file: 'file_other_kind' },
  },
  { name: 'a PDF called XML', format: 'xml', sent: '%PDF-1.7\n', expected: { file: 'file_other_kind' } },
  {
    name: 'compressed JSON',
    format: 'json',
    sent: bytes([0x1f, 0x8b, 0x08, 0x00]),
    expected: { file: 'file_other_kind' },
  },
  { name: 'XML called CSV', format: 'csv', sent: '<?xml version="1.0"?>\n<a/>', expected: { file: 'file_other_kind' } },
  { name: 'XML called JSON', format: 'json', sent: ' <a/>', expected: { file: 'file_other_kind' } },
  { name: 'XML called NDJSON', format: 'ndjson', sent: '\ufeff<a/>', expected: { file: 'file_other_kind' } },
  { name: 'JSON called CSV', format: 'csv', sent: '[{"reference":"A"}]', expected: { file: 'file_other_kind' } },
  { name: 'a JSON list called NDJSON', format: 'ndjson', sent: '[\n{}\n]', expected: { file: 'file_other_kind' } },
  { name: 'JSON called XML', format: 'xml', sent: '{"reference":"A"}', expected: { file: 'file_other_kind' } },
  {
    name: 'a page of a web site called XML',
    format: 'xml',
    sent: '<!DOCTYPE html><html></html>',
    expected: { file: 'file_other_kind' },
  },
  {
    name: 'columns named in brackets',
    format: 'csv',
    sent: csv.replace('reference', '[reference]').replace('channel', '<channel>'),
    expected: { file: 'header_missing' },
  },
  { name: 'UTF-16 without mark', format: 'csv', sent: utf16le(csv), expected: { file: 'file_nul', line: 1 } },
  {
    name: 'UTF-16 cut in the middle of a unit',
    format: 'csv',
    sent: bytes([0xff, 0xfe], [...utf16le(csv)], [0x41]),
    expected: { file: 'file_encoding', line: 3 },
  },
  {
    name: 'UTF-16 with a lone surrogate',
    format: 'csv',
    sent: bytes([0xff, 0xfe], [...utf16le(csv)], [0x00, 0xd8, 0x41, 0x00]),
    expected: { file: 'file_encoding' },
  },
  {
    name: 'Latin-1 letters',
    format: 'csv',
    sent: bytes(csv, row.slice(0, 20), [0xe9], row.slice(20)),
    expected: { file: 'file_encoding', line: 3 },
  },
  {
    name: 'an overlong slash',
    format: 'csv',
    sent: bytes(csv, [0xc0, 0xaf]),
    expected: { file: 'file_encoding', line: 3 },
  },
  {
    name: 'a surrogate encoded in UTF-8',
    format: 'csv',
    sent: bytes(csv, [0xed, 0xa0, 0x80]),
    expected: { file: 'file_encoding', line: 3 },
  },
  {
    name: 'a code point beyond Unicode',
    format: 'csv',
    sent: bytes(csv, [0xf4, 0x90, 0x80, 0x80]),
    expected: { file: 'file_encoding', line: 3 },
  },
  {
    name: 'a character cut off at the end',
    format: 'csv',
    sent: bytes(csv, [0xe2, 0x82]),
    expected: { file: 'file_encoding', line: 3 },
  },
  { name: 'a NUL in a value', format: 'csv', sent: `${csv}${row}\0`, expected: { file: 'file_nul', line: 3 } },
  { name: 'only a byte order mark', format: 'csv', sent: bytes([0xef, 0xbb, 0xbf]), expected: { file: 'file_empty' } },
  { name: 'nothing at all', format: 'csv', sent: '', expected: { file: 'file_empty' } },
  { name: 'blank lines only', format: 'csv', sent: '\r\n\n\r\n', expected: { file: 'file_empty' } },
  {
    name: 'Latin-1 in NDJSON',
    format: 'ndjson',
    sent: bytes('{"reference":"', [0xe9], '"}\n'),
    expected: { file: 'file_encoding', line: 1 },
  },
  {
    name: 'UTF-16 JSON with mark',
    format: 'json',
    sent: bytes([0xff, 0xfe], [...utf16le(JSON.stringify([jsonRecord()]))]),
    expected: { accept: name },
  },
];
