import { expect } from 'vitest';
import type { ChargedGoods, ChargedItem, LawInForce, Stated, Worked } from '@/lib/charges/goods';
import type { Law } from '@/lib/charges/law';
import { measure, type Unit } from '@/lib/charges/measure';
import { workOut } from '@/lib/charges/work-out';
import type { TransactionType } from '@/lib/consignment/codes';
import { decimal } from '@/lib/kernel/decimal';
import { rational } from '@/lib/kernel/rational';
import { openCharges } from '@/lib/revenue/open-charges';
import { expectSameUnderLaw } from './asked-costs';

type Goods = {
  readonly value: string;
  readonly currency?: string;
  readonly code?: string | null;
  readonly rate?: string | null;
  readonly taxPercent?: string;
  readonly quantities?: Readonly<Partial<Record<Unit, string>>>;
};

type Sent = {
  readonly freight?: string;
  readonly from?: string;
  readonly type?: TransactionType;
  readonly underScheme?: boolean;
  readonly rates?: Readonly<Record<string, string>>;
  /** What an officer stated of every item. */
  readonly stated?: Stated;
};

/** Goods for a law, said in as few words as a test needs. */
function chargedGoods(law: Law, items: readonly Goods[], sent: Sent): ChargedGoods {
  return {
    items: items.map((one, index): ChargedItem => {
      const rate = one.rate ?? '12%';
      const taxPercent = one.taxPercent ?? '21';
      return {
        itemNumber: index + 1,
        value: one.value,
        currency: one.currency ?? law.currency,
        commodityCode: one.code === undefined ? '610910' : one.code,
        tariff: one.rate === null ? null : { measure: measure(rate), text: rate, source: 'tariff' },
        tax: { percent: rational(taxPercent), text: taxPercent, source: 'tax act' },
        quantities: new Map(
          Object.entries(one.quantities ?? {}).map(([unit, text]) => [unit as Unit, rational(text)] as const),
        ),
      };
    }),
    transport: sent.freight === undefined ? null : { value: sent.freight, currency: law.currency },
    dispatchCountry: sent.from ?? 'CN',
    transactionType: sent.type ?? 'sale',
    scheme: sent.underScheme ? 'IM5281234567' : null,
    refusedScheme: null,
    together: null,
  };
}

/** Rates of exchange by currency, all of one day. */
function inForce(law: Law, rates: Readonly<Record<string, string>> = {}): LawInForce {
  return {
    day: '2026-11-02',
    law,
    rates: new Map(
      Object.entries(rates).map(([code, text]) => [
        code,
        { unitsPerBase: decimal(text), text, validFrom: '2026-11-01' },
      ]),
    ),
    rateDaysMax: 31,
  };
}

/** What is charged, without what is printed of it. */
const amountsOf = ({ lines, items, ...sums }: Worked) => ({
  ...{ items, ...sums },
  lines: lines.map(({ kind, itemNumber, amountMinor, working: { code } }) => ({ kind, itemNumber, amountMinor, code })),
});

/**
 * The charges of goods under a law; the calculator of the public comes to the same wherever it can be asked, and so does who asks for
 * amounts alone.
 */
export function worked(law: Law, items: readonly Goods[], sent: Sent = {}): Worked {
  const goods = chargedGoods(law, items, sent);
  const lawInForce = inForce(law, sent.rates);
  const charges = workOut(goods, lawInForce, () => sent.stated ?? null);
  const unprinted = workOut(goods, { ...lawInForce, isUnprinted: true }, () => sent.stated ?? null);
  expect(amountsOf(unprinted)).toEqual(amountsOf(charges));
  if (!sent.stated) expectSameUnderLaw(goods, lawInForce, charges);
  return charges;
}

/** Whether the calculator of the public can be asked for the goods, and then comes to the same. */
export function askedAlike(law: Law, items: readonly Goods[], sent: Sent = {}): boolean {
  const goods = chargedGoods(law, items, sent);
  const lawInForce = inForce(law, sent.rates);
  return expectSameUnderLaw(
    goods,
    lawInForce,
    workOut(goods, lawInForce, () => null),
  );
}

/** Band, duty and tax, or what stays open and why. */
export function due(law: Law, items: readonly Goods[], sent: Sent = {}) {
  const { band, dutyMinor, vatMinor, lines } = worked(law, items, sent);
  const open = openCharges(lines);
  if (open.length > 0) return open.map(({ charge, reason }) => `${charge} ${reason}`);
  return { band, duty: dutyMinor, tax: vatMinor };
}
