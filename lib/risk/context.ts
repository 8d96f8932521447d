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

/** The items a sentence is true of beside the first, which it names; `others` counts them. Nothing where there are none. */
export function alsoItems(
  items: readonly { readonly itemNumber: number }[],
): Readonly<Record<string, string | number>> {
  const rest = [...new Set(items.map(({ itemNumber }) => itemNumber))].slice(1);
  return rest.length === 0 ? {} : { others: rest.length, otherItems: rest.join(', ') };
}

/** What was found item by item as one indicator: the strongest speaks, the others are named and lit with it. */
export function strongestOf(found: readonly Indicator[]): Indicator | null {
  const ordered = [...found].sort((a, b) => b.points - a.points);
  const [first] = ordered;
  if (!first) return null;
  return {
    ...first,
    values: { ...first.values, ...alsoItems(ordered.map(({ values }) => ({ itemNumber: Number(values.item) }))) },
    pointers: ordered.flatMap(({ pointers }) => pointers),
  };
}

/** Decimal text of an amount in the administration's currency. */
export function amountText(context: IndicatorContext, minor: bigint): string {
  return moneyText(minor, context.policy.minorDigits);
}
