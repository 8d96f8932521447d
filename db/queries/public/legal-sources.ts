import 'server-only';
import { and, asc, inArray, or, type SQL, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { validOn } from '@/db/queries/policy/in-force-cache';
import { parameters } from '@/db/schema';
import { byPrefix } from '@/lib/codes/by-prefix';
import type { LandedCost } from '@/lib/revenue/landed-cost';

/** A dated row of the law that an answer rests on: what it says, who published it, and from when until when it holds. */
export type LegalSource = {
  readonly kind: (typeof KINDS)[number];
  /** What of the list: a code, a currency, a country; nothing where there is but one. */
  readonly key: string;
  /** As it is printed; empty where the working says it. */
  readonly says: string;
  readonly source: string;
  readonly edition: string;
  readonly validFrom: string;
  readonly validTo: string | null;
};

const KINDS = ['charge_law', 'duty_rate', 'vat_rate', 'exchange_rate', 'administration'] as const;
/** The rank of the sources in the list: the law first. */
const RANK = new Map(KINDS.map((kind, index) => [kind, index]));

/** The sources of everything an answer was worked out with. Takes no actor: the law is for everybody. */
export async function legalSources(day: string, { goods, currency }: LandedCost): Promise<readonly LegalSource[]> {
  const codes = goods.items.flatMap(({ commodityCode }) => (commodityCode === null ? [] : [commodityCode]));
  const prefixes = [...new Set(codes.flatMap((code) => [8, 6, 4, 2].map((digits) => code.slice(0, digits))))];
  const currencies = [
    ...new Set([...goods.items.map((item) => item.currency), ...(goods.transport ? [goods.transport.currency] : [])]),
  ].filter((one) => one !== currency);
  const of = (kind: LegalSource['kind'], keys?: readonly string[]): SQL | undefined =>
    keys ? and(eq(parameters.kind, kind), inArray(parameters.key, [...keys])) : eq(parameters.kind, kind);
  const asked = [of('charge_law'), of('administration'), of('vat_rate')];
  if (prefixes.length > 0) asked.push(of('duty_rate', prefixes));
  if (currencies.length > 0) asked.push(of('exchange_rate', currencies));
  const rows = await db()
    .select()
    .from(parameters)
    .where(and(validOn(parameters, day), or(...asked)))
    .orderBy(asc(parameters.kind), asc(parameters.key));
  const dutyKeys = new Set(
    codes.flatMap((code) => {
      const duties = new Map(rows.filter(({ kind }) => kind === 'duty_rate').map(({ key }) => [key, key] as const));
      return byPrefix(duties, code) ?? [];
    }),
  );
  const taxSources = new Set(goods.items.map(({ tax }) => tax.source));
  const used = rows.filter(({ kind, key, source, value }) => {
    if (kind === 'duty_rate') return dutyKeys.has(key);
    // Rates of one act may be several: the one that says what was computed with.
    if (kind === 'vat_rate')
      return taxSources.has(source) && goods.items.some(({ tax }) => tax.text === ratePercent(value));
    return true;
  });
  return used
    .map(({ kind, key, value, source, edition, validFrom, validTo }) => ({
      kind: kind as LegalSource['kind'],
      key: kind === 'charge_law' || kind === 'administration' ? '' : key,
      says: saysOf(kind, value),
      source,
      edition,
      validFrom,
      validTo,
    }))
    .sort((a, b) => (RANK.get(a.kind) ?? 0) - (RANK.get(b.kind) ?? 0));
}

type RateValue = { readonly ratePercent?: string | null; readonly text?: string; readonly unitsPerBase?: string };

const ratePercent = (value: unknown): string | null => (value as RateValue).ratePercent ?? null;

function saysOf(kind: string, value: unknown): string {
  const { ratePercent: percent, text, unitsPerBase } = value as RateValue;
  if (kind === 'exchange_rate') return unitsPerBase ?? '';
  return percent ? `${percent} %` : (text ?? '');
}
