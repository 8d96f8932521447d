import type { RefusedScheme, Together } from '@/lib/charges/goods';
import { faultOfSchemeNumber } from '@/lib/consignment/scheme-number';
import type { Policy } from '@/lib/policy/policy';
import type { SchemeStanding } from './scheme-register';

/** Consignments of one day that another was split off: how many, what they are worth together, and the first of them by id. */
export type SplitOthers = {
  readonly consignments: number;
  readonly intrinsicMinor: bigint;
  readonly customsMinor: bigint;
  /** In their order, `IDS_KEPT` at most. */
  readonly ids: readonly string[];
};
export const NO_OTHERS: SplitOthers = { consignments: 0, intrinsicMinor: 0n, customsMinor: 0n, ids: [] };

/** Consignments that are held against the limits together, by what ties them: how many and how much, and the first of them by id. */
export type SplitTest = {
  readonly by: Together['by'];
  readonly consignments: number;
  readonly intrinsicMinor: string;
  readonly customsMinor: string;
  readonly ids: readonly string[];
};

/** Ids that are kept of a long series. */
export const IDS_KEPT = 50;

/** The test of a consignment together with others. */
export function splitTest(by: Together['by'], others: SplitOthers): SplitTest {
  const { consignments, intrinsicMinor, customsMinor, ids } = others;
  return {
    ...{ by, consignments, ids },
    intrinsicMinor: intrinsicMinor.toString(),
    customsMinor: customsMinor.toString(),
  };
}

/**
 * What the charges of a consignment rest on beside its own data and the law, as it was known when the version was assessed. Stored with
 * it for years, so that the charges come out the same whenever they are worked out again: add parts, never change one.
 */
export type ChargeFacts = {
  /** Null where it stands alone. */
  readonly split: SplitTest | null;
  /** How its scheme number stood in the register; null without a number, or where no register of its state was loaded. */
  readonly scheme: SchemeStanding | null;
};

/** What is held against the limits together with a consignment. */
export function togetherOf(split: SplitTest | null): Together | null {
  if (!split) return null;
  const { by, consignments, intrinsicMinor, customsMinor } = split;
  return { by, consignments, intrinsicMinor: BigInt(intrinsicMinor), customsMinor: BigInt(customsMinor) };
}

type Declared = { readonly schemeId: string | null; readonly transactionType: string | null };

/** Why a declared scheme number may not be used, the plainest reason first; null where none was declared or it may be. */
export function refusedScheme(
  { schemeId, transactionType }: Declared,
  standing: SchemeStanding | null,
  policy: Pick<Policy, 'vendorScheme'>,
): RefusedScheme | null {
  if (schemeId === null) return null;
  const refused = (why: RefusedScheme['why'], day: string | null = null) => ({ number: schemeId, why, day: day ?? '' });
  if (transactionType !== 'sale') return refused('not_sale');
  const fault = faultOfSchemeNumber(schemeId, policy.vendorScheme);
  if (fault !== null) return refused(fault);
  return standing === null || standing.state === 'valid' ? null : refused(standing.state, standing.day);
}
