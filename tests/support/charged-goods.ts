import type { ChargedGoods, ChargedItem, Worked } from '@/lib/charges/goods';
import type { Law } from '@/lib/charges/law';
import { measure, type Unit } from '@/lib/charges/measure';
import { workOut } from '@/lib/charges/work-out';
import type { TransactionType } from '@/lib/consignment/codes';
import { rational } from '@/lib/kernel/rational';

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
};

/** Goods for a law, said in as few words as a test needs. */
export function chargedGoods(law: Law, items: readonly Goods[], sent: Sent = {}): ChargedGoods {
  return {
    items: items.map(
      (one, index): ChargedItem => ({
        itemNumber: index + 1,
        value: one.value,
        currency: one.currency ?? law.currency,
        commodityCode: one.code === undefined ? '610910' : one.code,
        measure: one.rate === null ? null : measure(one.rate ?? '12%'),
        taxPercent: one.taxPercent ?? '21',
        quantities: new Map(
          Object.entries(one.quantities ?? {}).map(([unit, text]) => [unit as Unit, rational(text)] as const),
        ),
      }),
    ),
    transport: sent.freight === undefined ? null : { amount: sent.freight, currency: law.currency },
    dispatchCountry: sent.from ?? 'CN',
    transactionType: sent.type ?? 'sale',
    isUnderScheme: sent.underScheme ?? false,
    unitsPerBase: new Map(Object.entries(sent.rates ?? {}).map(([code, text]) => [code, rational(text)] as const)),
  };
}

/** Duty, tax and band, or the rules that stand against charging. */
export function due(law: Law, items: readonly Goods[], sent: Sent = {}) {
  return short(workOut(law, chargedGoods(law, items, sent)));
}

function short(worked: Worked) {
  if (!worked.ok) return worked.faults.map(({ rule, about }) => `${rule} ${about}`);
  return { band: worked.band, duty: worked.dutyMinor, tax: worked.taxMinor };
}
