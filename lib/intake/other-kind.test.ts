import { describe, expect, it } from 'vitest';
import { binaryKind, ofItsKind, otherKind } from './other-kind';
import { SubmissionRefusedError } from './staged-row';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('a file of another kind', () => {
  it.each([
    ['PK\u0003\u0004\u0014', 'archive'],
    ['PK\u0005\u0006', 'archive'],
    ['\u001f\u008b\u0008', 'gzip'],
    ['%PDF-1.7', 'pdf'],
    ['\u00d0\u00cf\u0011\u00e0\u00a1', 'workbook'],
    ['PKG_NO,reference', null],
    ['%', null],
    ['', null],
  ] as const)('is told by its first bytes: %j', (text, kind) => {
    expect(binaryKind(bytes(text))).toBe(kind);
  });

  it.each([
    ['csv', '\n<?xml version="1.0"?><a/>', 'xml'],
    ['csv', '<submission xmlns="urn:luxor:advance-data:1">', 'xml'],
    ['csv', '<!DOCTYPE html><html>', 'html'],
    ['csv', '[{"reference":"A"}]', 'json'],
    ['csv', '{"reference": "A"}', 'json'],
    ['json', '<a/>', 'xml'],
    ['ndjson', '[\r\n{}', 'json'],
    ['xml', ' {"reference":"A"}', 'json'],
    // What may be meant.
    ['csv', '[Order No];[Value]', null],
    ['csv', '<TICKER>,<DATE>', null],
    ['csv', '{order},{value}', null],
    ['ndjson', '["a"]', null],
    ['json', '[', null],
    ['xml', '<a/>', null],
  ] as const)('sent as %s that begins %j is %s', (format, text, kind) => {
    expect(otherKind(format, bytes(text))).toBe(kind);
  });

  const take = async (text: string, size: number) => {
    async function* slices() {
      for (let at = 0; at < text.length; at += size) yield bytes(text.slice(at, at + size));
    }
    let taken = '';
    for await (const chunk of ofItsKind('csv', slices())) taken += Buffer.from(chunk).toString('latin1');
    return taken;
  };
  it.each([1, 7, 1_024, 5_000])(
    'is looked at however it is cut, and every other passes whole: %i bytes at a time',
    async (size) => {
      const text = `reference,value\n${'A,1\n'.repeat(700)}`;
      expect(await take(text, size)).toBe(text);
      expect(await take('', size)).toBe('');
      await expect(take(`<?xml version="1.0"?>${' '.repeat(3_000)}`, size)).rejects.toBeInstanceOf(
        SubmissionRefusedError,
      );
    },
  );
});
