import { parseDecimal, toScaled } from '@/lib/kernel/decimal';
import type { Reason } from '@/lib/kernel/problem';
import type { StatedDuty } from '@/lib/revenue/stated-duty';
import { otherReading } from './notation';
import { type Decision, nextStatus, type Status } from './transitions';

/** A duty as an officer states it: decimal text in the administration's currency, and what it rests on. */
export type DutyWish = { readonly itemNumber: number; readonly amount: string; readonly ground: string };

/** Most digits of an amount: what VAT is worked out on with it must fit the 64 bits its sums are kept in. */
const AMOUNT_DIGITS_MAX = 15;

/**
 * Whether an officer may state the duty of an item: only where nobody could compute it, and never where the value is open too.
 * `open` are the duties open by the corrected values, stated or not: a later statement takes the place of an earlier one.
 */
export function decideDuty(
  status: Status,
  open: readonly (Pick<StatedDuty, 'itemNumber' | 'basis'> & { readonly isStatable: boolean })[],
  wish: DutyWish,
  money: { readonly currency: string; readonly minorDigits: number },
): Decision<{ next: Status; duty: StatedDuty }> {
  const transition = nextStatus('state_duty', status);
  if (!transition.ok) return transition;
  const { itemNumber, ground } = wish;
  const item = open.find((one) => one.itemNumber === itemNumber);
  const amount = amountMinor(wish.amount, money);
  const reasons: Reason[] = typeof amount === 'bigint' ? [] : [amount];
  if (!item) reasons.push({ code: 'duty.not_open', pointer: 'itemNumber', params: { item: itemNumber } });
  else if (!item.isStatable)
    reasons.push({ code: 'duty.value_open', pointer: 'itemNumber', params: { item: itemNumber } });
  if (!item || typeof amount !== 'bigint' || reasons.length > 0) return { ok: false, reasons };
  return { ...transition, duty: { itemNumber, amountMinor: amount, ground, basis: item.basis } };
}

function amountMinor(
  text: string,
  money: { readonly currency: string; readonly minorDigits: number },
): bigint | Reason {
  const { currency, minorDigits } = money;
  const refused = (code: string, params: Record<string, string> = {}): Reason => ({
    code,
    pointer: 'amount',
    params: { value: text, currency, ...params },
  });
  const reading = otherReading(text, minorDigits);
  if (reading?.other) return refused('duty.amount_ambiguous', { example: reading.example, other: reading.other });
  if (reading) return refused('duty.amount_comma', { example: reading.example });
  const amount = parseDecimal(text);
  if (amount === null || amount.digits < 0n || amount.scale > minorDigits) return refused('duty.amount_malformed');
  const minor = toScaled(amount, minorDigits, 'down');
  return minor < 10n ** BigInt(AMOUNT_DIGITS_MAX) ? minor : refused('duty.amount_malformed');
}
