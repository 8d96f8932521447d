import type { CodeLists } from '@/lib/codes/code-lists';
import { parseDecimal, toScaled } from '@/lib/kernel/decimal';
import type { Problem } from '@/lib/kernel/problem';
import { fault, warning } from './problem-codes';
import { characterCount, judgeCharacters } from './text-rules';

const MAX_DECIMAL_DIGITS = 16;
const MAX_DECIMAL_SCALE = 6;

export type DecimalRule = {
  /** Highest whole number allowed; keeps sums of amounts and grams inside 64 bits. */
  readonly most: bigint;
  /** Figures of `most`: a shorter number needs no comparison. */
  readonly mostFigures: number;
  readonly zero: 'refused' | 'allowed';
};

/**
 * Reads the fields of one sent object, noting a problem where a rule is broken. A value that breaks a rule is handed on as
 * sent or null; the problems decide whether anything comes of it. Nothing is trimmed, folded or rounded. What has to be there is a matter of the regime
 * and judged elsewhere.
 */
export class FieldReader<Column extends string> {
  constructor(
    private readonly sent: { readonly [Name in Column]?: string },
    private readonly prefix: string,
    readonly problems: Problem[],
    private readonly codes: CodeLists,
  ) {}

  raw(column: Column): string | null {
    const value = this.sent[column];
    return value === undefined || value === '' ? null : value;
  }

  /** Free text of at most `most` characters (code points). */
  text(column: Column, most: number): string | null {
    const value = this.raw(column);
    if (value === null) return null;
    const found = characterCount(value);
    if (found > most) this.fault('too_long', column, value, { limit: most, found });
    else for (const problem of judgeCharacters(value, this.at(column))) this.problems.push(problem);
    return value;
  }

  choice<Value extends string>(column: Column, values: readonly Value[]): Value | null {
    const sent = this.raw(column);
    if (sent === null) return null;
    const value = values.find((candidate) => candidate === sent);
    if (value === undefined) this.fault('not_in_list', column, sent, { expected: values.join(', ') });
    return value ?? null;
  }

  country(column: Column): string | null {
    const value = this.raw(column);
    if (value !== null && !this.codes.countries.has(value)) this.fault('country_unknown', column, value);
    return value;
  }

  currency(column: Column): string | null {
    const value = this.raw(column);
    if (value !== null && !this.codes.currencies.has(value)) this.fault('currency_unknown', column, value);
    return value;
  }

  /** The text of a shape with a rule of its own. */
  shaped(column: Column, shape: RegExp, code: 'commodity_code_shape' | 'item_number_shape'): string | null {
    const value = this.raw(column);
    if (value === null || shape.test(value)) return value;
    this.fault(code, column, value);
    return null;
  }

  /** An exact decimal as sent; null where absent or wrong. */
  decimal(column: Column, rule: DecimalRule): string | null {
    const value = this.raw(column);
    if (value === null) return null;
    // The length is checked first, so that no one makes us count with a million digits.
    const digits = value.length <= MAX_DECIMAL_DIGITS ? value.length : value.replaceAll(/\D/g, '').length;
    const decimal = digits > MAX_DECIMAL_DIGITS * 2 ? null : parseDecimal(value);
    if (digits > MAX_DECIMAL_DIGITS) this.fault('decimal_digits', column, value, { limit: MAX_DECIMAL_DIGITS });
    else if (!decimal) this.fault('decimal_shape', column, value);
    else if (decimal.scale > MAX_DECIMAL_SCALE)
      this.fault('decimal_scale', column, value, { limit: MAX_DECIMAL_SCALE, found: decimal.scale });
    else if (value.startsWith('-')) this.fault('decimal_negative', column, value);
    else if (decimal.digits === 0n && rule.zero === 'refused') this.fault('decimal_zero', column, value);
    else if (value.length - decimal.scale >= rule.mostFigures && toScaled(decimal, 0, 'down') > rule.most)
      this.fault('decimal_too_large', column, value, { limit: String(rule.most) });
    else return value;
    return null;
  }

  fault(code: Parameters<typeof fault>[0], column: Column, value?: string, params?: Problem['params']): void {
    this.problems.push(fault(code, this.at(column), { value, params }));
  }

  warn(code: Parameters<typeof warning>[0], column: Column, value?: string, params?: Problem['params']): void {
    this.problems.push(warning(code, this.at(column), { value, params }));
  }

  private at(column: Column): string {
    return this.prefix + column;
  }
}

/** Grams of a decimal in kilograms, rounded half up; for computing only, the text stays what was sent. */
export function gramsOf(kilograms: string | null): number | null {
  const decimal = kilograms === null ? null : parseDecimal(kilograms);
  return decimal && Number(toScaled(decimal, 3, 'halfUp'));
}
