import { rows } from '../parameter';

/** Units of a currency that one euro buys, by validity; amounts are converted by the rate of the day of receipt. */
const EDITIONS: readonly {
  readonly validFrom: string;
  readonly validTo?: string;
  readonly publishedOn: string;
  /** `currency rate` pairs of the European Central Bank. */
  readonly ecb: string;
  /** Pairs derived from the dollar rate of the ECB of the same day. */
  readonly viaDollar: string;
}[] = [
  {
    validFrom: '2024-01-01',
    validTo: '2024-12-31',
    publishedOn: '2024-01-02',
    ecb: `
      AUD 1.6147, BGN 1.9558, BRL 5.3562, CAD 1.4565, CHF 0.9305, CNY 7.8264, CZK 24.687, DKK 7.4551,
      GBP 0.86645, HKD 8.5609, HUF 382.1, IDR 17007.66, ILS 3.9705, INR 91.285, ISK 150.7, JPY 155.68,
      KRW 1438.78, MXN 18.6887, MYR 5.0425, NOK 11.2815, NZD 1.7471, PHP 60.981, PLN 4.3708, RON 4.9705,
      SEK 11.1545, SGD 1.4533, THB 37.563, TRY 32.5684, USD 1.0956, ZAR 20.3656`,
    viaDollar: 'AED 4.0236, SAR 4.1085, TWD 34.1952',
  },
  {
    validFrom: '2025-01-01',
    validTo: '2025-06-30',
    publishedOn: '2025-01-02',
    ecb: `
      AUD 1.6618, BGN 1.9558, BRL 6.42, CAD 1.4885, CHF 0.9371, CNY 7.5338, CZK 25.177, DKK 7.4583,
      GBP 0.83118, HKD 8.0261, HUF 412.9, IDR 16726.78, ILS 3.7676, INR 88.507, ISK 143.9, JPY 162.04,
      KRW 1515.07, MXN 21.4375, MYR 4.6223, NOK 11.7173, NZD 1.8402, PHP 59.769, PLN 4.2753, RON 4.9743,
      SEK 11.4223, SGD 1.4091, THB 35.355, TRY 36.4523, USD 1.0321, ZAR 19.2719`,
    viaDollar: 'AED 3.7904, SAR 3.8704, TWD 33.9325',
  },
  {
    validFrom: '2025-07-01',
    validTo: '2025-12-31',
    publishedOn: '2025-07-01',
    ecb: `
      AUD 1.7935, BGN 1.9558, BRL 6.4115, CAD 1.6076, CHF 0.9324, CNY 8.4584, CZK 24.68, DKK 7.4607,
      GBP 0.8588, HKD 9.2709, HUF 399.18, IDR 19135.74, ILS 3.9813, INR 101.0525, ISK 142.2, JPY 168.7,
      KRW 1598.18, MXN 22.0635, MYR 4.9572, NOK 11.8445, NZD 1.9324, PHP 66.525, PLN 4.2443, RON 5.0738,
      SEK 11.159, SGD 1.5009, THB 38.241, TRY 47.0684, USD 1.181, ZAR 20.7666`,
    viaDollar: 'AED 4.3372, SAR 4.4288, TWD 34.6499',
  },
  {
    validFrom: '2026-01-01',
    validTo: '2026-03-31',
    publishedOn: '2026-01-02',
    ecb: `
      AUD 1.7508, BRL 6.3743, CAD 1.6097, CHF 0.9296, CNY 8.1973, CZK 24.177, DKK 7.4694, GBP 0.8719,
      HKD 9.1329, HUF 383.58, IDR 19593.06, ILS 3.7214, INR 105.719, ISK 147.4, JPY 183.94, KRW 1693.53,
      MXN 21.0274, MYR 4.7517, NOK 11.7985, NZD 2.0317, PHP 68.975, PLN 4.2123, RON 5.0895, SEK 10.8085,
      SGD 1.5077, THB 36.792, TRY 50.4332, USD 1.1721, ZAR 19.3561`,
    viaDollar: 'AED 4.3045, SAR 4.3954, TWD 36.9422',
  },
  {
    validFrom: '2026-04-01',
    publishedOn: '2026-04-13',
    ecb: `
      AUD 1.661, BRL 5.874, CAD 1.6177, CHF 0.9242, CNY 7.9827, CZK 24.378, DKK 7.4727, GBP 0.87058,
      HKD 9.1507, HUF 366.9, IDR 20082.05, ILS 3.5787, INR 109.047, ISK 143.2, JPY 186.75, KRW 1740.86,
      MXN 20.3203, MYR 4.6444, NOK 11.098, NZD 2.0081, PHP 70.356, PLN 4.2543, RON 5.092, SEK 10.892,
      SGD 1.4912, THB 37.728, TRY 52.2478, USD 1.1684, ZAR 19.3849`,
    viaDollar: 'AED 4.2909, SAR 4.3815, TWD 37.0128',
  },
];

/** `currency rate` pairs as parameter values. */
function rates(pairs: string): Readonly<Record<string, { readonly unitsPerBase: string }>> {
  return Object.fromEntries(
    pairs
      .split(',')
      .map((pair) => pair.trim().split(' '))
      .map(([currency = '', unitsPerBase = '']) => [currency, { unitsPerBase }]),
  );
}

/** Rates of five days; a running administration loads its own monthly table. */
export const EXCHANGE_RATES = EDITIONS.flatMap(({ validFrom, validTo, publishedOn, ecb, viaDollar }) => {
  const validity = { kind: 'exchange_rate', validFrom, edition: publishedOn, ...(validTo ? { validTo } : {}) };
  return [
    ...rows({ ...validity, source: 'European Central Bank, euro foreign exchange reference rates' }, rates(ecb)),
    ...rows(
      { ...validity, source: 'ECB dollar rate with Federal Reserve H.10 (TWD) and official dollar pegs (AED, SAR)' },
      rates(viaDollar),
    ),
  ];
});

const NEWEST = EDITIONS.at(-1);

/** The newest of them, as units that one euro buys, by currency. */
export const NEWEST_RATES = {
  validFrom: NEWEST?.validFrom ?? '',
  rates: { ...rates(NEWEST?.ecb ?? ''), ...rates(NEWEST?.viaDollar ?? '') },
};
