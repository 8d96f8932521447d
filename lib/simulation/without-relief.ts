import type { Band, Law } from '@/lib/charges/law';

const isOfValue = ({ when }: Band) =>
  (when.upTo !== undefined || when.below !== undefined) && when.transactionTypes === undefined;

/**
 * A law without its relief for low value: the tariff from the first cent, and the tax with it. What is sold under a vendor scheme is
 * still taxed by the vendor, gifts and documents keep their reliefs, and the last band stands for the rest.
 */
export function withoutRelief(law: Law): Law {
  const last = law.bands.length - 1;
  return {
    ...law,
    bands: law.bands.flatMap((band, index): Band[] => {
      if (index === last || !isOfValue(band)) return [band];
      if (!band.when.underScheme) return [];
      return [{ ...band, dutyClosedTo: [], duty: { kind: 'tariff' } }];
    }),
  };
}
