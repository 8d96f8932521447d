import { seededRandom } from '@/lib/kernel/prng';

export type KnownRate = { readonly currency: string; readonly unitsPerBase: string };

/** Furthest a rate of the demo lies from the one it is made of. */
const DRIFT = 0.02;
const FIGURES = 6;

/** First days of the months from one day to another, both included; days are ISO dates. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let [year = 0, month = 0] = from.split('-').map(Number); ; month += 1) {
    if (month > 12) [year, month] = [year + 1, 1];
    const first = `${year}-${String(month).padStart(2, '0')}-01`;
    if (first > to) return months;
    months.push(first);
  }
}

/**
 * A table of monthly rates for the days of a demo, as an administration draws one up: CSV text of the layout `own-rates`, a row for each
 * currency and month. Invented: made of rates that were published once, with a small deterministic drift. Empty where none are needed.
 */
export function illustrativeRates(
  base: string,
  known: readonly KnownRate[],
  { from, to, after }: { readonly from: string; readonly to: string; readonly after: string },
): string {
  const months = monthsBetween(from, to).filter((month) => month > after);
  if (months.length === 0) return '';
  const rows = months.flatMap((month) =>
    known.map(({ currency, unitsPerBase }) => {
      const random = seededRandom(
        Number(month.replaceAll('-', '')) + [...currency].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 0),
      );
      const rate = Number(unitsPerBase) * (1 + DRIFT * (2 * random() - 1));
      return `${month},${base},${currency},${plain(rate)}`;
    }),
  );
  return `valid_from,base,currency,rate\n${rows.join('\n')}\n`;
}

/** A rate of six figures without exponent. */
function plain(rate: number): string {
  const whole = Math.max(1, Math.ceil(Math.log10(rate)));
  return rate.toFixed(Math.max(0, FIGURES - whole));
}
