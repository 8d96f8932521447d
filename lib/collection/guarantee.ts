/** What is free of a guarantee. `freeMinor` is never below nothing; `overMinor` is what is owed beyond it. */
export type Cover = {
  readonly limitMinor: bigint;
  readonly usedMinor: bigint;
  readonly freeMinor: bigint;
  readonly overMinor: bigint;
};

/** How far a guarantee covers what is owed. Money the holder has in hand uses nothing. */
export function coverOf(limitMinor: bigint, balanceMinor: bigint): Cover {
  const usedMinor = balanceMinor > 0n ? balanceMinor : 0n;
  const freeMinor = limitMinor - usedMinor;
  return freeMinor >= 0n
    ? { limitMinor, usedMinor, freeMinor, overMinor: 0n }
    : { limitMinor, usedMinor, freeMinor: 0n, overMinor: -freeMinor };
}
