import { parse } from 'csv-parse/sync';
import type pg from 'pg';
import { readFile } from '../import/read-file';
import type { SentFiles } from './imports';

type Totals = { readonly items: number; readonly cents: bigint; readonly grams: bigint };
type Row = {
  readonly reference: string;
  readonly currency: string;
  readonly value: string;
  readonly net_mass_kg: string;
};
type KeptTotals = { readonly currency: string; readonly items: number; readonly cents: string; readonly grams: string };

const STORED = `
  select i.currency, count(*)::int as items, (sum(i.value::numeric) * 100)::bigint::text as cents, sum(coalesce(i.net_mass_g, 0))::text as grams
  from consignment.items i join consignment.consignments c using (consignment_id)
  where c.reference like $1 group by i.currency`;

/** A decimal of up to `digits` places as a whole number of its smallest unit, exactly. */
export function wholeUnits(decimal: string, digits: number): bigint {
  const [before = '0', after = ''] = decimal.split('.');
  return BigInt(`${before}${after.padEnd(digits, '0')}`);
}

/** Items, value and net mass by currency of the sound records in the bytes of a file, read without the product's own reader. */
export function totalsOf(body: Buffer): Map<string, Totals> {
  const good = new Set(readFile(body).flatMap(({ isGood, reference }) => (isGood && reference ? [reference] : [])));
  const totals = new Map<string, Totals>();
  for (const { reference, currency, value, net_mass_kg } of parse(body, { columns: true }) as Row[]) {
    if (!good.has(reference)) continue;
    const { items, cents, grams } = totals.get(currency) ?? { items: 0, cents: 0n, grams: 0n };
    totals.set(currency, {
      items: items + 1,
      cents: cents + wholeUnits(value, 2),
      grams: grams + wholeUnits(net_mass_kg || '0', 3),
    });
  }
  return totals;
}

/**
 * I8: sums of what the database keeps of a main file against sums of the raw bytes it stored of it, which are compared with those sent
 * elsewhere. Every reference of an earlier file stands in its main file again. Gives a sentence for each currency that differs.
 */
export async function checkTotals(client: pg.Client, { seed, submissionId }: SentFiles): Promise<string[]> {
  const raw = await client.query<{ content: Buffer }>(
    'select content from intake.raw_chunks where submission_id = $1 order by chunk_number',
    [submissionId],
  );
  const sent = totalsOf(Buffer.concat(raw.rows.map(({ content }) => content)));
  const { rows } = await client.query<KeptTotals>(STORED, [`FI-${seed}-%`]);
  const kept = new Map(rows.map((row) => [row.currency, row]));
  return [...new Set([...sent.keys(), ...kept.keys()])].flatMap((currency) => {
    const [there, here] = [sent.get(currency), kept.get(currency)];
    const written = [there?.items ?? 0, there?.cents ?? 0n, there?.grams ?? 0n].join(' ');
    const found = [here?.items ?? 0, here?.cents ?? '0', here?.grams ?? '0'].join(' ');
    if (written === found) return [];
    return [`${currency} of seed ${seed}: items, cents and grams are ${written} in the file, ${found} kept`];
  });
}
