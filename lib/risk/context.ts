import type { AssessmentFacts } from '@/lib/assessment/facts';
import type { ChargeLine, Charges, Indicator } from '@/lib/assessment/types';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import { moneyText } from '@/lib/kernel/money';
import type { Problem } from '@/lib/kernel/problem';
import type { Policy } from '@/lib/policy/policy';

/** What an indicator may look at; made once per assessment. */
export type IndicatorContext = {
  readonly record: ConsignmentRecord;
  readonly facts: AssessmentFacts;
  readonly policy: Policy;
  readonly charges: Charges;
  /** Charge lines of goods that could not be charged for want of a rate or a code. */
  readonly uncharged: readonly ChargeLine[];
  readonly warnings: readonly Problem[];
  /** Words of each item's description, in the order of the items. */
  readonly words: readonly (readonly string[])[];
  /** Shape of the vendor scheme number; null where none is declared. */
  readonly isSchemeNumberShaped: boolean | null;
};

/** One indicator: fires with points, values and pointers, or stays silent. */
export type IndicatorRule = (context: IndicatorContext) => Indicator | null;

/** Pointers to one column of every item. */
export function itemPointers(context: IndicatorContext, column: string): readonly string[] {
  return context.record.items.map((_, index) => `items.${index}.${column}`);
}

/** Decimal text of an amount in the administration's currency. */
export function amountText(context: IndicatorContext, minor: bigint): string {
  return moneyText(minor, context.policy.minorDigits);
}
