import type { ChargeLine, Charges } from '@/lib/assessment/types';
import type { ChargedGoods, ChargedItem, Declared, TariffRate } from '@/lib/charges/goods';
import { lineOf } from '@/lib/charges/line';
import type { Unit } from '@/lib/charges/measure';
import { type Valuation, valuationOf } from '@/lib/charges/value';
import { workOut } from '@/lib/charges/work-out';
import { byPrefix } from '@/lib/codes/by-prefix';
import type { ConsignmentRecord, GoodsItem } from '@/lib/consignment/record';
import { isSchemeNumber } from '@/lib/consignment/scheme-number';
import { type Rational, rational } from '@/lib/kernel/rational';
import type { Policy } from '@/lib/policy/policy';
import { type StatedDuty, statedOf } from './stated-duty';

const NO_QUANTITIES: ReadonlyMap<Unit, Rational> = new Map();

/** The quantities advance data carry: pieces and net mass. */
function quantitiesOf({ quantity, netMassKg }: GoodsItem, tariff: TariffRate | null): ReadonlyMap<Unit, Rational> {
  if (!tariff?.measure?.terms.some(({ kind }) => kind === 'specific')) return NO_QUANTITIES;
  const known: [Unit, Rational][] = [];
  if (netMassKg !== null) known.push(['kg', rational(netMassKg)]);
  if (quantity !== null) known.push(['item', rational(quantity)]);
  return new Map(known);
}

/** A reduced rate of the goods comes first, then the standard rate of the recipient's country, then that of the administration. */
function chargedItem(item: GoodsItem, country: string, policy: Policy): ChargedItem {
  const { itemNumber, value, currency, commodityCode } = item;
  const tariff = byPrefix(policy.dutyRates, commodityCode);
  const tax = byPrefix(policy.vatByPrefix, commodityCode) ?? policy.vatByCountry.get(country) ?? policy.vatStandard;
  return { itemNumber, value, currency, commodityCode, tariff, tax, quantities: quantitiesOf(item, tariff) };
}

const transportOf = ({ transportCost: value, transportCurrency: currency }: ConsignmentRecord): Declared | null =>
  value === null || currency === null ? null : { value, currency };

/** What is charged of a record. A gift sold through a platform or under a scheme number is no gift, and a scheme is for sales. */
export function goodsOf(record: ConsignmentRecord, policy: Policy): ChargedGoods {
  const { schemeId, transactionType, marketplace, dispatchCountry, recipient } = record;
  const isTraded = marketplace !== null || schemeId !== null;
  const isUnderScheme =
    schemeId !== null && transactionType === 'sale' && isSchemeNumber(schemeId, policy.vendorScheme);
  return {
    items: record.items.map((item) => chargedItem(item, recipient.country, policy)),
    transport: transportOf(record),
    dispatchCountry,
    transactionType: transactionType === 'gift' && isTraded ? 'sale' : transactionType,
    scheme: isUnderScheme ? schemeId : null,
  };
}

/** The goods of a record in the administration's currency. */
export function recordValuation(record: ConsignmentRecord, policy: Policy): Valuation<GoodsItem> {
  return valuationOf(record.items, transportOf(record), policy.lawInForce);
}

/**
 * Charges of a record under the law of the policy's day, with a working per line, in minor units of the administration's currency;
 * a duty that an officer stated takes the place of an open one. Goods that leave for a country outside the customs territory are
 * not imported: a line per item says so.
 */
export function chargesOf(record: ConsignmentRecord, policy: Policy, stated: readonly StatedDuty[] = []): Charges {
  const { country } = record.recipient;
  const goods = goodsOf(record, policy);
  if (country !== '' && !policy.territory.has(country)) return outside(goods, country, policy);
  return workOut(goods, policy.lawInForce, statedOf(record.items, stated));
}

function outside({ items, transport }: ChargedGoods, country: string, policy: Policy): Charges {
  const { lawInForce, territorySource: citation, minorDigits } = policy;
  const valuation = valuationOf(items, transport, lawInForce);
  const working = { code: 'outside_territory', values: { country }, citation };
  const lines = valuation.items.map((one): ChargeLine => lineOf('duty', one, one.customsMinor, working, minorDigits));
  return {
    currency: policy.currency,
    intrinsicValueMinor: valuation.intrinsicMinor,
    customsValueMinor: valuation.customsMinor,
    ...{ dutyMinor: 0n, vatMinor: 0n, feesMinor: 0n },
    items: valuation.items.map(({ item: { itemNumber }, intrinsicMinor: valueMinor }) => ({
      ...{ itemNumber, valueMinor, dutyMinor: 0n, vatMinor: 0n },
    })),
    lines,
  };
}
