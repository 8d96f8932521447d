import { parse } from 'csv-parse/sync';
import type { FileWords } from '@/lib/statistics/export-lines';

/** Words of an exported file that tell which code they were asked for. */
export const WORDS: FileWords = {
  definition: (figure) => `what ${figure} counts`,
  member: (by, member) => `${by} ${member}`,
  filter: (params) => `of ${Object.keys(params).join(', ')}`,
};

/** The lines of an exported file with their cells. */
export async function textOf(lines: AsyncGenerator<string>): Promise<string[][]> {
  let text = '';
  for await (const line of lines) text += line;
  return parse(text, { relaxColumnCount: true }) as string[][];
}

/** The sum of each column of figures after the first, in minor units, grams and pieces. */
export function added(lines: readonly (readonly string[])[], columns: number): bigint[] {
  return Array.from({ length: columns }, (_, at) =>
    lines.reduce((sum, line) => sum + BigInt((line[at + 1] ?? '').replace('.', '') || '0'), 0n),
  );
}
