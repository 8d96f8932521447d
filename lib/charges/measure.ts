import { HUNDREDTH, parseRational, type Rational, rational, times } from '@/lib/kernel/rational';

/** What specific duties are counted in; each quantity is given in the unit itself. */
export const UNITS = ['kg', 'item', 'pair', 'l', 'hl', 'm', 'm2', 'vol_hl', 'l_alcohol'] as const;
export type Unit = (typeof UNITS)[number];

/** One part of a duty: a share of the value, or an amount for so many units. */
export type Term =
  | { readonly kind: 'percent'; readonly percent: Rational }
  | {
      readonly kind: 'specific';
      /** Major units of the currency for `per` units. */
      readonly amount: Rational;
      readonly currency: string;
      readonly per: Rational;
      readonly unit: Unit;
    };

/** A rate of duty as tariffs print it: terms that add up, and sums it may not be under or over. */
export type Measure = {
  readonly text: string;
  readonly terms: readonly Term[];
  readonly least: readonly Term[] | null;
  readonly most: readonly Term[] | null;
};

export type MeasureFault = { readonly at: number; readonly rule: 'empty' | 'not_a_term' | 'unknown_unit' | 'negative' };
export type ReadMeasure =
  | { readonly ok: true; readonly measure: Measure }
  | { readonly ok: false; readonly fault: MeasureFault };

/** How tariffs write the units, and how many of ours one is. */
const UNIT_WORDS: Readonly<Record<string, readonly [Unit, string]>> = {
  kg: ['kg', '1'],
  'kg/net': ['kg', '1'],
  g: ['kg', '0.001'],
  t: ['kg', '1000'],
  tonne: ['kg', '1000'],
  item: ['item', '1'],
  items: ['item', '1'],
  piece: ['item', '1'],
  pcs: ['item', '1'],
  each: ['item', '1'],
  head: ['item', '1'],
  no: ['item', '1'],
  stick: ['item', '1'],
  'p/st': ['item', '1'],
  doz: ['item', '12'],
  pr: ['pair', '1'],
  pair: ['pair', '1'],
  pa: ['pair', '1'],
  l: ['l', '1'],
  liter: ['l', '1'],
  litre: ['l', '1'],
  hl: ['hl', '1'],
  m: ['m', '1'],
  m2: ['m2', '1'],
  'm²': ['m2', '1'],
  '% vol/hl': ['vol_hl', '1'],
  'l of alcohol': ['l_alcohol', '1'],
};

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`;
const PERCENT = new RegExp(`^${NUMBER}\\s*%$`);
const BARE = new RegExp(`^${NUMBER}$`);
const SPECIFIC = [
  { shape: new RegExp(`^${NUMBER}\\s*([A-Z]{3})\\s*(?:/|per )\\s*(.+)$`), read: ([, n, c, u]: string[]) => [n, c, u] },
  { shape: new RegExp(`^([A-Z]{3})\\s*${NUMBER}\\s*(?:/|per )\\s*(.+)$`), read: ([, c, n, u]: string[]) => [n, c, u] },
  { shape: new RegExp(`^\\$\\s*${NUMBER}\\s*/\\s*(.+)$`), read: ([, n, u]: string[]) => [n, '$', u] },
  { shape: new RegExp(`^${NUMBER}\\s*(?:cents|¢)\\s*/?\\s*(.+)$`), read: ([, n, u]: string[]) => [n, '¢', u] },
] as const;

/** The unit a tariff names and how many of it: `100 kg` is a hundred of the unit kg; null for a word no tariff uses. */
export function unitOf(text: string): { per: Rational; unit: Unit } | null {
  const [, count, word = ''] = /^(?:(\d+)\s+)?(.+)$/.exec(text.trim()) ?? [];
  const known = UNIT_WORDS[word.toLowerCase()];
  if (!known) return null;
  return { unit: known[0], per: times(rational(count ?? '1'), rational(known[1])) };
}

type ReadTerm = Term | MeasureFault['rule'];

function termOf(text: string, dollar: string, isSum: boolean): ReadTerm {
  const percent = PERCENT.exec(text)?.[1] ?? (isSum ? BARE.exec(text)?.[1] : undefined);
  if (percent !== undefined) {
    const value = parseRational(percent);
    return value === null ? 'not_a_term' : value.over < 0n ? 'negative' : { kind: 'percent', percent: value };
  }
  for (const { shape, read } of SPECIFIC) {
    const found = shape.exec(text);
    if (!found) continue;
    const [number = '', currency = '', unitText = ''] = read(found);
    const amount = parseRational(number);
    const counted = unitOf(unitText);
    if (amount === null) return 'not_a_term';
    if (amount.over < 0n) return 'negative';
    if (!counted) return 'unknown_unit';
    const isCents = currency === '¢';
    return {
      kind: 'specific',
      amount: isCents ? times(amount, HUNDREDTH) : amount,
      currency: isCents || currency === '$' ? dollar : currency,
      ...counted,
    };
  }
  return 'not_a_term';
}

/** Sums are joined by `+`; the places are those of the whole text. */
function termsOf(text: string, start: number, dollar: string): readonly Term[] | MeasureFault {
  if (/^(free|nil)$/i.test(text.trim())) return [];
  const parts = text.split('+');
  const terms: Term[] = [];
  let at = start;
  for (const part of parts) {
    const term = termOf(part.trim(), dollar, parts.length > 1);
    const place = at + (part.length - part.trimStart().length);
    if (typeof term === 'string') return { at: place, rule: term };
    terms.push(term);
    at += part.length + 1;
  }
  return terms;
}

/**
 * Reads a rate as tariffs print it: `12%`, `12% + 3.5 EUR/100 kg`, `8% MIN 0.5 EUR/item MAX 2 EUR/item`, `68 cents/head`, `Free`.
 * Nothing is guessed: what is no term is named with its place. `dollar` is the currency that `$` and cents mean there.
 */
export function readMeasure(text: string, dollar = 'USD'): ReadMeasure {
  if (text.trim() === '') return { ok: false, fault: { at: 0, rule: 'empty' } };
  const most = /\sMAX\s/i.exec(text);
  const least = /\sMIN\s/i.exec(text);
  const end = Math.min(most?.index ?? text.length, least?.index ?? text.length);
  const bound = (found: RegExpExecArray | null, other: RegExpExecArray | null) => {
    if (!found) return null;
    const from = found.index + found[0].length;
    const to = other && other.index > found.index ? other.index : text.length;
    return termsOf(text.slice(from, to), from, dollar);
  };
  const read = [termsOf(text.slice(0, end), 0, dollar), bound(least, most), bound(most, least)] as const;
  for (const part of read) if (part && 'rule' in part) return { ok: false, fault: part };
  const [terms, lower, upper] = read as readonly (readonly Term[] | null)[];
  return { ok: true, measure: { text, terms: terms ?? [], least: lower ?? null, most: upper ?? null } };
}

/** Reads a rate our own rules hold. @throws RangeError naming the place */
export function measure(text: string, dollar = 'USD'): Measure {
  const read = readMeasure(text, dollar);
  if (!read.ok) throw new RangeError(`${read.fault.rule} at ${read.fault.at} of ${text}`);
  return read.measure;
}

/** A duty of so many per cent of the value. */
export function percentMeasure(percent: string): Measure {
  return { text: `${percent}%`, terms: [{ kind: 'percent', percent: rational(percent) }], least: null, most: null };
}
