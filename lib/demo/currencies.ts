import { formatScaled } from '@/lib/kernel/decimal';
import type { Random } from '@/lib/kernel/prng';
import { weighted } from './draw';

/** Currencies the demo declares in: units per euro (European Central Bank reference rates of 13 April 2026) and minor digits. */
export const DEMO_CURRENCIES = {
  EUR: { perEur: 1, exponent: 2 },
  USD: { perEur: 1.1684, exponent: 2 },
  CNY: { perEur: 7.9827, exponent: 2 },
  GBP: { perEur: 0.87058, exponent: 2 },
  HKD: { perEur: 9.1507, exponent: 2 },
  JPY: { perEur: 186.75, exponent: 0 },
  KRW: { perEur: 1740.86, exponent: 0 },
  TRY: { perEur: 52.2478, exponent: 2 },
  INR: { perEur: 109.047, exponent: 2 },
  CHF: { perEur: 0.9242, exponent: 2 },
} as const;
export type DemoCurrency = keyof typeof DEMO_CURRENCIES;

const HABITS: Readonly<Record<string, readonly (readonly [DemoCurrency, number])[]>> = {
  CN: [
    ['USD', 45],
    ['CNY', 30],
    ['EUR', 25],
  ],
  US: [['USD', 1]],
  GB: [
    ['GBP', 85],
    ['EUR', 15],
  ],
  HK: [
    ['HKD', 40],
    ['USD', 60],
  ],
  JP: [
    ['JPY', 90],
    ['USD', 10],
  ],
  KR: [
    ['KRW', 60],
    ['USD', 40],
  ],
  TR: [
    ['TRY', 40],
    ['EUR', 60],
  ],
  IN: [
    ['INR', 50],
    ['USD', 50],
  ],
  VN: [['USD', 1]],
  CH: [
    ['CHF', 80],
    ['EUR', 20],
  ],
};
const drawers = new Map(Object.entries(HABITS).map(([country, habit]) => [country, weighted(habit)]));

/** The currency a sender of this country declares in. */
export function drawCurrency(random: Random, country: string): DemoCurrency {
  return drawers.get(country)?.(random) ?? 'USD';
}

/** Minor units of a currency for an amount in euro, at least one. */
export function toMinor(eur: number, currency: DemoCurrency): number {
  const { perEur, exponent } = DEMO_CURRENCIES[currency];
  return Math.max(1, Math.round(eur * perEur * 10 ** exponent));
}

/** Euro worth of minor units of a currency, for steering the stream only; never a figure of a declaration. */
export function toEur(minor: number, currency: DemoCurrency): number {
  const { perEur, exponent } = DEMO_CURRENCIES[currency];
  return minor / (perEur * 10 ** exponent);
}

/** Exact decimal text of minor units. */
export function amountText(minor: number, currency: DemoCurrency): string {
  return formatScaled(BigInt(minor), DEMO_CURRENCIES[currency].exponent);
}
