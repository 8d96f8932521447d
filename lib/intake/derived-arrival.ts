import type { SentRecord } from '@/lib/consignment/columns';
import { DAY_MS } from '@/lib/kernel/dates';
import type { ReadOptions } from './staged-row';

/** An instant and the transit days agreed with the partner: when goods are to be expected that no arrival is named for. */
export const arrivalAfter = (from: Date, transitDays: number): string =>
  new Date(from.getTime() + transitDays * DAY_MS).toISOString();

/**
 * A declaration that names no arrival, as CC415 never does, with the one to expect: receipt plus the transit days agreed with the
 * partner. Without such an agreement it stays missing; nothing is guessed.
 */
export function withExpectedArrival<Mapped extends { readonly sent: SentRecord }>(
  mapped: Mapped,
  { transitDays, receivedAt }: ReadOptions,
): Mapped {
  const { sent } = mapped;
  if (sent.expected_arrival_at !== undefined || transitDays === undefined || receivedAt === undefined) return mapped;
  const arrival = arrivalAfter(receivedAt, transitDays);
  return {
    ...mapped,
    sent: { ...sent, expected_arrival_at: arrival, derived: ['expected_arrival_at'], isDatedByReceipt: true },
  };
}
