/** A question about fewer consignments than this tells of a few, whatever it is about. */
export const QUERY_SET_MIN = 10;
/** How many different such questions an analyst may ask in a day: enough to look into what stands out, too few to tell many apart. */
export const NARROW_PER_DAY = 50;

/** Whether the consignments behind a question are so few that asking it is noted; of none there is nothing to tell. */
export function isNarrow(consignments: bigint): boolean {
  return consignments > 0n && consignments < BigInt(QUERY_SET_MIN);
}
