import { parseDay } from '@/lib/kernel/dates';
import { parseDecimal } from '@/lib/kernel/decimal';
import type { Problem } from '@/lib/kernel/problem';
import { type ReferenceFault, type ReferenceNote, refusal, remark } from './problems';

/** A decimal without trailing noughts after the point: `5.00` is `5`. */
export function plainDecimal(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** One row of a file, read field by field; every fault is noted with line, field, rule and value. */
export class SourceRow {
  /** Faults found so far; a row with any is refused. */
  isSound = true;

  constructor(
    readonly line: number,
    private readonly fields: ReadonlyMap<string, string>,
    private readonly report: (problem: Problem) => void,
  ) {}

  /** The field as sent; empty where the column is. */
  text(column: string): string {
    return this.fields.get(column) ?? '';
  }

  required(column: string): string {
    const value = this.text(column);
    if (value.trim() === '') this.refuse('required', column);
    return value;
  }

  /** Text of a shape; `example` is shown with the fault. */
  shaped(column: string, shape: RegExp, example: string): string {
    const value = this.required(column);
    if (value !== '' && !shape.test(value)) this.refuse('shape', column, { example });
    return value;
  }

  oneOf<Value extends string>(column: string, values: readonly Value[]): Value | null {
    const sent = this.required(column);
    const value = values.find((candidate) => candidate === sent) ?? null;
    if (value === null && sent !== '') this.refuse('not_in_list', column, { expected: values.join(', ') });
    return value;
  }

  /** A decimal from nought up with at most `places` figures after the point, without trailing noughts. */
  decimal(column: string, places: number): string {
    return this.judgeDecimal(column, this.required(column), places);
  }

  judgeDecimal(column: string, sent: string, places: number): string {
    if (sent === '') return '';
    const value = plainDecimal(sent);
    const parsed = sent.length > 40 ? null : parseDecimal(sent);
    if (!parsed || parsed.digits < 0n) this.refuse('decimal', column);
    else if ((parseDecimal(value)?.scale ?? 0) > places) this.refuse('decimal_places', column, { places });
    return value;
  }

  /** `YYYY-MM-DD`; null for an empty field. */
  day(column: string): string | null {
    const value = this.text(column);
    if (value === '') return null;
    const day = parseDay(value);
    if (day === null) this.refuse('day', column);
    return day;
  }

  refuse(code: ReferenceFault, column: string, params?: Problem['params']): void {
    this.isSound = false;
    this.report(refusal(code, column, { line: this.line, value: this.text(column), ...(params ? { params } : {}) }));
  }

  note(code: ReferenceNote, column: string, params?: Problem['params']): void {
    this.report(remark(code, column, { line: this.line, value: this.text(column), ...(params ? { params } : {}) }));
  }
}
