import type { ChargeLine } from '@/lib/assessment/types';
import { compare, rationalText } from '@/lib/kernel/rational';
import type { LawInForce } from './goods';
import type { LawAmount } from './law';
import { majorOf } from './line';
import { UNCHARGED_WORKINGS } from './open-workings';
import { amountOf } from './value';

/**
 * Sums too small to be collected are set to nil, and each line says so; or the amount of the law without a rate of exchange. As long as
 * an amount is open nobody knows how small the sum is: nothing is waived.
 */
export function waive(lines: readonly ChargeLine[], inForce: LawInForce): readonly ChargeLine[] | LawAmount {
  const { waived, minorDigits } = inForce.law;
  if (!waived || lines.some(({ working }) => UNCHARGED_WORKINGS.has(working.code))) return lines;
  const isOf = ({ kind }: ChargeLine) => kind === 'vat' || (waived.of === 'all' && kind === 'duty');
  const edge = amountOf(waived.amount, inForce);
  if (!edge) return waived.amount;
  const due = majorOf(
    lines.filter(isOf).reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    inForce,
  );
  const order = compare(due, edge);
  if (due.over === 0n || order > 0 || (order === 0 && !waived.isInclusive)) return lines;
  const said = {
    waivedSum: rationalText(due, minorDigits),
    waivedLimit: `${waived.amount.amount} ${waived.amount.currency}`,
    waivedAt: waived.isInclusive ? 'upTo' : 'below',
  };
  return lines.map((line) => {
    if (!isOf(line) || line.amountMinor === 0n) return line;
    const working = { ...line.working, values: { ...line.working.values, ...said } };
    return { ...line, amountMinor: 0n, working, citation: waived.citation };
  });
}
