import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { REVIEW_FROM, STRONG_FROM, similarity } from './match';
import { screenName } from './normalise';

/** Invented names, labelled by hand before they were compared; `npm run bench:screening` reads the same file. */
const FILE = fileURLToPath(new URL('../../tests/golden/screening-pairs.csv', import.meta.url));
type Row = { readonly name1: string; readonly name2: string; readonly is_match: string };
const rows: readonly Row[] = parse(readFileSync(FILE), { columns: true });
const pairs = rows.map(({ name1, name2, is_match }) => ({
  isMatch: is_match === '1',
  similarity: similarity(screenName(name1), screenName(name2)),
}));

function qualityAt(from: number) {
  const called = pairs.filter((pair) => pair.similarity >= from);
  const hits = called.filter(({ isMatch }) => isMatch).length;
  const precision = hits / called.length;
  const recall = hits / pairs.filter(({ isMatch }) => isMatch).length;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

describe('labelled pairs', () => {
  it('are told apart at the band of review at least as well as ever', () => {
    const { precision, recall, f1 } = qualityAt(REVIEW_FROM);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.9);
    expect(f1).toBeGreaterThanOrEqual(0.93);
  });

  it('are one party where the match is strong', () => {
    expect(qualityAt(STRONG_FROM).precision).toBeGreaterThanOrEqual(0.98);
  });
});
