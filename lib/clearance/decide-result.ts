import { parseDecimal, toScaled } from '@/lib/kernel/decimal';
import type { Reason } from '@/lib/kernel/problem';
import { otherReading } from './notation';
import { type CorrectionField, type OutcomeClass, outcomeOf, RESULT_RULES, type ResultCode } from './results';
import { type Decision, nextStatus, type Status } from './transitions';

export type DeclaredItem = {
  readonly itemNumber: number;
  readonly value: string;
  /** In which the value was declared; a corrected value is in it too. */
  readonly currency: string;
  readonly quantity: string | null;
  readonly commodityCode: string | null;
  readonly description: string;
  readonly originCountry: string | null;
};
export type WishedCorrection = {
  readonly itemNumber: number;
  readonly field: CorrectionField;
  readonly corrected: string;
};
/** Declared and corrected side by side; the declared value is read from the record, never from the officer's screen. */
export type SettledCorrection = WishedCorrection & { readonly declared: string | null };

/** What was declared in the field of an item. */
export function declaredIn(item: DeclaredItem, field: CorrectionField): string | null {
  switch (field) {
    case 'value':
      return item.value;
    case 'quantity':
      return item.quantity;
    case 'commodity_code':
      return item.commodityCode;
    case 'description':
      return item.description;
    case 'origin_country':
      return item.originCountry;
  }
}

/** Places of the minor unit of a currency (ISO 4217); two where it is not known. */
function centsOf(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) return 2;
  const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

/** How a figure written another way would read; nothing of texts and codes. */
function otherNotation(
  { field, corrected }: WishedCorrection,
  currency: string,
): Pick<Reason, 'code' | 'params'> | null {
  const places = field === 'value' ? centsOf(currency) : 3;
  const reading = field === 'value' || field === 'quantity' ? otherReading(corrected, places) : null;
  if (!reading) return null;
  const { example, other } = reading;
  return other === null
    ? { code: 'result.correction_comma', params: { example } }
    : { code: 'result.correction_ambiguous', params: { example, other } };
}

function isWellFormed(field: CorrectionField, text: string): boolean {
  switch (field) {
    case 'value':
    case 'quantity': {
      const parsed = parseDecimal(text);
      return parsed !== null && parsed.digits >= 0n && text.length <= 20 && parsed.scale <= 6;
    }
    case 'commodity_code':
      return /^\d{6,10}$/.test(text);
    case 'origin_country':
      return /^[A-Z]{2}$/.test(text);
    case 'description':
      return text.trim().length > 0 && text.length <= 512;
  }
}

/** Whether a correction says what was declared already; 10 pieces are 10.0 pieces. */
function isSame(field: CorrectionField, declared: string, corrected: string): boolean {
  if (field !== 'value' && field !== 'quantity') return declared === corrected.trim();
  return (compareFigures(corrected, declared) ?? (declared === corrected ? 0 : 1)) === 0;
}

/** 1 where the first figure is higher, -1 where it is lower, 0 where they are the same; null where one is none. */
function compareFigures(one: string, other: string): -1 | 0 | 1 | null {
  const [a, b] = [parseDecimal(one), parseDecimal(other)];
  if (!a || !b) return null;
  const scale = Math.max(a.scale, b.scale);
  const difference = toScaled(a, scale, 'down') - toScaled(b, scale, 'down');
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

/**
 * Whether a result may be recorded, with the corrections it needs: a code without its correction, a correction of an item
 * that does not exist, of a value that cannot be, or equal to what was declared is refused at its place.
 */
export function decideResult(
  status: Status,
  items: readonly DeclaredItem[],
  wish: {
    readonly resultCode: ResultCode;
    readonly finding: string | null;
    readonly corrections: readonly WishedCorrection[];
  },
  act: 'record_result' | 'audit_result' = 'record_result',
): Decision<{ next: Status; outcome: OutcomeClass; corrections: SettledCorrection[] }> {
  const transition = nextStatus(act, status);
  if (!transition.ok) return transition;
  const reasons: Reason[] = [];
  const corrections: SettledCorrection[] = [];
  for (const [index, wished] of wish.corrections.entries()) {
    const item = items.find((candidate) => candidate.itemNumber === wished.itemNumber);
    const pointer = `corrections.${index}`;
    if (!item) {
      reasons.push({ code: 'result.item_unknown', pointer, params: { item: wished.itemNumber } });
      continue;
    }
    const declared = declaredIn(item, wished.field);
    const isRepeated = corrections.some(
      (other) => other.itemNumber === wished.itemNumber && other.field === wished.field,
    );
    const params = { item: wished.itemNumber, field: wished.field, value: wished.corrected };
    const same = declared !== null && isSame(wished.field, declared, wished.corrected);
    const notation = same ? null : otherNotation(wished, item.currency);
    if (isRepeated) reasons.push({ code: 'result.correction_repeated', pointer, params });
    else if (notation) reasons.push({ code: notation.code, pointer, params: { ...params, ...notation.params } });
    else if (!isWellFormed(wished.field, wished.corrected))
      reasons.push({ code: 'result.correction_malformed', pointer, params });
    else if (same) reasons.push({ code: 'result.correction_equal', pointer, params });
    corrections.push({ ...wished, declared });
  }
  if (reasons.length === 0) reasons.push(...notHigher(wish.resultCode, corrections));
  reasons.push(...missingParts(wish));
  if (reasons.length > 0) return { ok: false, reasons };
  return { ...transition, outcome: outcomeOf(wish.resultCode), corrections };
}

/**
 * Undervalued goods are worth more than was declared: where no corrected value is higher, each lower one is asked about at its field.
 * Beside one that is higher a lower one stands, for a price may have been put to the wrong item.
 */
function notHigher(resultCode: ResultCode, corrections: readonly SettledCorrection[]): Reason[] {
  if (resultCode !== 'undervalued') return [];
  const compared = corrections.map(({ field, declared, corrected }) =>
    field === 'value' && declared !== null ? compareFigures(corrected, declared) : null,
  );
  if (compared.some((order) => order === 1)) return [];
  return corrections.flatMap(({ itemNumber, declared, corrected }, index): Reason[] => {
    if (compared[index] !== -1) return [];
    const params = { item: itemNumber, value: corrected, declared: declared ?? '' };
    return [{ code: 'result.value_lower', pointer: `corrections.${index}`, params }];
  });
}

function missingParts(wish: {
  readonly resultCode: ResultCode;
  readonly finding: string | null;
  readonly corrections: readonly WishedCorrection[];
}): Reason[] {
  const rule: (typeof RESULT_RULES)[ResultCode] = RESULT_RULES[wish.resultCode];
  const fields = wish.corrections.map((correction) => correction.field);
  const reasons: Reason[] = [];
  if (rule.corrects === 'none') {
    if (fields.length > 0) reasons.push({ code: 'result.correction_unexpected', pointer: 'corrections' });
  } else if (rule.corrects === 'any') {
    if (fields.length === 0) reasons.push({ code: 'result.correction_required', pointer: 'corrections' });
  } else if (rule.corrects !== 'optional' && !fields.includes(rule.corrects)) {
    reasons.push({ code: `result.needs_${rule.corrects}`, pointer: 'corrections' });
  }
  if (rule.outcome !== 'conform' && !wish.finding)
    reasons.push({ code: 'result.finding_required', pointer: 'finding' });
  return reasons;
}
