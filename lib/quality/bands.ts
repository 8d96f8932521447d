/** Words for a score, worst first; each begins at its score. */
export const QUALITY_BANDS = [
  { band: 'poor', from: 0 },
  { band: 'weak', from: 50 },
  { band: 'fair', from: 75 },
  { band: 'good', from: 90 },
] as const;
export type QualityBand = (typeof QUALITY_BANDS)[number]['band'];

/** The word for a score of 0 to 100. */
export function qualityBand(score: number): QualityBand {
  return QUALITY_BANDS.findLast(({ from }) => score >= from)?.band ?? 'poor';
}
