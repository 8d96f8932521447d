/** Bands of the intrinsic value of a consignment in minor units of EUR; a band holds its upper edge. */
export const VALUE_BANDS = [
  { code: '0-10', upToMinor: 1_000n },
  { code: '10-22', upToMinor: 2_200n },
  { code: '22-45', upToMinor: 4_500n },
  { code: '45-100', upToMinor: 10_000n },
  { code: '100-150', upToMinor: 15_000n },
  { code: '150-1000', upToMinor: 100_000n },
] as const;

/** Band of what lies above every edge. */
export const TOP_VALUE_BAND = '1000+';

/** Code of the band an amount falls in. */
export function valueBandOf(valueMinor: bigint): string {
  return VALUE_BANDS.find((band) => valueMinor <= band.upToMinor)?.code ?? TOP_VALUE_BAND;
}
