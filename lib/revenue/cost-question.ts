import type { CodeLists } from '@/lib/codes/code-lists';
import { unknownPartOf } from '@/lib/codes/hs-2022';
import { TRANSACTION_TYPES, type TransactionType } from '@/lib/consignment/codes';
import { parseDay } from '@/lib/kernel/dates';
import { parseDecimal } from '@/lib/kernel/decimal';

/** Goods lines a question may have; each is a kind of goods. */
export const COST_ROWS_MAX = 5;
/** Length of a decimal that any price of a parcel has room in. */
const DECIMAL_LENGTH_MAX = 14;
const GOODS_LENGTH_MAX = 200;

/** What was typed, field by field, exactly as it was typed. */
export type Typed = Readonly<Record<string, string>>;

/** One kind of goods: what all of it costs, and what of it the tariff may count by. */
export type CostItem = {
  /** 6 to 10 digits; null where only words are known. */
  readonly code: string | null;
  /** The words that were typed in the place of a code. */
  readonly words: string | null;
  readonly value: string;
  readonly quantity: string | null;
  readonly netMassKg: string | null;
};

/** A question that can be answered: every part of it was understood. */
export type CostQuestion = {
  readonly day: string;
  readonly transactionType: TransactionType;
  readonly dispatchCountry: string | null;
  /** A country with a tax rate of its own; null for the rate of the administration. */
  readonly destination: string | null;
  /** The seller charges the tax at the sale, under a number of the vendor scheme. */
  readonly isUnderScheme: boolean;
  readonly currency: string;
  /** Parts of what the transport costs, in the currency of the goods. */
  readonly transport: string | null;
  readonly insurance: string | null;
  readonly items: readonly CostItem[];
};

/** A field that was not understood: which rule it breaks, and by what. Text under `public.costs.fault.<rule>`. */
export type CostFault = { readonly field: string; readonly rule: CostRule; readonly value: string };
export const COST_RULES = [
  'required',
  'no_decimal',
  'decimal_comma',
  'too_many_decimals',
  'not_above_zero',
  'too_large',
  'too_long',
  'no_code',
  'unknown_code',
  'unknown_country',
  'unknown_currency',
  'unknown_kind',
  'no_day',
  'day_out_of_range',
  'no_law',
] as const;
export type CostRule = (typeof COST_RULES)[number];

/** What a question is judged by on the day it is asked. */
export type CostTerms = {
  readonly lists: CodeLists;
  /** Countries of the territory with a tax rate of their own; none where there is one rate for all. */
  readonly destinations: ReadonlySet<string>;
  readonly today: string;
  readonly firstDay: string;
  readonly lastDay: string;
};

export type ReadQuestion =
  | { readonly question: CostQuestion; readonly faults: readonly [] }
  | { readonly question: null; readonly faults: readonly CostFault[] };

/** Takes what was typed apart; nothing is guessed, and every fault is named at once. */
export function readCostQuestion(typed: Typed, terms: CostTerms): ReadQuestion {
  const reader = new Reader(typed, terms);
  const question: CostQuestion = {
    day: reader.day(),
    transactionType: reader.kind(),
    dispatchCountry: reader.country('from', terms.lists.countries),
    destination: reader.country('to', terms.destinations),
    isUnderScheme: reader.text('scheme') === 'yes',
    currency: reader.currency(),
    transport: reader.amount('transport', 'optional'),
    insurance: reader.amount('insurance', 'optional'),
    items: rowsOf(typed).map((row) => reader.item(row)),
  };
  return reader.faults.length === 0 ? { question, faults: [] } : { question: null, faults: reader.faults };
}

const ROW_FIELDS = ['goods', 'value', 'quantity', 'mass'] as const;

