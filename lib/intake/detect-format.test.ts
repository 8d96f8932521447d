import { describe, expect, it } from 'vitest';
import { detectFormat, unreadCharset } from './detect-format';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);

describe('the format of a submission', () => {
  it.each([
    ['text/csv', 'csv'],
    ['text/csv; charset=utf-8; header=present', 'csv'],
    ['APPLICATION/JSON', 'json'],
    ['application/x-ndjson', 'ndjson'],
    ['application/xml', 'xml'],
    ['text/xml; charset=utf-8', 'xml'],
    ['image/svg+xml', null],
    ['multipart/form-data', null],
    ['image/png', null],
  ])('is told by the media type %s', (type, format) => {
    expect(detectFormat(type, new Uint8Array())).toBe(format);
  });

  it.each([
    ['reference,channel\n', 'csv'],
    ['\ufeffreference,channel\n', 'csv'],
    [' \n[{}]', 'json'],
    ['{\n"consignments":[]}', 'json'],
    ['{"consignments":[]}', 'json'],
    ['{"reference":"1"}\n{"reference":"2"}', 'ndjson'],
    ['<?xml version="1.0"?>', 'xml'],
    ['\ufeff<submission/>', 'xml'],
    ['hello', null],
    ['', null],
  ])('is told by the text %j where the media type says nothing', (text, format) => {
    expect(detectFormat('text/plain', bytes(text))).toBe(format);
    expect(detectFormat('application/octet-stream', bytes(text))).toBe(format);
  });

  it('is told of UTF-16 text with a byte order mark', () => {
    expect(detectFormat('', bytes('\ufeffreference,channel\n', 'utf16le'))).toBe('csv');
  });

  it.each([
    ['a zip or XLSX', 'PK\u0003\u0004'],
    ['a PDF', '%PDF-1.7'],
  ])('is none of ours for %s, whatever it is called', (_, text) => {
    expect(detectFormat('text/csv', bytes(text))).toBeNull();
  });

  it('is none of ours for gzip', () => {
    expect(detectFormat('application/json', Uint8Array.of(0x1f, 0x8b, 8))).toBeNull();
  });
});

it.each([
  ['text/csv', null],
  ['text/csv; charset=UTF-8', null],
  ['text/csv;header=present; charset="utf-16"', null],
  ['text/csv; charset=us-ascii', null],
  ['text/csv; charset=iso-8859-1', 'iso-8859-1'],
  ['application/xml; Charset="windows-1252"', 'windows-1252'],
])('the charset of %s is read or named as one that is not', (type, unread) => {
  expect(unreadCharset(type)).toBe(unread);
});
