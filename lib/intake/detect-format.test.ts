import { describe, expect, it } from 'vitest';
import { detectFormat, unreadCharset } from './detect-format';

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
    ['text/plain', null],
    ['application/octet-stream', null],
    ['', null],
  ])('is told by the media type %s', (type, format) => {
    expect(detectFormat(type)).toBe(format);
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
