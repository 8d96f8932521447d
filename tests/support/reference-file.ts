import { describe, expect, it } from 'vitest';
import { csvRecords } from '@/lib/intake/csv-records';
import { decodeText } from '@/lib/intake/decode-text';
import { faultOf } from '@/lib/policy/rows-in-force';
import { isParameterList, type ReferenceKind } from '@/lib/reference/kinds';
import type { Reading } from '@/lib/reference/layout';
import { textLines } from '@/lib/reference/lines';
import { isTextSeries, type ReferenceFile, readReference } from '@/lib/reference/read-reference';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** What the example administration reads in a file of the given text. */
export function fileOf(kind: ReferenceKind, text: string, options: Partial<Reading> = {}): Promise<ReferenceFile> {
  const reading: Reading = {
    series: null,
    validFrom: '2026-11-01',
    currency: 'EUR',
    territory: new Set(['NL', 'DE']),
    faultOf: isParameterList(kind) ? faultOf : () => null,
    ...options,
  };
  const texts = decodeText(bytesOf(text));
  return readReference(kind, isTextSeries(kind, reading.series) ? textLines(texts) : csvRecords(texts), reading);
}

/** Rows as `key from..to value`, for tables. */
export function rowsOf(file: ReferenceFile): string[] {
  return file.rows.map(({ key, validFrom, validTo, value }) => {
    const days = validFrom === null && validTo === null ? '' : ` ${validFrom ?? ''}..${validTo ?? ''}`;
    return `${key}${days} ${JSON.stringify(value)}`;
  });
}

/** Faults and remarks as `line field code value`. */
export function foundIn(file: ReferenceFile): string[] {
  return file.problems.map(({ line, pointer, code, value }) => `${line} ${pointer} ${code} ${value ?? ''}`);
}

export type LayoutCase = {
  readonly kind: ReferenceKind;
  readonly text: string;
  readonly options?: Partial<Reading>;
  readonly rows: readonly string[];
  readonly found?: readonly string[];
};

/** A table of files: the rows each gives, and what is refused or remarked. */
export function describeLayouts(title: string, cases: Readonly<Record<string, LayoutCase>>): void {
  describe(title, () => {
    it.each(Object.entries(cases))('%s', async (_, { kind, text, options, rows, found = [] }) => {
      const file = await fileOf(kind, text, options);
      expect(rowsOf(file)).toEqual(rows);
      expect(foundIn(file)).toEqual(found);
    });
  });
}
