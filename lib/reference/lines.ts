import type { SourceLine } from './read-reference';

/** Splits decoded text into its lines; each is a record of one field. Blank lines are skipped. */
export async function* textLines(texts: AsyncIterable<string>): AsyncGenerator<SourceLine> {
  let rest = '';
  let line = 0;
  const recordOf = (raw: string): SourceLine => ({ line, raw, fields: [raw], badQuotes: false });
  for await (const piece of texts) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      line += 1;
      const raw = text.replace(/\r$/, '');
      if (raw.trim() !== '') yield recordOf(raw);
    }
  }
  line += 1;
  if (rest.trim() !== '') yield recordOf(rest);
}
