import { z } from 'zod';
import type { Lane } from '@/lib/consignment/codes';
import type { Reason } from '@/lib/kernel/problem';
import type { Status } from './transitions';

/** Where claims go when the hand-over is confirmed. */
export const CLAIMS_GO = ['to_confirmer', 'to_queue'] as const;
export type ClaimsGo = (typeof CLAIMS_GO)[number];
export const HAND_OVER_LISTS = ['claimed', 'putOff', 'waiting', 'kept', 'dueSoon'] as const;
export type HandOverList = (typeof HAND_OVER_LISTS)[number];

/** Most lines of a list that only tells; the count beside them tells all. What changes hands, the claims, is kept whole. */
export const HAND_OVER_LINES_MAX = 200;

/** One consignment of a hand-over as it stood; instants are ISO text. Stored JSON: add, never rename. */
export type HandOverLine = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly lane: Lane;
  readonly actByAt: string;
  readonly holderId: string | null;
  readonly holderName: string | null;
  /** Fencing number of the claim: it moves only while it is this very claim. */
  readonly claimNumber: number;
  /** Until when it is put off, or the partner has to answer; null where neither. */
  readonly until: string | null;
  /** Of detained or refused goods: how they stand, and where the exhibits taken of them lie. Hand-overs written before tell neither. */
  readonly status?: Status;
  readonly place?: string | null;
};
export type HandOverContent = Readonly<Record<HandOverList, readonly HandOverLine[]>> & {
  readonly counts: Readonly<Record<HandOverList, number>>;
};

/** What is handed over without some consignments, which its reader must not be told of; they are not counted either. */
export function withoutThese(content: HandOverContent, hidden: ReadonlySet<string>): HandOverContent {
  const lists = HAND_OVER_LISTS.map((list) => {
    const lines = content[list].filter(({ consignmentId }) => !hidden.has(consignmentId));
    return { list, lines, count: content.counts[list] - (content[list].length - lines.length) };
  });
  return {
    ...(Object.fromEntries(lists.map(({ list, lines }) => [list, lines])) as Record<HandOverList, HandOverLine[]>),
    counts: Object.fromEntries(lists.map(({ list, count }) => [list, count])) as Record<HandOverList, number>,
  };
}

const notes = z
  .string()
  .trim()
  .max(4000)
  .nullish()
  .transform((text) => text || null);
export const HAND_OVER_SCOPES = ['own', 'office'] as const;
export const WRITE_HAND_OVER_INPUT = z.strictObject({
  officeId: z.string().max(20),
  scope: z.enum(HAND_OVER_SCOPES).default('own'),
  claimsGo: z.enum(CLAIMS_GO).default('to_confirmer'),
  notes,
});
export const SETTLE_HAND_OVER_INPUT = z.strictObject({ handOverId: z.guid() });

export type HandOverStanding = {
  readonly writtenBy: string;
  readonly confirmedByName: string | null;
  readonly confirmedAt: Date | null;
  readonly withdrawnAt: Date | null;
};

/** Whether it may still be confirmed or withdrawn: confirmed by another person than its writer, withdrawn by the writer alone, once. */
export function decideHandOver(
  act: 'confirm' | 'withdraw',
  standing: HandOverStanding,
  actorId: string,
): { readonly ok: true } | { readonly ok: false; readonly reasons: readonly Reason[] } {
  const refused = (code: string, params?: Reason['params']) => ({ ok: false as const, reasons: [{ code, params }] });
  if (standing.confirmedAt)
    return refused('hand_over.confirmed', {
      name: standing.confirmedByName ?? '',
      at: standing.confirmedAt.getTime(),
    });
  if (standing.withdrawnAt) return refused('hand_over.withdrawn', { at: standing.withdrawnAt.getTime() });
  const isOwn = standing.writtenBy === actorId;
  if (act === 'confirm' && isOwn) return refused('hand_over.own');
  if (act === 'withdraw' && !isOwn) return refused('hand_over.not_own');
  return { ok: true };
}
