import { describe, expect, it } from 'vitest';
import { explainProblem } from './explain-problem';
import { fault } from './problem-codes';
import { readRows } from './read-rows';
import { SubmissionRefusedError } from './staged-row';

/** The columns a file must have; the rows here fill the first three and are refused before anybody looks at the others. */
const HEADER =
  'reference,description,value,channel,office,expected_arrival_at,sender_name,sender_country,recipient_name,recipient_address,recipient_country,currency';
const END = ',,,,,,,,,';

const file = (...rows: string[]) => [HEADER, ...rows.map((row) => `${row}${END}`), ''].join('\n');

/** The sentences about a CSV file, in slices of any size the same. */
async function sentencesOf(text: string): Promise<string[]> {
  const bytes = Buffer.from(text);
  const told = await Promise.all([bytes.length, 65_536].map((size) => sentences(bytes, size)));
  expect(told[1]).toEqual(told[0]);
  return told[0] ?? [];
}

async function sentences(bytes: Buffer, size: number): Promise<string[]> {
  async function* slices() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const told: string[] = [];
  try {
    for await (const row of readRows('csv', slices()))
      told.push(...row.problems.map((problem) => explainProblem(problem, 'csv')));
  } catch (error) {
    if (!(error instanceof SubmissionRefusedError)) throw error;
    told.push(...error.problems.map((problem) => explainProblem(problem, 'csv')));
  }
  return told;
}

describe('a quote that swallows the rows after it', () => {
  it('and is closed by the next quote tells from which line to which', async () => {
    const [told] = await sentencesOf(file('A,"cup,1', 'B,mug,2', 'C,"jug",3', 'D,pot,4'));
    expect(told).toContain('The text from line 2 to line 4 was taken as this one row');
  });

  it('and shifts the fields tells the same', async () => {
    const [told] = await sentencesOf(file('A,"cup,1', 'B",mug,2', 'D,pot,4'));
    expect(told).toMatch(/^The row at line 2 has 13 fields.*The text from line 2 to line 3 was taken/);
  });

  it('and is never closed tells where it was opened, however much follows', async () => {
    const [told] = await sentencesOf(file('A,cup,1', 'B,"mug,2', `C,jug,3${'\nC,jug,3'.repeat(200_000)}`));
    expect(told).toMatch(/^The quote opened at line 3 is never closed: .* to the end of the file at line 200004,/);
  });

  it('beyond the limit, closed by the quote of another value, tells where it was opened and how far it came', async () => {
    const [told] = await sentencesOf(file('B,"mug,2', `C,jug,3${'\nC,jug,3'.repeat(200_000)}`, 'D,"pot",3', 'E,pan,4'));
    expect(told).toMatch(/^The quote opened at line 2 is not closed within 1048576 characters: .* to line 200004,/);
  });

  it('is not blamed where a row has none', async () => {
    const [told] = await sentencesOf(file(`A,${'x'.repeat(1_100_000)},1`, 'B,mug,2'));
    expect(told).toMatch(/^Line 2 is longer than 1048576 characters and was not read as a record\./);
    const [broken] = await sentencesOf(file('A,5" cup,1'));
    expect(broken).not.toContain('The text from line');
  });
});

it('problems stored before they told how far a row reached have their sentence still', () => {
  expect(explainProblem(fault('row_quotes', '', { line: 2 }), 'csv')).toMatch(
    /^The quotes of the row at line 2 .*doubled\.$/,
  );
  const long = fault('file_record_too_long', '', { line: 2, params: { limit: 9 } });
  expect(explainProblem(long, 'ndjson')).toBe('The record that begins at line 2 is longer than 9 characters.');
});
