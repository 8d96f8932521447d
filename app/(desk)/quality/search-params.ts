import { QUALITY_PERIODS, type QualityPeriod } from '@/db/queries/quality/get-partner-quality';

export type QualityParams = { days?: string | string[] };

/** The days a card covers; anything else than a period on offer is the shortest. */
export function qualityPeriodOf({ days }: QualityParams): QualityPeriod {
  const [given] = [days].flat();
  return QUALITY_PERIODS.find((period) => String(period) === given) ?? QUALITY_PERIODS[0];
}
