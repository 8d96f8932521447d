import type { ChargeLine, Charges } from '@/lib/assessment/types';
import type { ChargedGoods, ChargedItem, Declared, TariffRate } from '@/lib/charges/goods';
import { lineOf } from '@/lib/charges/line';
import type { Unit } from '@/lib/charges/measure';
import { type Valuation, valuationOf } from '@/lib/charges/value';
import { workOut } from '@/lib/charges/work-out';
import { byPrefix } from '@/lib/codes/by-prefix';
import type { ConsignmentRecord, GoodsItem, Party } from '@/lib/consignment/record';
import { type Rational, rational } from '@/lib/kernel/rational';
import type { Policy } from '@/lib/policy/policy';
import { type ChargeFacts, refusedScheme, togetherOf } from './charge-facts';
import { type DutyGoods, type StatedDuty, statedOf } from './stated-duty';

type ChargedLine = DutyGoods & Pick<GoodsItem, 'value' | 'currency'>;

/** What of a record its charges rest on. */
export type ChargedRecord = Pick<
  ConsignmentRecord,
  'schemeId' | 'transactionType' | 'marketplace' | 'dispatchCountry' | 'transportCost' | 'transportCurrency'
> & {
  readonly recipient: Pick<Party, 'country'>;
  readonly items: readonly ChargedLine[];
  /** What was known beside it when it was assessed; nothing where there was nothing to know. */
  readonly chargeFacts?: ChargeFacts | null;
};

/** A whole record with what was known beside it. */
export type AssessedRecord = ConsignmentRecord & Pick<ChargedRecord, 'chargeFacts'>;

const NO_QUANTITIES: ReadonlyMap<Unit, Rational> = new Map();

/** The quantities advance data carry: pieces and net mass. */
function quantitiesOf({ quantity, netMassKg }: ChargedLine, tariff: TariffRate | null): ReadonlyMap<Unit, Rational> {
  if (!tariff?.measure?.terms.some(({ kind }) => kind === 'specific')) return NO_QUANTITIES;
  const known: [Unit, Rational][] = [];
  if (netMassKg !== null) known.push(['kg', rational(netMassKg)]);
  if (quantity !== null) known.push(['item', rational(quantity)]);
  return new Map(known);
}

/** A reduced rate of the goods comes first, then the standard rate of the recipient's country, then that of the administration. */
function chargedItem(item: ChargedLine, country: string, policy: Policy): ChargedItem {
  const { itemNumber, value, currency, commodityCode } = item;
  const tariff = byPrefix(policy.dutyRates, commodityCode);
  const tax = byPrefix(policy.vatByPrefix, commodityCode) ?? policy.vatByCountry.get(country) ?? policy.vatStandard;
  return { itemNumber, value, currency, commodityCode, tariff, tax, quantities: quantitiesOf(item, tariff) };
}

const transportOf = ({ transportCost: value, transportCurrency: currency }: ChargedRecord): Declared | null =>
  value === null || currency === null ? null : { value, currency };

/** What is charged of a record. A gift sold through a platform or under a scheme number is no gift, and a scheme is for sales. */
export function goodsOf(record: ChargedRecord, policy: Policy): ChargedGoods {
  const { schemeId, transactionType, marketplace, dispatchCountry, recipient, chargeFacts } = record;
  const isTraded = marketplace !== null || schemeId !== null;
  const refused = refusedScheme(record, chargeFacts?.scheme ?? null, policy);
  return {
    items: record.items.map((item) => chargedItem(item, recipient.country, policy)),
    transport: transportOf(record),
    dispatchCountry,
    transactionType: transactionType === 'gift' && isTraded ? 'sale' : transactionType,
    scheme: refused ? null : schemeId,
    refusedScheme: refused,
    together: togetherOf(chargeFacts?.split ?? null),
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
export function chargesOf(record: ChargedRecord, policy: Policy, stated: readonly StatedDuty[] = []): Charges {
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
