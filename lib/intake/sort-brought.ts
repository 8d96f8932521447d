import type { WithdrawRefusal } from '@/lib/clearance/withdraw-refusal';

/** A consignment a submission brought, as far as undoing it asks. */
export type Brought = {
  readonly reference: string;
  readonly isLodged: boolean;
  readonly refusal: WithdrawRefusal | null;
};

export type Sorted<T> = {
  /** It lodged them and nobody acted on them. */
  readonly withdrawable: readonly T[];
  /** It lodged them, and customs acted on them, or they have come. */
  readonly actedOn: readonly T[];
  /** It amended what another submission lodged. */
  readonly amended: readonly T[];
  /** Withdrawn before. */
  readonly gone: readonly T[];
};

/** What undoing a submission does to each consignment it brought: it withdraws what it lodged, and nothing that was acted on. */
export function sortBrought<T extends Brought>(brought: readonly T[]): Sorted<T> {
  const gone = brought.filter(({ refusal }) => refusal === 'withdraw.already');
  const here = brought.filter(({ refusal }) => refusal !== 'withdraw.already');
  return {
    withdrawable: here.filter(({ isLodged, refusal }) => isLodged && refusal === null),
    actedOn: here.filter(({ isLodged, refusal }) => isLodged && refusal !== null),
    amended: here.filter(({ isLodged }) => !isLodged),
    gone,
  };
}

/** References named in one sentence; the rest is counted. */
const NAMED_MAX = 10;

/** Values of a sentence that names references: how many, the first of them, and how many more there are. */
export function namedReferences(references: readonly string[]): { count: number; references: string; more: number } {
  const named = references.slice(0, NAMED_MAX);
  return { count: references.length, references: named.join(', '), more: references.length - named.length };
}
