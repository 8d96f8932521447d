import type { ChargeLine } from '@/lib/assessment/types';
import { moneyText } from '@/lib/kernel/money';
import { UNCHARGED_WORKINGS } from './open-workings';

/** Workings that let goods in free by a relief of the law; what was never taxed (vendor sales, goods that leave) is no relief. */
export const RELIEF_CODES = [
  'duty_relief',
  'duty_gift',
  'duty_documents',
  'duty_returned_goods',
  'vat_relief',
  'vat_gift',
  'vat_documents',
  'vat_returned_goods',
] as const;
export type ReliefCode = (typeof RELIEF_CODES)[number];

const RELIEVED: ReadonlySet<string> = new Set(RELIEF_CODES);
export const isRelieved = ({ working }: Pick<ChargeLine, 'working'>) => RELIEVED.has(working.code);

/**
 * Says beside each line that a relief frees what it would bear without: what the law charges goods that no relief is for. Where that could
 * not be worked out nothing is said: it is no nil.
 */
export function withForgone(
  lines: readonly ChargeLine[],
  unrelieved: readonly ChargeLine[],
  minorDigits: number,
): readonly ChargeLine[] {
  return lines.map((line) => {
    if (!isRelieved(line)) return line;
    const own = unrelieved.filter(({ kind, itemNumber }) => kind === line.kind && itemNumber === line.itemNumber);
    const isOpen = unrelieved.some(
      ({ itemNumber, working }) => itemNumber === line.itemNumber && UNCHARGED_WORKINGS.has(working.code),
    );
    if (own.length === 0 || isOpen) return line;
    const sum = own.reduce((total, { amountMinor }) => total + amountMinor, 0n);
    const values = { ...line.working.values, forgone: moneyText(sum, minorDigits) };
    return { ...line, working: { ...line.working, values } };
  });
}
