type Told = {
  readonly disabledAt: Date | null;
  /** First attempt at the oldest delivery that failed and waits to be tried again. */
  readonly failingSince: Date | null;
  readonly lastDeliveredAt: Date | null;
};

/** Since when nothing reaches an address that is in use; null while something does. */
export function unreachedSince({ disabledAt, failingSince, lastDeliveredAt }: Told): Date | null {
  if (disabledAt !== null || failingSince === null) return null;
  return lastDeliveredAt === null || lastDeliveredAt < failingSince ? failingSince : null;
}
