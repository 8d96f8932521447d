const NEAR_MS = 60 * 60_000;

export type Urgency = 'late' | 'near' | 'ahead';

/** How urgent work is by the milliseconds left to act: too late, within the hour, or later. */
export function urgencyOf(leftMs: number): Urgency {
  if (leftMs < 0) return 'late';
  return leftMs < NEAR_MS ? 'near' : 'ahead';
}

/** The instant before which work is as urgent as that due at `dueAt`, or more; null where all the rest is no more urgent. */
export function urgentUntil(dueAt: Date, at: Date): Date | null {
  const urgency = urgencyOf(dueAt.getTime() - at.getTime());
  if (urgency === 'ahead') return null;
  return urgency === 'late' ? at : new Date(at.getTime() + NEAR_MS);
}
