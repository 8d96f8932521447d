import type { submissions } from '@/db/schema';

/** Where the records of a submission are at one moment. */
export type Counts = {
  readonly status: (typeof submissions.$inferSelect)['status'];
  readonly received: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly unchanged: number;
  readonly updated: number;
  /** Cursor: every record up to here is told of above. */
  readonly processed: number;
  /** Records read that stand after the cursor. */
  readonly pending: number;
  /** Records read that stand at the cursor or before it, which are done and must be gone. */
  readonly left: number;
};

/**
 * The columns of `Counts` for a row of `intake.submissions s`; in one statement, so that all are of one snapshot. Nothing counts as
 * read before the last byte of a file was.
 */
export const COUNT_COLUMNS = `
  s.status, s.records_received as received, s.records_accepted as accepted, s.records_quarantined as quarantined,
  s.records_unchanged as unchanged, s.records_updated as updated, s.processed_record as processed,
  coalesce(staged.pending, 0) as pending, coalesce(staged."left", 0) as "left"`;

/** To be joined to `intake.submissions s` for `COUNT_COLUMNS`. */
export const COUNT_JOIN = `
  left join lateral (
    select count(distinct record_number) filter (where record_number > s.processed_record)::int as pending,
      count(distinct record_number) filter (where record_number <= s.processed_record)::int as "left"
    from intake.staged_rows where submission_id = s.id and s.status in ('processing', 'finished')
  ) staged on true`;

/** What is wrong with a moment: a record that is nowhere, or in two places. Null when received = accepted + quarantined + unchanged + updated + pending. */
export function imbalanceOf(counts: Counts): string | null {
  const { status, received, accepted, quarantined, unchanged, updated, processed, pending, left } = counts;
  const done = accepted + quarantined + unchanged + updated;
  const where = `while ${status}, at record ${processed}`;
  if (done + pending !== received) {
    const told = `${accepted} accepted + ${quarantined} quarantined + ${unchanged} unchanged + ${updated} updated`;
    return `${where}: ${received} received, but ${told} + ${pending} pending`;
  }
  if (left > 0) return `${where}: ${left} records wait that the cursor has passed`;
  if (done > processed) return `${where}: ${done} records done, more than the cursor has passed`;
  return null;
}

/** Every moment that was looked at, and those that were out of balance. */
export class Moments {
  sampled = 0;
  disagreed = 0;
  /** How often each imbalance was seen. */
  private readonly seen = new Map<string, number>();

  add(counts: Counts): void {
    this.sampled += 1;
    const imbalance = imbalanceOf(counts);
    if (imbalance === null) return;
    this.disagreed += 1;
    this.seen.set(imbalance, (this.seen.get(imbalance) ?? 0) + 1);
  }

  /** A sentence for each imbalance. */
  differences(name: string): string[] {
    return [...this.seen].map(([imbalance, times]) => `${name}: ${times} times ${imbalance}`);
  }
}
