import type { Band, Law } from '@/lib/charges/law';

/** What a flat duty begins with in the form, where it can be altered: three units of a currency with decimals, else five hundred. */
const flatOf = ({ minorDigits }: Law) => (minorDigits === 0 ? '500' : '3');

const isRelieved = ({ when, duty }: Band) =>
  (when.upTo !== undefined || when.below !== undefined) && when.transactionTypes === undefined && duty.kind === 'none';

/**
 * A law under which goods of low value, which bear no duty, bear a flat one for each subheading of a consignment; the tax stays as it
 * is. Null where no goods are free of duty by their value alone.
 */
export function withFlatDuty(law: Law): Law | null {
  if (!law.bands.some(isRelieved)) return null;
  const flat = { amount: flatOf(law), currency: law.currency };
  return {
    ...law,
    bands: law.bands.map((band) =>
      isRelieved(band) ? { ...band, duty: { kind: 'flat_per_subheading', flat, digits: 6 } } : band,
    ),
  };
}
