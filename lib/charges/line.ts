import type { ChargeKind, ChargeLine } from '@/lib/assessment/types';
import { moneyText } from '@/lib/kernel/money';
import { fromMinor, toMinor } from '@/lib/kernel/rational';
import type { ChargedItem, LawInForce } from './goods';
import type { Band } from './law';
import { amountOf, UNPRINTED, type Valued } from './value';

export type ValuedGoods = Valued<ChargedItem>;

type Values = Readonly<Record<string, string | number>>;

/** How an amount came about: the sentence of the catalogue under `revenue.working.<code>`, its values and the provision. */
export type Working = {
  readonly code: string;
  readonly amountMinor?: bigint;
  readonly ratePercent?: string;
  readonly values?: Values;
  readonly citation: string;
};

/** A line of the printed working; of goods whose workings nobody reads the code alone. Amounts are minor units of the law's currency. */
export function lineOf(
  kind: ChargeKind,
  { item, printed }: ValuedGoods,
  baseMinor: bigint,
  { code, amountMinor = 0n, ratePercent, values, citation }: Working,
  minorDigits: number,
): ChargeLine {
  const said =
    printed === UNPRINTED ? UNPRINTED : { ...printed, ...values, amount: moneyText(amountMinor, minorDigits) };
  return {
    kind,
    itemNumber: item.itemNumber,
    baseMinor,
    ratePercent: ratePercent ?? null,
    amountMinor,
    working: { code, values: said },
    citation,
  };
}

const TYPES_NAMED = ['gift', 'documents', 'returned_goods'] as const;

/** Why nothing is due in a band: what it is for, and its limit, with what that is worth where it stands in another currency. */
export function freeWorking(kind: 'duty' | 'vat', { when, citation }: Band, inForce: LawInForce): Working {
  const limit = when.upTo ?? when.below;
  const type = TYPES_NAMED.find((one) => when.transactionTypes?.includes(one));
  if (!limit) return { code: `${kind}_${type === 'returned_goods' ? type : 'none'}`, citation };
  const { currency, minorDigits } = inForce.law;
  const worth = amountOf(limit, inForce);
  const own = worth ? moneyText(toMinor(worth, minorDigits, 'halfUp'), minorDigits) : '';
  const text = limit.currency === currency ? own : `${limit.amount} ${limit.currency} = ${own}`;
  const reason = type === 'gift' || type === 'documents' ? type : 'relief';
  return { code: `${kind}_${reason}`, values: { limit: text }, citation };
}

/** Plain decimal text of minor units. */
export const textOf = (minor: bigint, { law }: LawInForce) => moneyText(minor, law.minorDigits);

/** Minor units as an exact amount in major units. */
export const majorOf = (minor: bigint, { law }: LawInForce) => fromMinor(minor, law.minorDigits);
