/** What a memorandum lets be shared. Stored: add, never rename. */
export const MEMORANDUM_SUBJECTS = ['peer_figures', 'named_persons'] as const;
export type MemorandumSubject = (typeof MEMORANDUM_SUBJECTS)[number];

/** With whom each is shared: figures of others with partners, names of people with agencies. */
export const SHARED_WITH = { peer_figures: 'partner', named_persons: 'agency' } as const satisfies Record<
  MemorandumSubject,
  'partner' | 'agency'
>;

export type MemorandumPeriod = {
  readonly validFrom: string;
  readonly validTo: string;
  readonly endedAt: Date | null;
};

/** Where a memorandum stands on a day. */
export function memorandumState(
  { validFrom, validTo, endedAt }: MemorandumPeriod,
  day: string,
): 'ahead' | 'in_force' | 'over' | 'ended' {
  if (endedAt !== null) return 'ended';
  if (day < validFrom) return 'ahead';
  return day < validTo ? 'in_force' : 'over';
}
