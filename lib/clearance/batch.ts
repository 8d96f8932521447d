import type { Reason } from '@/lib/kernel/problem';
import type { Decision } from './transitions';

/** `released`: small enough for one person. `proposed`: waits for a second one, who confirms or rejects it, or for its writer to withdraw it. */
export const BATCH_STATES = ['released', 'proposed', 'confirmed', 'rejected', 'withdrawn'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** One consignment of a batch as it was seen; the value in minor units as text. Stored JSON: add, never rename. */
export type BatchRow = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly rowVersion: number;
  readonly score: number;
  readonly valueMinor: string;
};

/** One that was chosen with them and left out, with every reason. Stored JSON: add, never rename. */
export type BatchExclusion = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly reasons: readonly Reason[];
};

export type BatchStanding = {
  readonly state: BatchState;
  readonly proposedBy: string;
  readonly settledBy: string | null;
  readonly settledByName: string | null;
  readonly settledAt: Date | null;
  /** Whether who settles it has opened it, and so read its ground. */
  readonly isOpened: boolean;
};

/**
 * Whether a batch may be settled so: confirmed or rejected by another than who proposed it, who has opened it, withdrawn by its proposer
 * alone, once. Who confirmed it may go on with what was not released then.
 */
export function decideBatch(
  act: 'confirm' | 'reject' | 'withdraw',
  standing: BatchStanding,
  actorId: string,
): Decision<object> {
  const refused = (code: string, params?: Reason['params']) => ({ ok: false as const, reasons: [{ code, params }] });
  const { state, proposedBy, settledBy, settledByName, settledAt } = standing;
  if (act === 'confirm' && state === 'confirmed' && settledBy === actorId) return { ok: true };
  if (state === 'released') return refused('batch.released');
  if (state !== 'proposed')
    return refused(`batch.${state}`, { name: settledByName ?? '', at: settledAt?.getTime() ?? 0 });
  const isOwn = proposedBy === actorId;
  if (act === 'withdraw') return isOwn ? { ok: true } : refused('batch.not_own');
  if (isOwn) return refused('batch.same_officer');
  return standing.isOpened ? { ok: true } : refused('batch.not_opened');
}
