import { generateDemo } from '@/lib/demo/generate';
import type { DemoPartnerKey } from '@/lib/demo/partners';

/** The partner whose transfers break off in the middle of a row, which COPY would not take. */
const BREAKS_OFF: DemoPartnerKey = 'quayside-brokers';

export type BenchFile = {
  readonly header: string;
  /** Rows by consignment, in the order of the file. */
  readonly consignments: readonly (readonly string[])[];
};

/**
 * The seeded stream of the demo as one CSV file: so many consignments, each reference once. Rows hold no line breaks, so that a
 * row is a line.
 */
export function benchFile(count: number, seed: number, endAt: Date): BenchFile {
  const byReference = new Map<string, string[]>();
  let header = '';
  // Over a quarter of the demo's partners send CSV, and some of what they send is sent again.
  const wish = { consignments: Math.ceil(count * 4) + 200, days: 30, seed, endAt };
  for (const batch of generateDemo(wish)) {
    if (batch.contentType !== 'text/csv' || batch.partner === BREAKS_OFF) continue;
    const [first = '', ...lines] = batch.body.split(/\r?\n/).filter((line) => line !== '');
    header ||= first;
    const fresh = new Map<string, string[]>();
    for (const line of lines) {
      const reference = line.slice(0, line.indexOf(','));
      if (!byReference.has(reference)) fresh.set(reference, [...(fresh.get(reference) ?? []), line]);
    }
    for (const [reference, rows] of fresh) if (byReference.size < count) byReference.set(reference, rows);
    if (byReference.size === count) break;
  }
  return { header, consignments: [...byReference.values()] };
}

/** The bytes of the file. */
export function bodyOf({ header, consignments }: BenchFile): Buffer {
  return Buffer.from(`${[header, ...consignments.flat()].join('\n')}\n`);
}
