import { describe, expect, it, vi } from 'vitest';
import { type CsvRecord, csvRecords } from './csv-records';
import { MAX_RECORD_CHARS } from './limits';
import { SubmissionRefusedError } from './staged-row';

const LONG = MAX_RECORD_CHARS + 1;

async function* slices(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, size: number): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const record of csvRecords(slices(text, size))) records.push(record);
  return records;
}

/** The records of a text, the same whatever pieces it comes in. */
async function recordsOf(text: string): Promise<CsvRecord[]> {
  const [whole = [], ...others] = await Promise.all([text.length, 65_536, 999_983].map((size) => read(text, size)));
  for (const other of others) expect(other).toEqual(whole);
  return whole;
}

async function refusalOf(text: string) {
  const error = await recordsOf(text).catch((caught: unknown) => caught);
  if (!(error instanceof SubmissionRefusedError)) throw error;
  return error.problems[0];
}

describe('a CSV row beyond the limit', () => {
  it.each([
    ['bare', 'x'.repeat(LONG), 0],
    ['quoted', `"${'x'.repeat(LONG)}"`, 0],
    [
      'quoted with line ends, separators and doubled quotes',
      `"${'a,""b""\r\n'.repeat(LONG / 8)}"`,
      Math.floor(LONG / 8),
    ],
  ])('is cut, %s, and those around it are read', async (_, value, lineEnds) => {
    const records = await recordsOf(`reference,description,value\r\nA,cup,1\r\nB,${value},2\r\nC,jug,3\r\n`);
    expect(records.map(({ line, fields }) => [line, fields[0], fields[2]])).toEqual([
      [1, 'reference', 'value'],
      [2, 'A', '1'],
      [3, 'B', '2'],
      [4 + lineEnds, 'C', '3'],
    ]);
    expect(records[2]).toMatchObject({ badQuotes: false, cutTo: 3 + lineEnds });
    expect(records[2]?.raw.length).toBeLessThan(2_010);
    expect(records[2]?.fields[1]?.length).toBeLessThanOrEqual(256);
  });

  it('is cut where it is the last and bears no line end', async () => {
    const [, last] = await recordsOf(`a,b\nB,"${'x'.repeat(LONG)}"`);
    expect(last).toMatchObject({ cutTo: 2, badQuotes: false });
  });

  it('can never be read again as if what is kept of it were whole', async () => {
    for (const value of [
      'x'.repeat(LONG),
      `"${'x'.repeat(LONG)}"`,
      `"${'x""'.repeat(LONG / 2)}"`,
      `${'x,'.repeat(LONG)}y`,
    ]) {
      const [, cut] = await recordsOf(`a,b\nB,${value}\n`);
      expect((await recordsOf(`a,b\n${cut?.raw}\nC,1\n`)).map(({ badQuotes }) => badQuotes)).toEqual([
        false,
        true,
        false,
      ]);
    }
  });

  it('refuses the file where a quote that spans lines is closed wrongly, or with another number of fields', async () => {
    const rows = 'C,jug\n'.repeat(LONG / 6 + 1);
    expect(await refusalOf(`a,b\nA,"cup\n${rows}D,"pot"\n`)).toMatchObject({ code: 'file_record_too_long', line: 2 });
    expect(await refusalOf(`a,b\n\nA,"cup\n${rows}D",pot\n`)).toMatchObject({ code: 'file_record_too_long', line: 3 });
  });

  it('refuses the file where a quote is never closed, and tells at which line it was opened', async () => {
    const problem = await refusalOf(`a,b\nA,"x\ny"\nB,"z\n${'C,jug\n'.repeat(LONG / 6 + 1)}\n\n`);
    expect(problem).toMatchObject({
      code: 'file_quote_unclosed',
      line: 4,
      params: { lastLine: 4 + Math.floor(LONG / 6 + 1) },
    });
  });

  it('refuses the file as its header', async () => {
    expect(await refusalOf(`a,${'b'.repeat(LONG)}\n1,2\n`)).toMatchObject({ code: 'file_record_too_long', line: 1 });
  });
});

it('a row of very many quoted fields is walked once, not once for each of them', async () => {
  const text = `a,b\n${'"x",'.repeat(10_000)}\nB,jug\n`;
  const search = vi.spyOn(String.prototype, 'indexOf');
  const records = await read(text, text.length);
  const searches = search.mock.calls.filter(([wanted]) => wanted === '\n').length;
  search.mockRestore();
  expect(records.map(({ fields }) => fields.length)).toEqual([2, 10_001, 2]);
  expect(searches).toBeLessThan(50);
});