/** Lines in which something was typed; the first always counts, so that an empty form names what it lacks. */
export function rowsOf(typed: Typed): readonly number[] {
  const rows = Array.from({ length: COST_ROWS_MAX }, (_, index) => index + 1);
  return rows.filter((row) => row === 1 || ROW_FIELDS.some((field) => (typed[`${field}${row}`] ?? '').trim() !== ''));
}

class Reader {
  readonly faults: CostFault[] = [];

  constructor(
    private readonly typed: Typed,
    private readonly terms: CostTerms,
  ) {}

  /** Blanks at the ends are of no meaning in a form. */
  text(field: string): string {
    return (this.typed[field] ?? '').trim();
  }

  day(): string {
    const { today, firstDay, lastDay } = this.terms;
    const text = this.text('day');
    if (text === '') return today;
    const day = parseDay(text);
    if (day === null) return this.fault('day', 'no_day', today);
    return day < firstDay || day > lastDay ? this.fault('day', 'day_out_of_range', today) : day;
  }

  kind(): TransactionType {
    const text = this.text('kind');
    if (text === '') return 'sale';
    return TRANSACTION_TYPES.find((type) => type === text) ?? this.fault('kind', 'unknown_kind', 'sale');
  }

  country(field: string, known: ReadonlySet<string>): string | null {
    const text = this.text(field);
    if (text === '') return null;
    return known.has(text) ? text : this.fault(field, 'unknown_country', null);
  }

  currency(): string {
    const text = this.text('currency');
    if (text === '') return this.fault('currency', 'required', '');
    return this.terms.lists.currencies.has(text) ? text : this.fault('currency', 'unknown_currency', '');
  }

  item(row: number): CostItem {
    return {
      ...this.goods(`goods${row}`),
      value: this.amount(`value${row}`, 'required') ?? '0',
      quantity: this.decimal(`quantity${row}`, null),
      netMassKg: this.decimal(`mass${row}`, null),
    };
  }

  /** A sum of money, with no more decimals than its currency has. */
  amount(field: string, need: 'required' | 'optional'): string | null {
    if (this.text(field) === '' && need === 'required') return this.fault(field, 'required', null);
    const places = this.terms.lists.currencies.get(this.text('currency')) ?? null;
    return this.decimal(field, places, need === 'required');
  }

  /** A plain decimal above nil, or not below it; null where the field is empty or not understood. */
  private decimal(field: string, places: number | null, aboveNil = true): string | null {
    const text = this.text(field);
    if (text === '') return null;
    if (text.length > DECIMAL_LENGTH_MAX) return this.fault(field, 'too_large', null);
    if (/^\d+,\d+$/.test(text)) return this.fault(field, 'decimal_comma', null);
    const read = parseDecimal(text);
    if (read === null) return this.fault(field, 'no_decimal', null);
    if (places !== null && read.scale > places) return this.fault(field, 'too_many_decimals', null);
    const isEnough = aboveNil ? read.digits > 0n : read.digits >= 0n;
    return isEnough ? text : this.fault(field, 'not_above_zero', null);
  }

  /** Digits are a code, which may be grouped by points or blanks as tariffs print it; anything else are words. */
  private goods(field: string): Pick<CostItem, 'code' | 'words'> {
    const text = this.text(field);
    const nothing = { code: null, words: null };
    if (text === '') return this.fault(field, 'required', nothing);
    if (text.length > GOODS_LENGTH_MAX) return this.fault(field, 'too_long', nothing);
    if (!/^[\d. ]+$/.test(text)) return { code: null, words: text };
    const code = text.replace(/[. ]/g, '');
    if (code.length < 6 || code.length > 10) return this.fault(field, 'no_code', nothing);
    const isUnknown = unknownPartOf(code, this.terms.lists.nomenclature) !== null;
    return isUnknown ? this.fault(field, 'unknown_code', nothing) : { code, words: null };
  }

  private fault<Value>(field: string, rule: CostRule, value: Value): Value {
    this.faults.push({ field, rule, value: this.text(field) });
    return value;
  }
}
