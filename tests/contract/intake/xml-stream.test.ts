import { describe, expect, it } from 'vitest';
import { readRows } from '@/lib/intake/read-rows';
import { SubmissionRefusedError } from '@/lib/intake/staged-row';
import { XmlSource } from '@/lib/intake/xml/xml-source';
import { xmlRecord } from './a-submission';

const START = '<submission xmlns="urn:luxor:advance-data:1">\n';
const CHUNK = 65_536;

/** Cuts an endless supply of text into chunks and counts those that were asked for. */
function supply(texts: Iterable<string>) {
  const counter = { chunks: 0 };
  async function* chunks(): AsyncGenerator<Uint8Array> {
    let held = '';
    for (const text of texts) {
      held += text;
      while (held.length >= CHUNK) {
        counter.chunks += 1;
        yield Buffer.from(held.slice(0, CHUNK));
        held = held.slice(CHUNK);
      }
    }
    counter.chunks += 1;
    yield Buffer.from(held);
  }
  return { chunks: chunks(), counter };
}

function* repeated(before: string, text: string, times: number, after = ''): Generator<string> {
  yield before;
  for (let index = 0; index < times; index += 1) yield text;
  yield after;
}

async function refusedAfter(texts: Iterable<string>): Promise<{ code: string | undefined; chunks: number }> {
  const { chunks, counter } = supply(texts);
  try {
    for await (const _ of readRows('xml', chunks));
  } catch (error) {
    if (error instanceof SubmissionRefusedError) return { code: error.problems[0]?.code, chunks: counter.chunks };
    throw error;
  }
  return { code: undefined, chunks: counter.chunks };
}

describe('reading XML as a stream', () => {
  it('hands out each record before the next chunk is asked for, however long the file is', async () => {
    const record = `${xmlRecord()}\n`;
    const count = 12_000;
    const { chunks, counter } = supply(repeated(START, record, count, '</submission>'));
    let rows = 0;
    let lag = 0;
    for await (const _ of readRows('xml', chunks)) {
      rows += 1;
      const whole = Math.floor((counter.chunks * CHUNK - START.length) / record.length);
      if (rows % 100 === 0) lag = Math.max(lag, whole - rows);
    }
    expect(rows).toBe(count);
    expect(counter.chunks).toBeGreaterThan(80);
    // Never more unread records than one chunk holds.
    expect(lag).toBeLessThanOrEqual(Math.ceil(CHUNK / record.length));
  });

  it('holds one record and one piece of text, and nothing of what went before', () => {
    const source = new XmlSource();
    const piece = 'x'.repeat(16_384);
    let most = 0;
    for (let index = 0; index < 1_000; index += 1) {
      source.append(piece);
      if (index % 10 === 3) source.keep(source.end - 100);
      if (index % 10 === 7) source.release();
      source.forget(source.end);
      most = Math.max(most, source.held);
    }
    expect(most).toBeLessThanOrEqual(8 * piece.length);
  });

  it.each([
    ['depth', repeated(`${START}<consignment>`, '<a>', 10_000_000), 'file_xml_depth', 1],
    ['attributes', repeated(`${START}<consignment`, ' a="1"', 10_000_000), 'file_xml_attributes', 1],
    ['one text', repeated(`${START}<consignment>`, 'A', 10_000_000), 'file_xml_token_too_long', 65],
    ['one comment', repeated(`${START}<!--`, 'A', 10_000_000), 'file_xml_token_too_long', 2],
    ['one name', repeated(`${START}<`, 'a', 10_000_000), 'file_xml_token_too_long', 2],
    ['references', repeated(`${START}<consignment>`, '&#65;', 10_000_000), 'file_xml_token_too_long', 65],
    ['a document type', repeated('<!DOCTYPE s [', '<!ENTITY a "b">', 1_000_000), 'file_xml_doctype', 2],
    ['one record', repeated(`${START}<consignment>`, '<a/>', 10_000_000), 'file_xml_record_too_long', 257],
    ['the start tag of the root', repeated('', '<a b="">', 1_000_000), 'file_xml_root', 1],
  ])('stops at the limit of %s, after no more chunks than the limit fills', async (_, texts, code, most) => {
    const found = await refusedAfter(texts);
    expect(found.code).toBe(code);
    expect(found.chunks).toBeLessThanOrEqual(most);
  });
});
