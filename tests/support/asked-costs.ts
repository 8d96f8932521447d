import { expect } from 'vitest';
import type { Charges } from '@/lib/assessment/types';
import type { ChargedGoods, LawInForce } from '@/lib/charges/goods';
import type { Policy } from '@/lib/policy/policy';
import { type ChargedRecord, chargesOf } from '@/lib/revenue/charges';
import type { CostItem, CostQuestion } from '@/lib/revenue/cost-question';
import { landedCost, withSchemeNumber } from '@/lib/revenue/landed-cost';
import { FLAT_DAY, policyOn } from './records';

/** Charges without the scheme number, which nobody types into the calculator. */
const withoutNumber = (charges: Charges) => {
  const { currency, intrinsicValueMinor, customsValueMinor, dutyMinor, vatMinor, feesMinor, items, lines } = charges;
  return {
    ...{ currency, intrinsicValueMinor, customsValueMinor, dutyMinor, vatMinor, feesMinor, items },
    lines: lines.map(({ working, ...line }) => ({ ...line, working: withSchemeNumber(working, 'the number') })),
  };
};

/** A record as its buyer would ask for it; null where the calculator has no field for a part of it. */
function questionOf(record: ChargedRecord, policy: Policy): CostQuestion | null {
  const { schemeId, transactionType, marketplace, transportCost, transportCurrency, recipient, items } = record;
  const [currency = policy.currency] = new Set([
    ...items.map((item) => item.currency),
    ...(transportCost === null || transportCurrency === null ? [] : [transportCurrency]),
  ]);
  const isOneCurrency =
    items.every((item) => item.currency === currency) && (transportCost === null || transportCurrency === currency);
  const isOutside = recipient.country !== '' && !policy.territory.has(recipient.country);
  const isUsableNumber = schemeId === null || (schemeId === 'IM5281234567' && transactionType === 'sale');
  if (!isOneCurrency || isOutside || !isUsableNumber || record.chargeFacts) return null;
  return {
    day: policy.day,
    // A gift through a platform is none: whoever asks says that it was bought.
    transactionType: transactionType === 'gift' && marketplace !== null ? 'sale' : (transactionType ?? 'sale'),
    dispatchCountry: record.dispatchCountry,
    destination: recipient.country === '' ? null : recipient.country,
    isUnderScheme: schemeId !== null,
    currency,
    transport: transportCost,
    insurance: null,
    items: items.map(
      ({ commodityCode: code, value, quantity, netMassKg }): CostItem => ({
        code,
        words: null,
        value,
        quantity,
        netMassKg,
      }),
    ),
  };
}

/** The calculator comes to what the record is charged, line by line. Gives whether the record can be asked for. */
export function expectSameCost(record: ChargedRecord, policy: Policy): boolean {
  const question = questionOf(record, policy);
  if (!question) return false;
  const numbered = { ...record, items: record.items.map((item, index) => ({ ...item, itemNumber: index + 1 })) };
  expect(withoutNumber(landedCost(question, policy).charges)).toEqual(withoutNumber(chargesOf(numbered, policy)));
  return true;
}

/**
 * The calculator comes to what goods were worked out to under a law of their own, put into a policy with the rates the goods have. Gives
 * whether the goods can be asked for: not those with two rates under one code, with units nobody is asked for, or stated by an officer.
 */
export function expectSameUnderLaw(goods: ChargedGoods, inForce: LawInForce, worked: Charges): boolean {
  const rates = new Map(goods.items.map(({ commodityCode, tariff }) => [commodityCode, tariff]));
  const taxes = new Map(goods.items.map(({ commodityCode, tax }) => [commodityCode, tax]));
  const isOneRate = goods.items.every(
    ({ commodityCode, tariff, tax }) =>
      rates.get(commodityCode)?.text === tariff?.text && taxes.get(commodityCode)?.text === tax.text,
  );
  const hasAskedUnits = goods.items.every(({ quantities }) =>
    [...quantities.keys()].every((unit) => unit === 'kg' || unit === 'item'),
  );
  const nestedCodes = [...rates.keys()].some((one) =>
    [...rates.keys()].some((other) => one !== other && one !== null && other?.startsWith(one)),
  );
  if (!isOneRate || !hasAskedUnits || nestedCodes || goods.refusedScheme || goods.together) return false;
  // Goods without a code have no rate of a tariff, but in a test of the law alone.
  if (goods.items.some(({ commodityCode, tariff }) => commodityCode === null && tariff !== null)) return false;
  const base = policyOn(FLAT_DAY);
  const [anyTax] = taxes.values();
  const policy: Policy = {
    ...base,
    currency: inForce.law.currency,
    minorDigits: inForce.law.minorDigits,
    lawInForce: inForce,
    dutyRates: new Map([...rates].flatMap(([code, tariff]) => (code && tariff ? [[code.slice(0, 8), tariff]] : []))),
    vatByPrefix: new Map([...taxes].flatMap(([code, tax]) => (code ? [[code.slice(0, 8), tax]] : []))),
    vatByCountry: new Map(),
    vatStandard: taxes.get(null) ?? anyTax ?? base.vatStandard,
  };
  const question = questionOf(
    {
      schemeId: goods.scheme,
      transactionType: goods.transactionType ?? 'sale',
      marketplace: null,
      dispatchCountry: goods.dispatchCountry,
      transportCost: goods.transport?.value ?? null,
      transportCurrency: goods.transport?.currency ?? null,
      recipient: { country: '' },
      items: goods.items.map(({ itemNumber, commodityCode, value, currency, quantities }) => ({
        ...{ itemNumber, commodityCode, value, currency, originCountry: goods.dispatchCountry },
        quantity: textOf(quantities.get('item')),
        netMassKg: textOf(quantities.get('kg')),
      })),
    },
    policy,
  );
  if (!question) return false;
  expect(withoutNumber(landedCost(question, policy).charges)).toEqual(withoutNumber(worked));
  return true;
}

type Quantity = ReturnType<ChargedGoods['items'][number]['quantities']['get']>;

/** A quantity as it was written; the tests write decimals. */
function textOf(quantity: Quantity): string | null {
  return quantity === undefined ? null : String(Number(quantity.over) / Number(quantity.under));
}
