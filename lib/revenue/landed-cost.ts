import type { ChargeLine, Charges } from '@/lib/assessment/types';
import type { ChargedGoods, Declared } from '@/lib/charges/goods';
import { valuationOf } from '@/lib/charges/value';
import { type Decimal, decimal, formatScaled, toScaled } from '@/lib/kernel/decimal';
import type { Policy, VendorScheme } from '@/lib/policy/policy';
import { type ChargedRecord, chargesOf, goodsOf } from './charges';
import type { CostQuestion } from './cost-question';
import { type ExciseGoods, exciseGoodsOf } from './excise';
import { type OpenCharge, openCharges } from './open-charges';

/** What a question comes to. Minor units of the administration's currency. */
export type LandedCost = {
  readonly currency: string;
  readonly minorDigits: number;
  readonly charges: Charges;
  readonly goodsMinor: bigint;
  /** Transport and insurance; null where no exchange rate is in force for them. */
  readonly transportMinor: bigint | null;
  /** Goods, transport, insurance and all that is due at the border; null as long as anything of it is open. */
  readonly totalMinor: bigint | null;
  readonly open: readonly OpenCharge[];
  /** Goods that bear excise, which is not computed and comes on top. */
  readonly exciseGoods: readonly ExciseGoods[];
  /** The goods with the rates they bear, for telling where each comes from. */
  readonly goods: ChargedGoods;
};

/**
 * What goods cost with everything due at the border. The charges are those of `chargesOf`, the function the intake charges a
 * declaration by: there is no second computation, only a question put as a record.
 */
export function landedCost(question: CostQuestion, policy: Policy): LandedCost {
  const record = recordOf(question, policy.vendorScheme);
  const charges = chargesOf(record, policy);
  const goods = goodsOf(record, policy);
  const valuation = valuationOf(goods.items, goods.transport, policy.lawInForce);
  const transportMinor = valuation.isTransportUnconverted
    ? null
    : valuation.items.reduce((sum, item) => sum + item.transportMinor, 0n);
  const goodsMinor = charges.intrinsicValueMinor;
  const open = openCharges(charges.lines);
  const due = charges.dutyMinor + charges.vatMinor + charges.feesMinor;
  return {
    currency: policy.currency,
    minorDigits: policy.minorDigits,
    charges,
    goodsMinor,
    transportMinor,
    totalMinor: open.length > 0 || transportMinor === null ? null : goodsMinor + transportMinor + due,
    open,
    exciseGoods: exciseGoodsOf(record.items, policy),
    goods,
  };
}

/** A question as the record a declarant would send. Bound for the administration itself unless a country of it is named. */
function recordOf(question: CostQuestion, scheme: VendorScheme): ChargedRecord {
  const { transactionType, dispatchCountry, destination, isUnderScheme, currency, items } = question;
  const transport = transportOf(question);
  return {
    schemeId: isUnderScheme ? anySchemeNumber(scheme) : null,
    transactionType,
    marketplace: null,
    dispatchCountry,
    transportCost: transport?.value ?? null,
    transportCurrency: transport?.currency ?? null,
    recipient: { country: destination ?? '' },
    items: items.map(({ code, value, quantity, netMassKg }, index) => ({
      itemNumber: index + 1,
      commodityCode: code,
      originCountry: dispatchCountry,
      quantity,
      netMassKg,
      value,
      currency,
    })),
  };
}

/** What the transport costs with its insurance, in one sum; null where neither was named. */
function transportOf({ transport, insurance, currency }: CostQuestion): Declared | null {
  if (transport === null || insurance === null) {
    const value = transport ?? insurance;
    return value === null ? null : { value, currency };
  }
  return { value: sumText(decimal(transport), decimal(insurance)), currency };
}

function sumText(one: Decimal, other: Decimal): string {
  const scale = one.scale > other.scale ? one.scale : other.scale;
  return formatScaled(toScaled(one, scale, 'halfUp') + toScaled(other, scale, 'halfUp'), scale);
}

/** A number of the right form: buyers know whether the tax was charged at the sale, and seldom under which number. */
function anySchemeNumber({ prefix, stateCodes, digitsAfterState }: VendorScheme): string {
  const [state = ''] = stateCodes;
  return `${prefix}${state}${'0'.repeat(digitsAfterState)}`;
}

const SCHEME_VALUES = ['scheme', 'schemeRefused'] as const;

/** A working in which another text stands for the scheme number: the one that was computed with is of the right form and nobody's. */
export function withSchemeNumber<W extends ChargeLine['working']>(working: W, text: string): W {
  const named = SCHEME_VALUES.filter((name) => working.values[name] !== undefined);
  if (named.length === 0) return working;
  return { ...working, values: { ...working.values, ...Object.fromEntries(named.map((name) => [name, text])) } };
}

/** Whether the tax is left to the seller, or due at the border though the seller charged it. */
export function schemeFrees({ lines }: Pick<Charges, 'lines'>): boolean {
  return lines.some(({ working }) => working.code === 'vat_vendor' || working.code === 'vat_at_sale');
}
