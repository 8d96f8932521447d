/** What a consignment owes that is to leave, and on which account; minor units. */
export type Owing = {
  readonly consignmentId: string;
  readonly accountId: string;
  readonly owedMinor: bigint;
  /** Paid for this consignment and nothing else. */
  readonly paidMinor: bigint;
};

/** What still fits on an account: its guarantee, or nothing, less what is owed on it; above the guarantee where money is in hand. */
export type Room = ReadonlyMap<string, bigint>;

/**
 * Which of what is to leave is paid or covered, in the order given: what does not fit waits, and what comes after it and fits may go. An
 * account that is not in `room` has no limit.
 */
export function allotCover<Of extends Owing>(
  owing: readonly Of[],
  room: Room,
): { readonly covered: readonly Of[]; readonly waiting: readonly Of[] } {
  const left = new Map(room);
  const covered: Of[] = [];
  const waiting: Of[] = [];
  for (const one of owing) {
    const free = left.get(one.accountId);
    const needMinor = one.owedMinor > one.paidMinor ? one.owedMinor - one.paidMinor : 0n;
    if (free === undefined || needMinor === 0n || needMinor <= free) {
      if (free !== undefined) left.set(one.accountId, free - needMinor);
      covered.push(one);
    } else {
      waiting.push(one);
    }
  }
  return { covered, waiting };
}
